package com.tryzore.crm.schedule.ical;

import java.util.List;
import java.util.Locale;

/** What came of a file. */
public sealed interface TimetableReading {

  /**
   * A calendar.
   *
   * @param drafts what can be taken, in the order of the file
   * @param problems what cannot, by line
   */
  record Read(List<TimetableDraft> drafts, List<ComponentProblem> problems)
      implements TimetableReading {
    /** Takes copies. */
    public Read {
      drafts = List.copyOf(drafts);
      problems = List.copyOf(problems);
    }
  }

  /**
   * No calendar that can be read.
   *
   * @param line where it fails, from 1; 0 when it is the file as a whole
   */
  record Refused(Reason reason, int line) implements TimetableReading {}

  /**
   * Why a whole file is refused; {@code schedule.ical.file.<word>} says it with the line as {0}.
   */
  enum Reason {
    /** Nothing in it. */
    EMPTY,
    /** More than {@link TimetableReader#MOST_BYTES}. */
    TOO_LARGE,
    /** It does not begin like a calendar. */
    NOT_ICALENDAR,
    /** Its letters are not UTF-8. */
    NOT_UTF8,
    /** It ends in the middle. */
    BROKEN_OFF,
    /** A component ends that did not begin. */
    DAMAGED,
    /** Components within components beyond all reason. */
    NESTED_TOO_DEEP,
    /** More than {@link TimetableReader#MOST_EVENTS} events. */
    TOO_MANY_EVENTS;

    /** The last part of its message key. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
