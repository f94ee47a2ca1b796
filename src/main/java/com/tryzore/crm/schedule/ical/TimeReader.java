package com.tryzore.crm.schedule.ical;

import com.tryzore.crm.schedule.ical.ComponentProblem.Reason;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates, times and durations as RFC 5545 writes them. */
final class TimeReader {

  private static final DateTimeFormatter DATE = strict("uuuuMMdd");
  private static final DateTimeFormatter TIME = strict("uuuuMMdd'T'HHmmss");
  private static final Pattern DURATION =
      Pattern.compile(
          "\\+?P(?:(\\d{1,4})W|(?:(\\d{1,4})D)?(?:T(?:(\\d{1,5})H)?(?:(\\d{1,6})M)?(?:(\\d{1,7})S)?)?)");

  private final ZoneNames zones;
  private final ZoneId floating;

  /**
   * @param floating the zone of times that name none
   */
  TimeReader(ZoneNames zones, ZoneId floating) {
    this.zones = zones;
    this.floating = floating;
  }

  /** What a value says. */
  sealed interface Moment {

    /** A local time in a zone. */
    record Local(LocalDateTime time, ZoneId zone) implements Moment {}

    /** An instant. */
    record Utc(Instant instant) implements Moment {}

    /** A day. */
    record Day(LocalDate date) implements Moment {}
  }

  /** The only value of a line. */
  Moment moment(ContentLine line) throws ComponentProblemException {
    return moment(line, line.value());
  }

  /** All values of a line. */
  List<Moment> moments(ContentLine line) throws ComponentProblemException {
    List<Moment> moments = new ArrayList<>();
    for (String value : line.value().split(",", -1)) {
      moments.add(moment(line, value));
    }
    return moments;
  }

  private Moment moment(ContentLine line, String value) throws ComponentProblemException {
    String text = value.strip();
    if (!line.whole()) {
      throw new ComponentProblemException(Reason.UNREADABLE_LINE, line.name());
    }
    try {
      if (text.length() == 8) {
        return new Moment.Day(LocalDate.parse(text, DATE));
      }
      boolean utc = text.endsWith("Z");
      LocalDateTime time =
          LocalDateTime.parse(utc ? text.substring(0, text.length() - 1) : text, TIME);
      if (time.getSecond() != 0) {
        throw new ComponentProblemException(Reason.UNREADABLE_TIME, text);
      }
      if (utc) {
        return new Moment.Utc(time.toInstant(ZoneOffset.UTC));
      }
      String zone = line.parameter("TZID");
      return new Moment.Local(
          time,
          zone.isEmpty()
              ? floating
              : zones
                  .of(zone)
                  .orElseThrow(() -> new ComponentProblemException(Reason.UNKNOWN_ZONE, zone)));
    } catch (DateTimeException unreadable) {
      throw new ComponentProblemException(Reason.UNREADABLE_TIME, text);
    }
  }

  /**
   * A moment as a local time in a zone.
   *
   * @param time the time of day of a mere day
   */
  static LocalDateTime local(Moment moment, ZoneId zone, LocalTime time) {
    return switch (moment) {
      case Moment.Local local ->
          local.zone().equals(zone)
              ? local.time()
              : LocalDateTime.ofInstant(SeriesTimes.startsAt(local.time(), local.zone()), zone);
      case Moment.Utc utc -> LocalDateTime.ofInstant(utc.instant(), zone);
      case Moment.Day day -> day.date().atTime(time);
    };
  }

  /** A moment as an instant; a day is its midnight. */
  static Instant instant(Moment moment, ZoneId zone) {
    return switch (moment) {
      case Moment.Local local -> SeriesTimes.startsAt(local.time(), local.zone());
      case Moment.Utc utc -> utc.instant();
      case Moment.Day day -> SeriesTimes.startsAt(day.date().atStartOfDay(), zone);
    };
  }

  /** A duration; a day counts as 24 hours. */
  static Duration duration(String text) throws ComponentProblemException {
    Matcher parts = DURATION.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      throw new ComponentProblemException(Reason.UNREADABLE_TIME, text);
    }
    return Duration.ofDays(7 * part(parts, 1) + part(parts, 2))
        .plusHours(part(parts, 3))
        .plusMinutes(part(parts, 4))
        .plusSeconds(part(parts, 5));
  }

  private static long part(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
