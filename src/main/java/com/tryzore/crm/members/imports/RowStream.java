package com.tryzore.crm.members.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a file row by row, in batches of some hundreds, and asks of each batch whom the gym has.
 */
final class RowStream {
  private static final int BATCH = 500;

  private final ImportSource source;
  private final ImportMapping mapping;
  private final ImportContext context;
  private final ExistingMembers existing;
  private final ImportProgress progress;

  RowStream(
      ImportSource source,
      ImportMapping mapping,
      ImportContext context,
      ExistingMembers existing,
      ImportProgress progress) {
    this.source = source;
    this.mapping = mapping;
    this.context = context;
    this.existing = existing;
    this.progress = progress;
  }

  /**
   * Hands every batch of rows over, in order.
   *
   * @throws FileRefusedException when the file turns out unreadable; batches before were handed
   *     over
   * @throws ImportCancelledException when somebody cancels, likewise
   */
  void forEachBatch(Consumer<List<ExaminedRow>> consumer) {
    RowReader reader = new RowReader(mapping, context);
    long total = source.size();
    int rows = 0;
    try (TableReader table = TableReader.open(source, mapping.dialect(), context.limits())) {
      requireSameColumns(table.header());
      List<ImportRow> batch = new ArrayList<>(BATCH);
      for (TableRow row = table.next(); row != null; row = table.next()) {
        rows++;
        if (rows > context.limits().rows()) {
          throw FileRefusedException.because(FileProblem.TOO_MANY_ROWS, context.limits().rows());
        }
        batch.add(reader.read(row));
        if (batch.size() == BATCH) {
          consumer.accept(examined(batch));
          batch.clear();
          report(rows, table.bytesRead(), total);
        }
      }
      if (!batch.isEmpty()) {
        consumer.accept(examined(batch));
      }
      report(rows, table.bytesRead(), total);
    }
    if (rows == 0) {
      throw FileRefusedException.because(FileProblem.HEADER_ONLY);
    }
  }

  private void requireSameColumns(List<String> header) {
    List<String> mapped = mapping.columns().stream().map(ColumnMapping::header).toList();
    if (!mapped.equals(header.stream().map(String::strip).toList())) {
      throw new IllegalArgumentException("the mapping is for another file: " + mapped);
    }
  }

  private List<ExaminedRow> examined(List<ImportRow> batch) {
    Matches matches = Matches.of(batch, existing);
    List<ExaminedRow> examined = new ArrayList<>(batch.size());
    for (ImportRow row : batch) {
      examined.add(
          new ExaminedRow(
              row,
              row instanceof ImportRow.Accepted accepted
                  ? matches.of(accepted.member())
                  : List.of()));
    }
    return examined;
  }

  private void report(int rows, long bytes, long total) {
    if (!progress.goOn(rows, bytes, total)) {
      throw new ImportCancelledException();
    }
  }
}
