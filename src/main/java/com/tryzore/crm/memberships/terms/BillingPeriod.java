package com.tryzore.crm.memberships.terms;

import java.time.LocalDate;
import java.util.Locale;

/** How often a membership is billed. */
public enum BillingPeriod {
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  YEAR,
  /** Paid once: there is no next period. */
  ONCE;

  /** As the database writes it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * By its database word.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static BillingPeriod of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** Whether there is a next period. */
  public boolean recurs() {
    return this != ONCE;
  }

  /**
   * The first day after so many periods. Months are counted from the first day, so that somebody
   * who began on 31 January is billed on 28 February and again on 31 March.
   *
   * @throws IllegalStateException when paid once
   */
  public LocalDate after(LocalDate start, long periods) {
    return switch (this) {
      case DAY -> start.plusDays(periods);
      case WEEK -> start.plusWeeks(periods);
      case MONTH -> start.plusMonths(periods);
      case QUARTER -> start.plusMonths(3 * periods);
      case YEAR -> start.plusYears(periods);
      case ONCE -> throw new IllegalStateException("what is paid once has no periods");
    };
  }
}
