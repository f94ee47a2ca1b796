package com.tryzore.crm.members.imports;

import java.util.List;

/** What came of trying an import. */
public sealed interface DryRunResult {
  /** All rows were looked at. */
  record Done(DryRun dryRun) implements DryRunResult {}

  /** The mapping must be corrected first. */
  record NotReady(List<MappingProblem> problems) implements DryRunResult {
    public NotReady {
      problems = List.copyOf(problems);
    }
  }

  /** The file cannot be read with this mapping. */
  record Refused(FileRefusal refusal) implements DryRunResult {}

  /** Somebody pressed Cancel. */
  record Cancelled() implements DryRunResult {}
}
