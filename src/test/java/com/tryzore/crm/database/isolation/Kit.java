package com.tryzore.crm.database.isolation;

import java.util.List;
import java.util.function.Function;

/**
 * One table of the trial world: its rows, the rows a subject tries to add, and the change a subject
 * tries to make.
 */
record Kit(
    String table,
    List<Specimen> rows,
    Function<Subject, List<Specimen>> attempts,
    Function<Subject, String> change) {

  static Kit of(String table, List<Specimen> rows) {
    return new Kit(table, rows, subject -> List.of(), subject -> "organization_id = null");
  }

  Kit tried(Function<Subject, List<Specimen>> more) {
    return new Kit(table, rows, more, change);
  }

  Kit changed(String assignment) {
    return changed(subject -> assignment);
  }

  Kit changed(Function<Subject, String> assignment) {
    return new Kit(table, rows, attempts, assignment);
  }
}
