package com.tryzore.crm.schedule.ical;

import com.tryzore.crm.schedule.recurrence.RuleReading;
import java.util.Locale;
import java.util.Optional;

/**
 * An event of the file that cannot be taken, or a part of it.
 *
 * @param line where the event begins, from 1
 * @param title its title; empty if it has none
 * @param what the value that the sentence names as {0}; may be empty
 * @param rule why, when its rule is the trouble
 */
public record ComponentProblem(
    int line, String title, Reason reason, String what, Optional<RuleReading.Refused> rule) {

  /** Why; {@code schedule.ical.problem.<word>} says it. */
  public enum Reason {
    /** It has no start. */
    NO_START,
    /** A date or time that is none, or has seconds. */
    UNREADABLE_TIME,
    /** A whole day without hours. */
    ALL_DAY,
    /** A zone that nobody knows. */
    UNKNOWN_ZONE,
    /** Neither end nor duration. */
    NO_END,
    /** Shorter than five minutes or longer than a day. */
    LENGTH,
    /** Its rule; see {@link ComponentProblem#rule}. */
    RULE,
    /** A property that this calendar has no use for and that would change when it takes place. */
    NOT_SUPPORTED,
    /** More exceptions or additions than any series has. */
    TOO_MANY_DATES,
    /** A line that is none, or is too long. */
    UNREADABLE_LINE,
    /** A second event under the same identifier; the newer is taken. */
    DOUBLE,
    /** A change to an occurrence of a series that is not in the file. */
    CHANGE_WITHOUT_SERIES,
    /** A change to an occurrence that the series does not have. */
    CHANGE_WITHOUT_OCCURRENCE;

    /** The last part of its message key. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
