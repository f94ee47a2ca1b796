package com.tryzore.crm.schedule.recurrence;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** On which days something repeats. Always explicit: nothing is left to the day of the start. */
public sealed interface Pattern {

  /** Every day, or every so many days counted from the start. */
  record Daily() implements Pattern {}

  /**
   * On days of the week.
   *
   * @param days at least one, Monday first
   */
  record Weekly(SortedSet<DayOfWeek> days) implements Pattern {
    /** Refuses an empty set. */
    public Weekly {
      days = sorted(days);
    }

    /** On these days. */
    public static Weekly on(DayOfWeek... days) {
      return new Weekly(new TreeSet<>(List.of(days)));
    }
  }

  /** On days of each month. */
  record Monthly(DaysOfMonth days) implements Pattern {}

  /**
   * On days of certain months of each year.
   *
   * @param months at least one, January first
   */
  record Yearly(SortedSet<Month> months, DaysOfMonth days) implements Pattern {
    /** Refuses an empty set of months. */
    public Yearly {
      months = sorted(months);
    }

    /** On days of one month. */
    public static Yearly in(Month month, DaysOfMonth days) {
      return new Yearly(new TreeSet<>(List.of(month)), days);
    }
  }

  /** An unmodifiable copy of what must not be empty. */
  static <T extends Comparable<T>> SortedSet<T> sorted(Collection<T> given) {
    if (given.isEmpty()) {
      throw new IllegalArgumentException("a pattern needs at least one day or month");
    }
    return Collections.unmodifiableSortedSet(new TreeSet<>(given));
  }
}
