package com.tryzore.crm.schedule.ui.imports;

import com.tryzore.crm.schedule.ImportLine;
import com.tryzore.crm.schedule.TimetableImport;
import com.tryzore.crm.schedule.ical.ComponentProblem;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.QueryState;
import com.tryzore.crm.ui.StatusBadge;
import com.tryzore.crm.ui.Texts;
import com.tryzore.crm.ui.Tone;

/** What the engine says, in the reader's words. */
record ImportWords(Texts texts) {

  /** Why an event of the file cannot be taken, with its title and line. */
  String problem(ComponentProblem problem) {
    String title = problem.title().isEmpty() ? "?" : problem.title();
    return texts.get("schedule.import.problem", problem.line(), title, why(problem));
  }

  private String why(ComponentProblem problem) {
    return problem
        .rule()
        .map(rule -> texts.get("schedule.rule.problem." + rule.problem().word(), rule.what()))
        .orElseGet(
            () -> texts.get("schedule.ical.problem." + problem.reason().word(), problem.what()));
  }

  /** What became of a line, in colour, icon and words. */
  StatusBadge badge(ImportLine.State state) {
    return switch (state) {
      case NEW -> badge(Tone.GOOD, Icon.PLUS, state);
      case UPDATED -> badge(Tone.ACCENT, Icon.EDIT, state);
      case UNCHANGED -> badge(Tone.QUIET, Icon.CHECK, state);
      case CANCELLED -> badge(Tone.QUIET, Icon.MINUS, state);
      case PROBLEM -> badge(Tone.BAD, Icon.STOP, state);
    };
  }

  private StatusBadge badge(Tone tone, Icon icon, ImportLine.State state) {
    return new StatusBadge(
        tone, icon, texts.get("schedule.import.state." + QueryState.word(state)));
  }

  /** Whether an import stands. */
  StatusBadge badge(TimetableImport job) {
    return job.undone().isPresent()
        ? new StatusBadge(Tone.QUIET, Icon.UNDO, texts.get("schedule.import.undone"))
        : new StatusBadge(Tone.GOOD, Icon.CHECK, texts.get("schedule.import.done"));
  }
}
