package com.tryzore.crm.schedule;

import java.util.Optional;

/**
 * What becomes of one event or series of a timetable.
 *
 * @param line where it begins in the file, from 1
 * @param sessions how many sessions are made, moved, changed or cancelled
 * @param withoutRoom how many of those made lack their room, which is taken
 * @param problem why it stays as it is, when it does
 */
public record ImportLine(
    int line,
    String uid,
    String title,
    State state,
    int sessions,
    int withoutRoom,
    Optional<Problem> problem) {

  /** What happens. */
  public enum State {
    /** It is not here yet. */
    NEW,
    /** It is here and the file says otherwise than the last time. */
    UPDATED,
    /** The file says the same as the last time; what was changed here since stays. */
    UNCHANGED,
    /** The file says that it does not take place. */
    CANCELLED,
    /** It cannot be done. */
    PROBLEM
  }

  /** Why something stays as it is. */
  public enum Problem {
    /** It has begun. */
    HAS_BEGUN,
    /** It would be cancelled, and people have places in it: cancel it here and decide on them. */
    HAS_PLACES,
    /** Nothing of it is still to come, or its new times do not fit the old ones. */
    TIMES,
    /** Once it was a series and now it is not, or the other way round. */
    OTHER_SHAPE
  }

  static ImportLine problem(int line, String uid, String title, Problem problem) {
    return new ImportLine(line, uid, title, State.PROBLEM, 0, 0, Optional.of(problem));
  }
}
