package com.tryzore.crm.schedule.recurrence;

import com.tryzore.crm.schedule.recurrence.Limit.Endless;
import com.tryzore.crm.schedule.recurrence.Limit.Times;
import com.tryzore.crm.schedule.recurrence.Limit.Until;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How something repeats: a value of the recurrence rules of RFC 5545 (section 3.3.10) that a gym's
 * timetable needs. A time of day is not part of it: that is the start's.
 *
 * @param interval every so many days, weeks, months or years; 1 to {@link #MOST_INTERVAL}
 * @param weekStart where a week begins; matters to "every 2 weeks on Monday and Sunday"
 */
public record Recurrence(Pattern pattern, int interval, Limit limit, DayOfWeek weekStart) {

  /** The widest interval. */
  public static final int MOST_INTERVAL = 999;

  /** The most occurrences that a rule may count. */
  public static final int MOST_TIMES = 1000;

  /** Refuses intervals and counts beyond the limits. */
  public Recurrence {
    if (interval < 1 || interval > MOST_INTERVAL) {
      throw new IllegalArgumentException("interval " + interval);
    }
    if (limit instanceof Times times && times.count() > MOST_TIMES) {
      throw new IllegalArgumentException("count " + times.count());
    }
  }

  /** Every day, week, month or year, without an end, weeks beginning on Monday. */
  public static Recurrence of(Pattern pattern) {
    return new Recurrence(pattern, 1, new Endless(), DayOfWeek.MONDAY);
  }

  /** The same, every so many. */
  public Recurrence every(int newInterval) {
    return new Recurrence(pattern, newInterval, limit, weekStart);
  }

  /** The same, ending otherwise. */
  public Recurrence with(Limit newLimit) {
    return new Recurrence(pattern, interval, newLimit, weekStart);
  }

  /** The same, ending with this day. */
  public Recurrence until(LocalDate lastDay) {
    return with(new Until(lastDay));
  }

  /** The same, ending after so many occurrences. */
  public Recurrence times(int count) {
    return with(new Times(count));
  }

  /** The same on other days. */
  public Recurrence on(Pattern newPattern) {
    return new Recurrence(newPattern, interval, limit, weekStart);
  }

  /**
   * Reads the text of an RRULE.
   *
   * @param text the value, for example {@code FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270331T035959Z}
   * @param start the local start of the series; gives the days that the text leaves out
   * @param zone the zone of the start, by which an UNTIL in UTC becomes a day
   */
  public static RuleReading read(String text, LocalDateTime start, ZoneId zone) {
    return RuleReader.read(text, start, zone);
  }

  /**
   * Whether this rule can be kept for a series that begins there: the start is its first
   * occurrence, and it ends no sooner than it begins.
   */
  public RuleReading checkedFor(LocalDate start) {
    if (limit instanceof Until until && until.lastDay().isBefore(start)) {
      return new RuleReading.Refused(RuleProblem.ENDS_BEFORE_IT_BEGINS, until.lastDay().toString());
    }
    Optional<LocalDate> first = firstFrom(start);
    if (first.isEmpty()) {
      return new RuleReading.Refused(RuleProblem.NEVER, "");
    }
    if (!first.get().equals(start)) {
      return new RuleReading.Refused(RuleProblem.START_IS_NO_OCCURRENCE, first.get().toString());
    }
    return new RuleReading.Read(this);
  }

  /** The first day on or after this one that the rule, begun there, falls on; none if never. */
  public Optional<LocalDate> firstFrom(LocalDate day) {
    return Expansion.dates(this, day, day, LocalDate.MAX).findFirst();
  }

  /**
   * The text of the RRULE, without its name. An end by day becomes the last second of that day in
   * UTC, as RFC 5545 asks of starts with a zone; so it stays right when the time of day changes.
   *
   * @param zone the zone of the series
   */
  public String text(ZoneId zone) {
    return RuleText.of(this, zone);
  }
}
