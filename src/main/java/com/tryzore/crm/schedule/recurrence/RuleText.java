package com.tryzore.crm.schedule.recurrence;

import com.tryzore.crm.schedule.recurrence.DaysOfMonth.OnDates;
import com.tryzore.crm.schedule.recurrence.DaysOfMonth.OnWeekdays;
import com.tryzore.crm.schedule.recurrence.Limit.Endless;
import com.tryzore.crm.schedule.recurrence.Limit.Times;
import com.tryzore.crm.schedule.recurrence.Limit.Until;
import com.tryzore.crm.schedule.recurrence.Pattern.Daily;
import com.tryzore.crm.schedule.recurrence.Pattern.Monthly;
import com.tryzore.crm.schedule.recurrence.Pattern.Weekly;
import com.tryzore.crm.schedule.recurrence.Pattern.Yearly;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes rules as RFC 5545 has them. */
final class RuleText {

  static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RuleText() {}

  static String of(Recurrence recurrence, ZoneId zone) {
    StringBuilder text = new StringBuilder(days(recurrence.pattern()));
    if (recurrence.interval() > 1) {
      text.append(";INTERVAL=").append(recurrence.interval());
    }
    if (recurrence.weekStart() != DayOfWeek.MONDAY) {
      text.append(";WKST=").append(code(recurrence.weekStart()));
    }
    switch (recurrence.limit()) {
      case Endless ignored -> {}
      case Times times -> text.append(";COUNT=").append(times.count());
      case Until until -> text.append(";UNTIL=").append(lastSecond(until.lastDay(), zone));
    }
    return text.toString();
  }

  private static String days(Pattern pattern) {
    return switch (pattern) {
      case Daily ignored -> "FREQ=DAILY";
      case Weekly weekly -> "FREQ=WEEKLY;BYDAY=" + list(weekly.days(), RuleText::code);
      case Monthly monthly -> "FREQ=MONTHLY;" + days(monthly.days());
      case Yearly yearly ->
          "FREQ=YEARLY;BYMONTH="
              + list(yearly.months(), Month::getValue)
              + ";"
              + days(yearly.days());
    };
  }

  private static String days(DaysOfMonth days) {
    return switch (days) {
      case OnDates on -> "BYMONTHDAY=" + list(on.dates(), date -> date);
      case OnWeekdays on -> "BYDAY=" + list(on.weekdays(), nth -> nth.place() + code(nth.day()));
    };
  }

  private static <T> String list(Collection<T> parts, Function<T, Object> write) {
    return parts.stream().map(write).map(Object::toString).collect(Collectors.joining(","));
  }

  static String code(DayOfWeek day) {
    return day.name().substring(0, 2);
  }

  private static String lastSecond(LocalDate day, ZoneId zone) {
    return UTC.format(day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1));
  }
}
