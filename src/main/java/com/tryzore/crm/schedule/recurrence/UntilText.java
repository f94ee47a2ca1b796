package com.tryzore.crm.schedule.recurrence;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * What an UNTIL says: an instant (what RFC 5545 asks for when the start has a zone), a local time,
 * or a date, each inclusive.
 */
final class UntilText {

  private static final DateTimeFormatter DATE = strict("uuuuMMdd");
  private static final DateTimeFormatter TIME = strict("uuuuMMdd'T'HHmmss");

  private UntilText() {}

  /**
   * The last day on which an occurrence that begins at this time still begins no later than the
   * UNTIL.
   */
  static LocalDate lastDay(String text, LocalTime time, ZoneId zone) throws RefusedRuleException {
    try {
      if (text.length() == 8) {
        return LocalDate.parse(text, DATE);
      }
      boolean utc = text.endsWith("Z");
      LocalDateTime written =
          LocalDateTime.parse(utc ? text.substring(0, text.length() - 1) : text, TIME);
      if (!utc) {
        return written.toLocalDate().minusDays(time.isAfter(written.toLocalTime()) ? 1 : 0);
      }
      Instant until = written.toInstant(ZoneOffset.UTC);
      LocalDate day = LocalDate.ofInstant(until, zone).plusDays(1);
      while (SeriesTimes.startsAt(day.atTime(time), zone).isAfter(until)) {
        day = day.minusDays(1);
      }
      return day;
    } catch (DateTimeException unreadable) {
      throw new RefusedRuleException(RuleProblem.UNTIL_UNREADABLE, text);
    }
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
