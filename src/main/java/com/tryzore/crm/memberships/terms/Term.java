package com.tryzore.crm.memberships.terms;

import java.time.LocalDate;
import java.util.Optional;

/** How long a membership was sold for, without its freezes. */
public sealed interface Term {

  /** Until it is cancelled. */
  record OpenEnded() implements Term {}

  /** So many billing periods. */
  record Periods(int count, BillingPeriod period) implements Term {
    public Periods {
      if (count < 1 || !period.recurs()) {
        throw new IllegalArgumentException(count + " times " + period);
      }
    }
  }

  /** So many days. */
  record Days(int count) implements Term {
    public Days {
      if (count < 1) {
        throw new IllegalArgumentException(count + " days");
      }
    }
  }

  /** The first day after it; none when open-ended. */
  default Optional<LocalDate> boundary(LocalDate start) {
    return switch (this) {
      case OpenEnded() -> Optional.empty();
      case Periods(int count, BillingPeriod period) -> Optional.of(period.after(start, count));
      case Days(int count) -> Optional.of(start.plusDays(count));
    };
  }
}
