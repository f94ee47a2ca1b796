package com.tryzore.crm.schedule.edits;

import java.util.Locale;

/** Why a change is refused; {@code schedule.edit.problem.<word>} says it. */
public enum EditProblem {
  /** The series has no such occurrence, or it was cancelled. */
  NO_SUCH_OCCURRENCE,
  /** It has begun. */
  HAS_BEGUN,
  /**
   * It was moved here from a day that has passed, so nothing follows it: change it alone, or all.
   */
  MOVED_FROM_THE_PAST,
  /** No occurrence is still to come. */
  NOTHING_TO_COME,
  /** The new time has passed. */
  NEW_TIME_HAS_PASSED,
  /** Shorter than five minutes, longer than a day, or with seconds. */
  LENGTH,
  /** The series has an occurrence on that day already. */
  DAY_TAKEN,
  /** Of several days a week, one moves only within its week. */
  LEAVES_ITS_WEEK,
  /** A day of the month moves only within its month. */
  LEAVES_ITS_MONTH,
  /** It would come before the occurrence that precedes it. */
  OVERTAKES,
  /** It was added besides the rule: its day moves alone only. */
  ADDED_BESIDES,
  /** A single occurrence has no rule. */
  ONE_HAS_NO_RULE,
  /** The new rule does not fit; the result says why. */
  RULE;

  /** The last part of its message key. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
