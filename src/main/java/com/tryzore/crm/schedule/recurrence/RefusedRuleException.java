package com.tryzore.crm.schedule.recurrence;

/** Carries a refusal to the top of the reader; never leaves this package. */
final class RefusedRuleException extends Exception {

  private static final int MOST_SHOWN = 40;

  private final RuleProblem problem;
  private final String what;

  RefusedRuleException(RuleProblem problem, String what) {
    super(problem.word(), null, false, false);
    this.problem = problem;
    this.what = what.length() > MOST_SHOWN ? what.substring(0, MOST_SHOWN) + "…" : what;
  }

  RuleProblem problem() {
    return problem;
  }

  String what() {
    return what;
  }
}
