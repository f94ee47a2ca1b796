package com.tryzore.crm.memberships.terms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One line of the sum that a date is: what it makes of the date above it. */
public sealed interface DateLine {

  /** The date after this line. */
  LocalDate after(LocalDate date);

  /** Where it began; stands first, whatever is above. */
  record Started(LocalDate on, @Nullable Mark by) implements DateLine {
    @Override
    public LocalDate after(LocalDate date) {
      return on;
    }
  }

  /** The day on which something was asked for; stands first. */
  record Asked(LocalDate on) implements DateLine {
    @Override
    public LocalDate after(LocalDate date) {
      return on;
    }
  }

  /** So many billing periods. */
  record Periods(int count, BillingPeriod period) implements DateLine {
    @Override
    public LocalDate after(LocalDate date) {
      return period.after(date, count);
    }
  }

  /** A number of days that was sold. */
  record Days(int count) implements DateLine {
    @Override
    public LocalDate after(LocalDate date) {
      return date.plusDays(count);
    }
  }

  /** A minimum term. */
  record Months(int count) implements DateLine {
    @Override
    public LocalDate after(LocalDate date) {
      return date.plusMonths(count);
    }
  }

  /** The days of a freeze, added. */
  record Frozen(Freeze freeze) implements DateLine {
    @Override
    public LocalDate after(LocalDate date) {
      return date.plusDays(freeze.days());
    }
  }

  /** The day before: a last day is the one before the first that is not paid for. */
  record LastDay() implements DateLine {
    @Override
    public LocalDate after(LocalDate date) {
      return date.minusDays(1);
    }
  }

  /** Days of notice. */
  record Notice(int days) implements DateLine {
    @Override
    public LocalDate after(LocalDate date) {
      return date.plusDays(days);
    }
  }

  /** Not before the end of the minimum term. */
  record MinimumTerm(LocalDate until) implements DateLine {
    @Override
    public LocalDate after(LocalDate date) {
      return date.isBefore(until) ? until : date;
    }
  }

  /** To the last day of the billing period. */
  record EndOfPeriod(LocalDate lastDay) implements DateLine {
    @Override
    public LocalDate after(LocalDate date) {
      return lastDay;
    }
  }

  /** Not after the end that was sold. */
  record EndsAnyway(LocalDate on) implements DateLine {
    @Override
    public LocalDate after(LocalDate date) {
      return date.isAfter(on) ? on : date;
    }
  }

  /** Cancelled for a day. */
  record Cancelled(LocalDate on, @Nullable String reason, @Nullable Mark by) implements DateLine {
    @Override
    public LocalDate after(LocalDate date) {
      return on;
    }
  }
}
