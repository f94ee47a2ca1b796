package com.tryzore.crm.organizations;

/** A rule stands against a change to someone's account. */
public class StaffRefusedException extends RuntimeException {

  private final transient StaffProblem problem;

  StaffRefusedException(StaffProblem problem, Throwable cause) {
    super(problem.name(), cause);
    this.problem = problem;
  }

  /** Which rule. */
  public StaffProblem problem() {
    return problem;
  }
}
