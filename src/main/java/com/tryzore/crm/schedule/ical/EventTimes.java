package com.tryzore.crm.schedule.ical;

import com.tryzore.crm.schedule.ical.ComponentProblem.Reason;
import com.tryzore.crm.schedule.ical.TimeReader.Moment;
import com.tryzore.crm.schedule.ical.TimetableDraft.Once;
import com.tryzore.crm.schedule.ical.TimetableDraft.Repeating;
import com.tryzore.crm.schedule.ical.TimetableDraft.When;
import com.tryzore.crm.schedule.recurrence.Limit;
import com.tryzore.crm.schedule.recurrence.Pattern;
import com.tryzore.crm.schedule.recurrence.Recurrence;
import com.tryzore.crm.schedule.recurrence.RuleProblem;
import com.tryzore.crm.schedule.recurrence.RuleReading;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Understands when an event takes place. */
final class EventTimes {

  private static final int MOST_DATES = 2000;

  private final TimeReader reader;
  private final ZoneId gym;

  EventTimes(TimeReader reader, ZoneId gym) {
    this.reader = reader;
    this.gym = gym;
  }

  /** When an event that stands for itself, or a series, takes place. */
  When when(RawEvent event) throws ComponentProblemException {
    refuseUnreadable(event);
    if (event.first("EXRULE").isPresent()) {
      throw new ComponentProblemException(Reason.NOT_SUPPORTED, "EXRULE");
    }
    if (event.all("RRULE").size() > 1) {
      throw new ComponentProblemException(Reason.NOT_SUPPORTED, "2 × RRULE");
    }
    Moment begins = begins(event);
    Duration duration = duration(event, begins);
    boolean repeats = event.first("RRULE").isPresent() || event.first("RDATE").isPresent();
    // Repeated in UTC it stays in UTC; once, it is a time at the gym.
    ZoneId zone =
        switch (begins) {
          case Moment.Local local -> local.zone();
          case Moment.Utc ignored -> repeats ? ZoneId.of("UTC") : gym;
          case Moment.Day ignored -> gym;
        };
    LocalDateTime start = TimeReader.local(begins, zone, LocalTime.MIDNIGHT);
    if (!repeats) {
      return new Once(start, zone, duration);
    }
    SortedSet<LocalDateTime> additions = dates(event, "RDATE", zone, start);
    SeriesTimes times = times(event, start, zone, duration, additions);
    SortedSet<LocalDateTime> exceptions = dates(event, "EXDATE", zone, start);
    // What cannot be one of its starts is no exception; to look each up would cost too much.
    exceptions.removeIf(exception -> !isPlausible(exception, times));
    return new Repeating(times.except(exceptions), new TreeMap<>());
  }

  private static boolean isPlausible(LocalDateTime exception, SeriesTimes times) {
    return times.additions().contains(exception)
        || (exception.toLocalTime().equals(times.start().toLocalTime())
            && !exception.isBefore(times.start())
            && exception.isBefore(times.start().plusYears(30)));
  }

  /** The original start that a change to one occurrence is about. */
  LocalDateTime original(RawEvent event, SeriesTimes series) throws ComponentProblemException {
    ContentLine line = event.first("RECURRENCE-ID").orElseThrow();
    if (!line.parameter("RANGE").isEmpty()) {
      throw new ComponentProblemException(Reason.NOT_SUPPORTED, "RANGE");
    }
    return TimeReader.local(reader.moment(line), series.zone(), series.start().toLocalTime());
  }

  /** Where one changed occurrence is. */
  Once changed(RawEvent event, SeriesTimes series) throws ComponentProblemException {
    refuseUnreadable(event);
    Moment begins = begins(event);
    Duration duration = duration(event, begins);
    return new Once(
        TimeReader.local(begins, series.zone(), series.start().toLocalTime()),
        series.zone(),
        duration);
  }

  private static void refuseUnreadable(RawEvent event) throws ComponentProblemException {
    if (event.isUnreadable()) {
      throw new ComponentProblemException(Reason.UNREADABLE_LINE, "");
    }
  }

  private Moment begins(RawEvent event) throws ComponentProblemException {
    ContentLine line =
        event
            .first("DTSTART")
            .orElseThrow(() -> new ComponentProblemException(Reason.NO_START, ""));
    Moment begins = reader.moment(line);
    if (begins instanceof Moment.Day day) {
      throw new ComponentProblemException(Reason.ALL_DAY, day.date().toString());
    }
    int year = LocalDateTime.ofInstant(TimeReader.instant(begins, gym), ZoneOffset.UTC).getYear();
    if (year < 1970 || year > 2199) {
      throw new ComponentProblemException(Reason.UNREADABLE_TIME, line.value());
    }
    return begins;
  }

  private Duration duration(RawEvent event, Moment begins) throws ComponentProblemException {
    Duration duration;
    if (event.first("DTEND").isPresent()) {
      Instant end = TimeReader.instant(reader.moment(event.first("DTEND").get()), gym);
      duration = Duration.between(TimeReader.instant(begins, gym), end);
    } else if (event.first("DURATION").isPresent()) {
      duration = TimeReader.duration(event.plain("DURATION"));
    } else {
      throw new ComponentProblemException(Reason.NO_END, "");
    }
    if (!SeriesTimes.fits(duration)) {
      throw new ComponentProblemException(Reason.LENGTH, "");
    }
    return duration;
  }

  private SortedSet<LocalDateTime> dates(
      RawEvent event, String name, ZoneId zone, LocalDateTime start)
      throws ComponentProblemException {
    TreeSet<LocalDateTime> dates = new TreeSet<>();
    for (ContentLine line : event.all(name)) {
      if (line.parameter("VALUE").equalsIgnoreCase("PERIOD")) {
        throw new ComponentProblemException(Reason.NOT_SUPPORTED, name + ";VALUE=PERIOD");
      }
      for (Moment moment : reader.moments(line)) {
        dates.add(TimeReader.local(moment, zone, start.toLocalTime()));
      }
      if (dates.size() > MOST_DATES) {
        throw new ComponentProblemException(Reason.TOO_MANY_DATES, name);
      }
    }
    return dates;
  }

  private static SeriesTimes times(
      RawEvent event,
      LocalDateTime start,
      ZoneId zone,
      Duration duration,
      SortedSet<LocalDateTime> additions)
      throws ComponentProblemException {
    if (event.first("RRULE").isEmpty()) {
      Recurrence once = Recurrence.of(new Pattern.Daily()).times(1);
      return SeriesTimes.of(start, zone, duration, once).plus(additions);
    }
    return switch (Recurrence.read(event.plain("RRULE"), start, zone)) {
      case RuleReading.Refused refused -> throw new ComponentProblemException(refused);
      case RuleReading.Read read ->
          switch (read.recurrence().checkedFor(start.toLocalDate())) {
            case RuleReading.Read fits ->
                SeriesTimes.of(start, zone, duration, fits.recurrence()).plus(additions);
            case RuleReading.Refused refused ->
                besideItsRule(read.recurrence(), refused, start, zone, duration, additions);
          };
    };
  }

  /**
   * A start that its own rule does not fall on. RFC 5545 leaves the meaning open; the calendars
   * that write such files show the start as the first occurrence, and so do we.
   */
  private static SeriesTimes besideItsRule(
      Recurrence rule,
      RuleReading.Refused refused,
      LocalDateTime start,
      ZoneId zone,
      Duration duration,
      SortedSet<LocalDateTime> additions)
      throws ComponentProblemException {
    if (refused.problem() != RuleProblem.START_IS_NO_OCCURRENCE) {
      throw new ComponentProblemException(refused);
    }
    LocalDate first = rule.firstFrom(start.toLocalDate()).orElseThrow();
    TreeSet<LocalDateTime> dates = new TreeSet<>(additions);
    if (rule.limit() instanceof Limit.Times times) {
      if (times.count() == 1) {
        Recurrence once = Recurrence.of(new Pattern.Daily()).times(1);
        return SeriesTimes.of(start, zone, duration, once).plus(dates);
      }
      rule = rule.times(times.count() - 1);
    }
    dates.add(start);
    return SeriesTimes.of(first.atTime(start.toLocalTime()), zone, duration, rule).plus(dates);
  }
}
