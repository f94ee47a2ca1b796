package com.tryzore.crm.members.imports;

import com.tryzore.crm.members.SafeCsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes what became of each row as a table to download: row, outcome, reason, member number, name.
 * Safe to open in a spreadsheet whatever the members call themselves.
 */
public final class ImportReport implements Closeable {
  private final SafeCsvWriter csv;
  private final Function<String, String> words;

  /**
   * @param target where to write; closed at the end
   * @param words gives the text of a message key in the reader's language
   */
  public ImportReport(OutputStream target, Function<String, String> words) {
    this.csv = SafeCsvWriter.to(target);
    this.words = words;
    csv.row(
        List.of("row", "outcome", "reason", "number", "name").stream()
            .map(column -> words.apply("members.import.report." + column))
            .toList());
  }

  /** What became of a row. */
  public enum Outcome {
    CREATED,
    UPDATED,
    SKIPPED,
    REJECTED;

    /** The key of its name on screen. */
    public String messageKey() {
      return "members.import.outcome." + MessageKeys.kebab(this);
    }
  }

  /**
   * Writes one row.
   *
   * @param reasonKeys message keys of what is to be said about it; several are joined
   */
  public void row(
      int number,
      Outcome outcome,
      List<String> reasonKeys,
      @Nullable String memberNumber,
      @Nullable String name) {
    csv.row(
        Integer.toString(number),
        words.apply(outcome.messageKey()),
        String.join("; ", reasonKeys.stream().map(words).toList()),
        memberNumber,
        name);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
