package com.tryzore.crm.schedule.recurrence;

import com.tryzore.crm.schedule.recurrence.Limit.Until;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;

/**
 * The days that a rule falls on. Expanded as local time by ical4j, never in a zone: in a repeated
 * hour the library's zoned expansion depends on the week's start.
 */
final class Expansion {

  /** No timetable reaches beyond; a rule without an end has to stop somewhere. */
  static final LocalDate HORIZON = LocalDate.of(2400, 1, 1);

  private Expansion() {}

  /**
   * The days in order, made as they are asked for; the library leaps to the bound.
   *
   * @param start where the rule begins; days before it do not count
   * @param from the first day wanted
   * @param until the first day no longer wanted
   */
  static Stream<LocalDate> dates(
      Recurrence recurrence, LocalDate start, LocalDate from, LocalDate until) {
    LocalDate last = lastDay(recurrence, until);
    if (last.isBefore(start) || last.isBefore(from)) {
      return Stream.empty();
    }
    Limit counted = recurrence.limit() instanceof Until ? new Limit.Endless() : recurrence.limit();
    String text = recurrence.with(counted).text(ZoneOffset.UTC);
    // Where RFC 5545 has Monday, the library takes the machine's week unless it is told.
    Recur<LocalDateTime> rule =
        new Recur<>(recurrence.weekStart() == DayOfWeek.MONDAY ? text + ";WKST=MO" : text);
    // The library counts occurrences only from where it is asked to begin.
    boolean counts = counted instanceof Limit.Times;
    LocalDate begin = counts || from.isBefore(start) ? start : from;
    return rule.getDatesAsStream(
            start.atStartOfDay(), begin.atStartOfDay(), last.atStartOfDay(), -1)
        .map(LocalDateTime::toLocalDate)
        .dropWhile(day -> day.isBefore(from));
  }

  private static LocalDate lastDay(Recurrence recurrence, LocalDate until) {
    LocalDate last = until.isAfter(HORIZON) ? HORIZON : until.minusDays(1);
    return recurrence.limit() instanceof Until end && end.lastDay().isBefore(last)
        ? end.lastDay()
        : last;
  }
}
