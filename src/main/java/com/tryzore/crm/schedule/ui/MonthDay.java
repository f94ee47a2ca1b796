package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.recurrence.DaysOfMonth;
import com.tryzore.crm.schedule.recurrence.DaysOfMonth.OnDates;
import com.tryzore.crm.schedule.recurrence.DaysOfMonth.OnWeekdays;
import com.tryzore.crm.schedule.recurrence.NthWeekday;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Ways in which a day can stand for days of every month. */
enum MonthDay {
  /** The 17th. */
  DATE,
  /** The third Tuesday. */
  WEEKDAY,
  /** The last Tuesday. */
  LAST_WEEKDAY,
  /** The last day. */
  LAST_DAY;

  /** The ways that fit a day; the first always does. */
  static List<MonthDay> of(LocalDate day) {
    int left = day.lengthOfMonth() - day.getDayOfMonth();
    return Arrays.stream(values())
        .filter(way -> way != LAST_WEEKDAY || left < 7)
        .filter(way -> way != LAST_DAY || left == 0)
        .toList();
  }

  /** The way in which these days are those of this day, if it is one. */
  static Optional<MonthDay> of(DaysOfMonth days, LocalDate day) {
    return of(day).stream().filter(way -> way.days(day).equals(days)).findFirst();
  }

  /** The days of every month that this one stands for. */
  DaysOfMonth days(LocalDate day) {
    return switch (this) {
      case DATE -> DaysOfMonth.onDateOf(day);
      case WEEKDAY -> new OnWeekdays(new TreeSet<>(List.of(NthWeekday.of(day))));
      case LAST_WEEKDAY -> new OnWeekdays(new TreeSet<>(List.of(NthWeekday.fromTheEnd(day))));
      case LAST_DAY -> OnDates.of(-1);
    };
  }
}
