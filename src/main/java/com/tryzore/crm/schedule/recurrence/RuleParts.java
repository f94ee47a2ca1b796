package com.tryzore.crm.schedule.recurrence;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** The parts of a rule's text, each read as what it should be or refused. */
final class RuleParts {

  private static final int MOST_CHARACTERS = 1000;
  private static final java.util.regex.Pattern NUMBER =
      java.util.regex.Pattern.compile("[+-]?\\d{1,9}");
  private static final java.util.regex.Pattern DAY =
      java.util.regex.Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");

  private final Map<String, String> parts;

  private RuleParts(Map<String, String> parts) {
    this.parts = parts;
  }

  static RuleParts of(String text) throws RefusedRuleException {
    String rule = text.strip().toUpperCase(Locale.ROOT);
    if (rule.isEmpty()) {
      throw new RefusedRuleException(RuleProblem.EMPTY, "");
    }
    if (rule.length() > MOST_CHARACTERS) {
      throw new RefusedRuleException(RuleProblem.TOO_LONG, rule);
    }
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : rule.split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals < 1 || equals == part.length() - 1) {
        throw new RefusedRuleException(RuleProblem.UNREADABLE, part);
      }
      if (parts.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
        throw new RefusedRuleException(RuleProblem.REPEATED_PART, part.substring(0, equals));
      }
    }
    return new RuleParts(parts);
  }

  Set<String> names() {
    return parts.keySet();
  }

  boolean has(String name) {
    return parts.containsKey(name);
  }

  String text(String name) {
    return parts.getOrDefault(name, "");
  }

  int number(String name, int least, int most, RuleProblem otherwise, int absent)
      throws RefusedRuleException {
    String text = text(name);
    if (text.isEmpty()) {
      return absent;
    }
    if (!NUMBER.matcher(text).matches()
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      throw new RefusedRuleException(otherwise, text);
    }
    return Integer.parseInt(text);
  }

  /** A list of numbers in a range, never 0. */
  List<Integer> numbers(String name, int least, int most) throws RefusedRuleException {
    List<Integer> numbers = new ArrayList<>();
    for (String text : text(name).split(",", -1)) {
      if (!NUMBER.matcher(text).matches()) {
        throw new RefusedRuleException(RuleProblem.UNREADABLE, name + "=" + text);
      }
      int number = Integer.parseInt(text);
      if (number == 0 || number < least || number > most) {
        throw new RefusedRuleException(RuleProblem.NO_SUCH_DAY, text);
      }
      numbers.add(number);
    }
    return numbers;
  }

  DayOfWeek weekday(String name) throws RefusedRuleException {
    Matcher matcher = day(text(name));
    if (matcher.group(1) != null) {
      throw new RefusedRuleException(RuleProblem.UNREADABLE, text(name));
    }
    return weekday(matcher);
  }

  /** The days of BYDAY, which must not have places. */
  SortedSet<DayOfWeek> weekdays() throws RefusedRuleException {
    TreeSet<DayOfWeek> days = new TreeSet<>();
    for (String text : text("BYDAY").split(",", -1)) {
      Matcher matcher = day(text);
      if (matcher.group(1) != null) {
        throw new RefusedRuleException(RuleProblem.NOT_SUPPORTED, "BYDAY=" + text);
      }
      days.add(weekday(matcher));
    }
    return days;
  }

  /** The days of BYDAY, which must have places within a month. */
  SortedSet<NthWeekday> nthWeekdays() throws RefusedRuleException {
    TreeSet<NthWeekday> days = new TreeSet<>();
    for (String text : text("BYDAY").split(",", -1)) {
      Matcher matcher = day(text);
      if (matcher.group(1) == null) {
        throw new RefusedRuleException(RuleProblem.NOT_SUPPORTED, "BYDAY=" + text);
      }
      int place = Integer.parseInt(matcher.group(1));
      if (place == 0 || Math.abs(place) > NthWeekday.MOST) {
        throw new RefusedRuleException(RuleProblem.NO_SUCH_DAY, text);
      }
      days.add(new NthWeekday(place, weekday(matcher)));
    }
    return days;
  }

  private static Matcher day(String text) throws RefusedRuleException {
    Matcher matcher = DAY.matcher(text);
    if (!matcher.matches()) {
      throw new RefusedRuleException(RuleProblem.UNREADABLE, "BYDAY=" + text);
    }
    return matcher;
  }

  private static DayOfWeek weekday(Matcher matcher) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (RuleText.code(day).equals(matcher.group(2))) {
        return day;
      }
    }
    throw new IllegalStateException(matcher.group(2));
  }
}
