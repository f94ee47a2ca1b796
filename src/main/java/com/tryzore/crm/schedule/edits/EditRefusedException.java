package com.tryzore.crm.schedule.edits;

import com.tryzore.crm.schedule.recurrence.RuleReading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries a refusal to the top of an edit; never leaves this package. */
final class EditRefusedException extends Exception {

  private final EditProblem problem;
  private final transient RuleReading.@Nullable Refused rule;

  EditRefusedException(EditProblem problem) {
    this(problem, null);
  }

  EditRefusedException(RuleReading.Refused rule) {
    this(EditProblem.RULE, rule);
  }

  private EditRefusedException(EditProblem problem, RuleReading.@Nullable Refused rule) {
    super(problem.word(), null, false, false);
    this.problem = problem;
    this.rule = rule;
  }

  EditResult.Refused result() {
    return new EditResult.Refused(problem, Optional.ofNullable(rule));
  }
}
