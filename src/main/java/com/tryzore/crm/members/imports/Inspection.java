package com.tryzore.crm.members.imports;

import java.util.List;
import java.util.Set;

/** What a first look at a file found. */
public sealed interface Inspection {
  /**
   * A table that can be read to its end.
   *
   * @param columns its columns, in order
   * @param rows how many members it may hold: rows without the header and without blank ones
   * @param preview its first rows as they stand in the file
   * @param suggestion what it probably means, for a person to correct
   * @param notices what to look at first
   */
  record Understood(
      List<ColumnInspection> columns,
      int rows,
      List<TableRow> preview,
      ImportMapping suggestion,
      Set<FileNotice> notices)
      implements Inspection {
    /** Columns that the suggestion reads as dates although their order is not sure. */
    public List<ColumnMapping> datesToLookAt() {
      return java.util.stream.IntStream.range(0, columns.size())
          .filter(i -> suggestion.columns().get(i).field().isDate())
          .filter(i -> columns.get(i).dates().needsALook())
          .mapToObj(i -> suggestion.columns().get(i))
          .toList();
    }
  }

  /** No table, or one that cannot be read. */
  record Refused(FileRefusal refusal) implements Inspection {}

  /** Somebody pressed Cancel. */
  record Cancelled() implements Inspection {}
}
