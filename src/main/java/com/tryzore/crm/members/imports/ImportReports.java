package com.tryzore.crm.members.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Gives out the report of an import. The rows are read in pages, each in a transaction of its own,
 * so that a slow download holds no connection to the database.
 */
@Component
public class ImportReports {
  private static final int PAGE = 2_000;

  private final MemberImports imports;

  ImportReports(MemberImports imports) {
    this.imports = imports;
  }

  /**
   * Writes what became of each row as a table; the download is logged.
   *
   * @param target closed at the end
   * @param words gives the text of a message key in the reader's language
   * @throws IOException when the reader goes away
   */
  public void write(ImportId id, OutputStream target, Function<String, String> words)
      throws IOException {
    imports.logReport(id);
    try (ImportReport report = new ImportReport(target, words)) {
      List<ImportedRow> page = imports.rows(id, 0, PAGE);
      while (!page.isEmpty()) {
        for (ImportedRow row : page) {
          report.row(row.number(), row.outcome(), row.reasonKeys(), row.memberNumber(), row.name());
        }
        page = page.size() < PAGE ? List.of() : imports.rows(id, page.getLast().number(), PAGE);
      }
    }
  }
}
