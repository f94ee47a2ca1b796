package com.tryzore.crm.schedule.recurrence;

/** What came of a rule. */
public sealed interface RuleReading {

  /** A rule that can be kept. */
  record Read(Recurrence recurrence) implements RuleReading {}

  /**
   * A rule that cannot.
   *
   * @param what the part of the rule, or the value, that the sentence names; may be empty
   */
  record Refused(RuleProblem problem, String what) implements RuleReading {}
}
