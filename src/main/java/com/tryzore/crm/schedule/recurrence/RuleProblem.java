package com.tryzore.crm.schedule.recurrence;

import java.util.Locale;

/** Why a rule is refused; {@code schedule.rule.problem.<word>} with the part as {0} says it. */
public enum RuleProblem {
  /** Nothing in it. */
  EMPTY,
  /** More characters than any rule has. */
  TOO_LONG,
  /** Not of the form NAME=VALUE;NAME=VALUE. */
  UNREADABLE,
  /** A part stands twice. */
  REPEATED_PART,
  /** No FREQ. */
  NO_FREQUENCY,
  /** By the hour, minute or second. */
  TOO_FREQUENT,
  /** An interval that is no number or beyond {@link Recurrence#MOST_INTERVAL}. */
  INTERVAL_OUT_OF_RANGE,
  /** A count that is no number, zero, or beyond {@link Recurrence#MOST_TIMES}. */
  COUNT_OUT_OF_RANGE,
  /** COUNT and UNTIL exclude each other. */
  COUNT_AND_UNTIL,
  /** An UNTIL that is no date. */
  UNTIL_UNREADABLE,
  /** It ends before the first occurrence. */
  ENDS_BEFORE_IT_BEGINS,
  /** A day, month or place that does not exist. */
  NO_SUCH_DAY,
  /** A part, or parts together, that this calendar has no use for. */
  NOT_SUPPORTED,
  /** No day ever fits, such as 30 February. */
  NEVER,
  /** The series begins on a day that its rule does not fall on. */
  START_IS_NO_OCCURRENCE;

  /** The last part of its message key. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
