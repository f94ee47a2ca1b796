package com.tryzore.crm.schedule.ui;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How much of the calendar is shown, and which days that is. */
enum CalendarMode {
  DAY,
  WEEK,
  MONTH,
  AGENDA;

  private static final int AGENDA_DAYS = 7;

  /**
   * Days on screen.
   *
   * @param first the first
   * @param end the day after the last
   */
  record Days(LocalDate first, LocalDate end) {
    LocalDate last() {
      return end.minusDays(1);
    }
  }

  /** The days that are told about: those of the week, the month, … that a day belongs to. */
  Days days(LocalDate day, DayOfWeek weekStart) {
    return switch (this) {
      case DAY -> new Days(day, day.plusDays(1));
      case WEEK -> {
        LocalDate first = day.with(TemporalAdjusters.previousOrSame(weekStart));
        yield new Days(first, first.plusWeeks(1));
      }
      case MONTH -> {
        LocalDate first = day.withDayOfMonth(1);
        yield new Days(first, first.plusMonths(1));
      }
      case AGENDA -> new Days(day, day.plusDays(AGENDA_DAYS));
    };
  }

  /** The days that are drawn: a month is drawn in whole weeks. */
  Days drawn(LocalDate day, DayOfWeek weekStart) {
    Days days = days(day, weekStart);
    return this == MONTH
        ? new Days(
            days.first().with(TemporalAdjusters.previousOrSame(weekStart)),
            days.end().with(TemporalAdjusters.nextOrSame(weekStart)))
        : days;
  }

  /** The day from which the next (1) or the previous (-1) days are shown. */
  LocalDate step(LocalDate day, int steps) {
    return switch (this) {
      case DAY -> day.plusDays(steps);
      case WEEK -> day.plusWeeks(steps);
      case MONTH -> day.plusMonths(steps);
      case AGENDA -> day.plusDays((long) steps * AGENDA_DAYS);
    };
  }
}
