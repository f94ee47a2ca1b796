package com.tryzore.crm.members.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a date as people and programs write it. A time of day behind it is left out. */
final class DateText {
  /** Nine thousand years ahead is how some programs write "never ends". */
  private static final int NEVER = 2900;

  private static final Pattern TIME =
      Pattern.compile("(?:T|,?\\s+)\\d{1,2}:\\d{2}.*$", Pattern.DOTALL);
  private static final Pattern BETWEEN = Pattern.compile("[./\\-\\s,]+");
  private static final Set<String> FILLERS = Set.of("de", "del", "of");

  private DateText() {}

  /** What a text came to. */
  sealed interface Reading {}

  /** A date. */
  record Date(LocalDate date) implements Reading {}

  /** No date by intent: blank, {@code 0000-00-00}, or the far future that means never. */
  record None() implements Reading {}

  /** Written like a date, but the calendar has no such day. */
  record Impossible() implements Reading {}

  /** Not written like a date, or not in the column's order. */
  record Unreadable() implements Reading {}

  /**
   * The three numbers of a date in the order in which they were written.
   *
   * @param monthNamed whether the month was a name, so that the order is known
   */
  record Parts(int first, int second, int third, Shape shape, boolean monthNamed) {}

  /** What the writing alone tells of the order. */
  enum Shape {
    /** Four digits first. */
    YEAR_FIRST,
    /** The year last, with full stops: day first wherever that is written. */
    DOTTED,
    /** The year last, with slashes, dashes or blanks: either order. */
    SLASHED
  }

  /**
   * @param order in which numbers stand where the writing leaves it open
   * @param latestYear the last year that a two-digit year may mean; {@code 26} is then one of the
   *     hundred years up to it
   */
  static Reading read(String text, DateOrder order, int latestYear) {
    String written = text.strip();
    if (written.isEmpty()) {
      return new None();
    }
    return parts(written, order)
        .map(parts -> inOrder(parts, order, latestYear))
        .orElse(new Unreadable());
  }

  private static Reading inOrder(Parts parts, DateOrder order, int latestYear) {
    if (parts.first == 0 && parts.second == 0 && parts.third == 0) {
      return new None();
    }
    if (parts.shape == Shape.YEAR_FIRST) {
      return date(parts.first, parts.second, parts.third);
    }
    if (parts.monthNamed || (order == DateOrder.YEAR_MONTH_DAY && parts.shape == Shape.DOTTED)) {
      return date(year(parts.third, latestYear), parts.second, parts.first);
    }
    return switch (order) {
      case DAY_MONTH_YEAR -> date(year(parts.third, latestYear), parts.second, parts.first);
      case MONTH_DAY_YEAR -> date(year(parts.third, latestYear), parts.first, parts.second);
      case YEAR_MONTH_DAY -> new Unreadable();
    };
  }

  private static int year(int written, int latestYear) {
    if (written >= 100) {
      return written;
    }
    int year = latestYear - latestYear % 100 + written;
    return year > latestYear ? year - 100 : year;
  }

  private static Reading date(int year, int month, int day) {
    if (year >= NEVER) {
      return new None();
    }
    try {
      return new Date(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      return new Impossible();
    }
  }

  /** The numbers of a date and what their writing tells; none when it is not written like one. */
  static Optional<Parts> parts(String text, DateOrder compactOrder) {
    String written = text.indexOf(':') < 0 ? text : TIME.matcher(text).replaceFirst("");
    if (written.length() > 40) {
      return Optional.empty();
    }
    if (written.length() == 8 && written.chars().allMatch(DateText::isDigit)) {
      return Optional.of(compact(written, compactOrder));
    }
    List<String> words = new ArrayList<>(3);
    for (String word : BETWEEN.split(written, -1)) {
      if (!word.isEmpty() && !FILLERS.contains(WordKeys.plain(word))) {
        words.add(word);
      }
    }
    return words.size() == 3 ? threeWords(words, written) : Optional.empty();
  }

  private static Parts compact(String digits, DateOrder order) {
    if (order == DateOrder.YEAR_MONTH_DAY) {
      return new Parts(
          number(digits.substring(0, 4)),
          number(digits.substring(4, 6)),
          number(digits.substring(6)),
          Shape.YEAR_FIRST,
          false);
    }
    return new Parts(
        number(digits.substring(0, 2)),
        number(digits.substring(2, 4)),
        number(digits.substring(4)),
        Shape.SLASHED,
        false);
  }

  private static Optional<Parts> threeWords(List<String> words, String written) {
    int first = number(words.get(0));
    int second = number(words.get(1));
    int third = number(words.get(2));
    boolean named = false;
    if (second < 0 && MonthNames.numberOf(words.get(1)) > 0) {
      second = MonthNames.numberOf(words.get(1));
      named = true;
    } else if (first < 0 && MonthNames.numberOf(words.get(0)) > 0) {
      first = second;
      second = MonthNames.numberOf(words.get(0));
      named = true;
    }
    if (first < 0 || second < 0 || third < 0) {
      return Optional.empty();
    }
    if (words.get(0).length() == 4 && isDigit(words.get(0).charAt(0))) {
      return Optional.of(new Parts(first, second, third, Shape.YEAR_FIRST, named));
    }
    boolean fullYear = words.get(2).length() == 4 && (third >= 1000 || third + second + first == 0);
    boolean yearLast = fullYear || words.get(2).length() == 2;
    Shape shape = written.indexOf('.') > 0 ? Shape.DOTTED : Shape.SLASHED;
    return yearLast ? Optional.of(new Parts(first, second, third, shape, named)) : Optional.empty();
  }

  /** The number of up to four ASCII digits, or -1. */
  private static int number(String word) {
    if (word.isEmpty() || word.length() > 4 || !word.chars().allMatch(DateText::isDigit)) {
      return -1;
    }
    return Integer.parseInt(word);
  }

  private static boolean isDigit(int letter) {
    return letter >= '0' && letter <= '9';
  }
}
