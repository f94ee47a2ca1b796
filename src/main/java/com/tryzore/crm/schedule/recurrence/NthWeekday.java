package com.tryzore.crm.schedule.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * A weekday by its place in the month.
 *
 * @param place 1 to 5 from the beginning, -1 (the last) to -5 from the end
 */
public record NthWeekday(int place, DayOfWeek day) implements Comparable<NthWeekday> {

  /** The last place that a month can have. */
  public static final int MOST = 5;

  private static final Comparator<NthWeekday> ORDER =
      Comparator.comparing((NthWeekday nth) -> nth.place() < 0)
          .thenComparingInt(NthWeekday::place)
          .thenComparing(NthWeekday::day);

  /** Refuses a place that no month has. */
  public NthWeekday {
    if (place == 0 || Math.abs(place) > MOST) {
      throw new IllegalArgumentException("no month has a place " + place);
    }
  }

  /** This day's place from the beginning of its month: the 17th may be the third Tuesday. */
  public static NthWeekday of(LocalDate day) {
    return new NthWeekday((day.getDayOfMonth() - 1) / 7 + 1, day.getDayOfWeek());
  }

  /** This day's place from the end of its month: the 31st may be the last Tuesday, -1. */
  public static NthWeekday fromTheEnd(LocalDate day) {
    return new NthWeekday(
        -((day.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1), day.getDayOfWeek());
  }

  /** Beginning of the month before its end, then by place and day. */
  @Override
  public int compareTo(NthWeekday other) {
    return ORDER.compare(this, other);
  }
}
