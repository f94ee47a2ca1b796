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
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads rules: RFC 5545's grammar, stricter than most (COUNT with UNTIL, INTERVAL=0 and repeated
 * parts are refused), and of its meanings those of a timetable. Rules that mean the same are read
 * as the same: days that the text leaves to the start are spelt out, a daily rule on weekdays is a
 * weekly one, BYSETPOS with one weekday is its place in the month.
 */
final class RuleReader {

  private static final Set<String> KNOWN =
      Set.of("INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS");

  private final RuleParts parts;
  private final LocalDateTime start;
  private final ZoneId zone;

  private RuleReader(RuleParts parts, LocalDateTime start, ZoneId zone) {
    this.parts = parts;
    this.start = start;
    this.zone = zone;
  }

  static RuleReading read(String text, LocalDateTime start, ZoneId zone) {
    try {
      return new RuleReading.Read(new RuleReader(RuleParts.of(text), start, zone).recurrence());
    } catch (RefusedRuleException refused) {
      return new RuleReading.Refused(refused.problem(), refused.what());
    }
  }

  private Recurrence recurrence() throws RefusedRuleException {
    String frequency = parts.text("FREQ");
    if (frequency.isEmpty()) {
      throw new RefusedRuleException(RuleProblem.NO_FREQUENCY, "");
    }
    if (Set.of("HOURLY", "MINUTELY", "SECONDLY").contains(frequency)) {
      throw new RefusedRuleException(RuleProblem.TOO_FREQUENT, frequency);
    }
    for (String part : parts.names()) {
      if (!part.equals("FREQ") && !KNOWN.contains(part)) {
        throw new RefusedRuleException(RuleProblem.NOT_SUPPORTED, part);
      }
    }
    int interval =
        parts.number("INTERVAL", 1, Recurrence.MOST_INTERVAL, RuleProblem.INTERVAL_OUT_OF_RANGE, 1);
    Limit limit = limit();
    DayOfWeek weekStart = parts.has("WKST") ? parts.weekday("WKST") : DayOfWeek.MONDAY;
    Pattern pattern =
        switch (frequency) {
          case "DAILY" -> daily(interval);
          case "WEEKLY" -> weekly();
          case "MONTHLY" -> monthly(interval);
          case "YEARLY" -> yearly();
          default -> throw new RefusedRuleException(RuleProblem.UNREADABLE, frequency);
        };
    return new Recurrence(pattern, interval, limit, weekStart);
  }

  private Limit limit() throws RefusedRuleException {
    if (parts.has("COUNT") && parts.has("UNTIL")) {
      throw new RefusedRuleException(RuleProblem.COUNT_AND_UNTIL, "");
    }
    if (parts.has("COUNT")) {
      return new Times(
          parts.number("COUNT", 1, Recurrence.MOST_TIMES, RuleProblem.COUNT_OUT_OF_RANGE, 1));
    }
    if (!parts.has("UNTIL")) {
      return new Endless();
    }
    LocalDate lastDay = UntilText.lastDay(parts.text("UNTIL"), start.toLocalTime(), zone);
    // Some programs write "for ever" as the last day of the year 9999.
    return lastDay.isBefore(Expansion.HORIZON) ? new Until(lastDay) : new Endless();
  }

  private Pattern daily(int interval) throws RefusedRuleException {
    refuse("BYMONTHDAY", "BYMONTH", "BYSETPOS");
    if (!parts.has("BYDAY")) {
      return new Daily();
    }
    if (interval > 1) {
      throw new RefusedRuleException(RuleProblem.NOT_SUPPORTED, "BYDAY");
    }
    return new Weekly(parts.weekdays());
  }

  private Pattern weekly() throws RefusedRuleException {
    refuse("BYMONTHDAY", "BYMONTH", "BYSETPOS");
    return parts.has("BYDAY")
        ? new Weekly(parts.weekdays())
        : Weekly.on(start.toLocalDate().getDayOfWeek());
  }

  private Pattern monthly(int interval) throws RefusedRuleException {
    DaysOfMonth days = daysOfMonth();
    if (!parts.has("BYMONTH")) {
      return new Monthly(days);
    }
    if (interval > 1) {
      throw new RefusedRuleException(RuleProblem.NOT_SUPPORTED, "BYMONTH");
    }
    return new Yearly(months(), days);
  }

  private Pattern yearly() throws RefusedRuleException {
    if (parts.has("BYMONTH")) {
      return new Yearly(months(), daysOfMonth());
    }
    refuse("BYDAY", "BYSETPOS");
    return parts.has("BYMONTHDAY")
        ? new Yearly(new TreeSet<>(EnumSet.allOf(Month.class)), daysOfMonth())
        : Yearly.in(start.getMonth(), daysOfMonth());
  }

  private SortedSet<Month> months() throws RefusedRuleException {
    TreeSet<Month> months = new TreeSet<>();
    for (int month : parts.numbers("BYMONTH", 1, 12)) {
      months.add(Month.of(month));
    }
    return months;
  }

  private DaysOfMonth daysOfMonth() throws RefusedRuleException {
    if (parts.has("BYDAY")) {
      refuse("BYMONTHDAY");
      return new OnWeekdays(nthWeekdays());
    }
    refuse("BYSETPOS");
    if (!parts.has("BYMONTHDAY")) {
      return DaysOfMonth.onDateOf(start.toLocalDate());
    }
    TreeSet<Integer> dates = new TreeSet<>(parts.numbers("BYMONTHDAY", -31, 31));
    return new OnDates(dates);
  }

  private SortedSet<NthWeekday> nthWeekdays() throws RefusedRuleException {
    if (!parts.has("BYSETPOS")) {
      return parts.nthWeekdays();
    }
    List<Integer> places = parts.numbers("BYSETPOS", -NthWeekday.MOST, NthWeekday.MOST);
    Set<DayOfWeek> days = parts.weekdays();
    boolean oneMonth = !parts.has("BYMONTH") || parts.text("FREQ").equals("MONTHLY");
    if (days.size() > 1 || !(oneMonth || months().size() == 1)) {
      throw new RefusedRuleException(RuleProblem.NOT_SUPPORTED, "BYSETPOS");
    }
    TreeSet<NthWeekday> nths = new TreeSet<>();
    for (int place : places) {
      nths.add(new NthWeekday(place, days.iterator().next()));
    }
    return nths;
  }

  private void refuse(String... names) throws RefusedRuleException {
    for (String name : names) {
      if (parts.has(name)) {
        throw new RefusedRuleException(RuleProblem.NOT_SUPPORTED, name);
      }
    }
  }
}
