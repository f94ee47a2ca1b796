package com.tryzore.crm.schedule.ical;

import com.tryzore.crm.schedule.recurrence.RuleReading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries the trouble with one event to the top of the reader; never leaves this package. */
final class ComponentProblemException extends Exception {

  private static final int MOST_SHOWN = 60;

  private final ComponentProblem.Reason reason;
  private final String what;
  private final transient RuleReading.@Nullable Refused rule;

  ComponentProblemException(ComponentProblem.Reason reason, String what) {
    this(reason, what, null);
  }

  ComponentProblemException(RuleReading.Refused rule) {
    this(ComponentProblem.Reason.RULE, rule.what(), rule);
  }

  private ComponentProblemException(
      ComponentProblem.Reason reason, String what, RuleReading.@Nullable Refused rule) {
    super(reason.word(), null, false, false);
    this.reason = reason;
    this.what = what.length() > MOST_SHOWN ? what.substring(0, MOST_SHOWN) + "…" : what;
    this.rule = rule;
  }

  ComponentProblem of(int line, String title) {
    return new ComponentProblem(
        line, title, reason, DraftText.oneLine(what, MOST_SHOWN + 1), Optional.ofNullable(rule));
  }
}
