package com.tryzore.crm.schedule.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which days of a month. */
public sealed interface DaysOfMonth {

  /**
   * By date. A month without the date is skipped (RFC 5545, section 3.3.10).
   *
   * @param dates from 1 to 31, or from -1 (the last day) to -31; at least one
   */
  record OnDates(SortedSet<Integer> dates) implements DaysOfMonth {
    /** Refuses dates that no month has. */
    public OnDates {
      dates = Pattern.sorted(dates);
      for (int date : dates) {
        if (date == 0 || Math.abs(date) > 31) {
          throw new IllegalArgumentException("no month has a day " + date);
        }
      }
    }

    /** On these dates. */
    public static OnDates of(Integer... dates) {
      return new OnDates(new TreeSet<>(List.of(dates)));
    }
  }

  /**
   * By place among the weekdays of the month: the second Tuesday, the last Friday.
   *
   * @param weekdays at least one
   */
  record OnWeekdays(SortedSet<NthWeekday> weekdays) implements DaysOfMonth {
    /** Refuses an empty set. */
    public OnWeekdays {
      weekdays = Pattern.sorted(weekdays);
    }

    /** On one such day. */
    public static OnWeekdays of(int place, DayOfWeek day) {
      return new OnWeekdays(new TreeSet<>(List.of(new NthWeekday(place, day))));
    }
  }

  /** By the date of this day. */
  static DaysOfMonth onDateOf(LocalDate day) {
    return OnDates.of(day.getDayOfMonth());
  }
}
