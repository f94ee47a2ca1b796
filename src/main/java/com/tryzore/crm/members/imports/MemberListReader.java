package com.tryzore.crm.members.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads lists of members: looks at a file and guesses what it means, tries it out, and hands its
 * rows over to whoever writes them. Keeps nothing between calls and holds no more of a file in
 * memory than a few hundred rows and what tells duplicates apart.
 */
public final class MemberListReader {
  private MemberListReader() {}

  /** Looks at a file for the first time: what it is, and what it probably means. */
  public static Inspection inspect(
      ImportSource source, ImportContext context, ImportProgress progress) {
    return new FileInspector(source, context, progress).inspect(null);
  }

  /** Looks at a file again, reading it as a person says. */
  public static Inspection inspect(
      ImportSource source, Dialect dialect, ImportContext context, ImportProgress progress) {
    return new FileInspector(source, context, progress).inspect(dialect);
  }

  /** Finds out what an import would do. */
  public static DryRunResult dryRun(
      ImportSource source,
      ImportMapping mapping,
      ImportContext context,
      ExistingMembers existing,
      ImportProgress progress) {
    if (!mapping.problems().isEmpty()) {
      return new DryRunResult.NotReady(mapping.problems());
    }
    DryRunTally tally = new DryRunTally();
    try {
      forEachBatch(source, mapping, context, existing, progress, rows -> rows.forEach(tally::add));
    } catch (FileRefusedException e) {
      return new DryRunResult.Refused(e.refusal());
    } catch (ImportCancelledException e) {
      return new DryRunResult.Cancelled();
    }
    return tally.mappingProblems().isEmpty()
        ? new DryRunResult.Done(tally.dryRun(existing))
        : new DryRunResult.NotReady(tally.mappingProblems());
  }

  /**
   * Hands the rows of a file over in batches of some hundreds, in order, each with the members whom
   * it may be.
   *
   * @throws FileRefusedException when the file turns out unreadable, maybe after some batches
   * @throws ImportCancelledException when the progress says to stop, maybe after some batches
   * @throws IllegalArgumentException when the mapping is for another file
   */
  public static void forEachBatch(
      ImportSource source,
      ImportMapping mapping,
      ImportContext context,
      ExistingMembers existing,
      ImportProgress progress,
      Consumer<List<ExaminedRow>> consumer) {
    new RowStream(source, mapping, context, existing, progress).forEachBatch(consumer);
  }

  /**
   * The different cells of one column, trimmed as rows are; none when no column holds the field.
   *
   * @throws FileRefusedException when the file turns out unreadable
   */
  public static Set<String> cells(ImportSource source, ImportMapping mapping, ImportField field) {
    Set<String> cells = new HashSet<>();
    int column = mapping.columns().stream().map(ColumnMapping::field).toList().indexOf(field);
    if (column < 0) {
      return cells;
    }
    try (TableReader table = TableReader.open(source, mapping.dialect(), ImportLimits.USUAL)) {
      for (TableRow row = table.next(); row != null; row = table.next()) {
        if (column < row.cells().size()) {
          cells.add(CleanText.line(row.cells().get(column)));
        }
      }
    }
    return cells;
  }
}
