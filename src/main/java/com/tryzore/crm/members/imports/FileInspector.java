package com.tryzore.crm.members.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at a file for the first time: reads it to its end, keeps a few rows, guesses the rest. */
final class FileInspector {
  private static final int HEAD_BYTES = 256 * 1024;
  private static final int PREVIEW_ROWS = 20;
  private static final int ROWS_BETWEEN_REPORTS = 1_000;

  private final ImportSource source;
  private final ImportContext context;
  private final ImportProgress progress;

  FileInspector(ImportSource source, ImportContext context, ImportProgress progress) {
    this.source = source;
    this.context = context;
    this.progress = progress;
  }

  /**
   * @param given how to read the file, when a person decided; null to find out
   */
  Inspection inspect(@Nullable Dialect given) {
    try {
      requireSize();
      byte[] head = head();
      return readTable(given == null ? dialect(head) : given);
    } catch (FileRefusedException e) {
      return new Inspection.Refused(e.refusal());
    } catch (ImportCancelledException e) {
      return new Inspection.Cancelled();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireSize() {
    long size = source.size();
    if (size > context.limits().bytes()) {
      throw FileRefusedException.because(FileProblem.TOO_LARGE, size, context.limits().bytes());
    }
    if (size == 0) {
      throw FileRefusedException.because(FileProblem.EMPTY);
    }
  }

  private byte[] head() throws IOException {
    byte[] head;
    try (InputStream in = source.open()) {
      head = in.readNBytes(HEAD_BYTES);
    }
    ForeignFile.byFirstBytes(head).ifPresent(FileInspector::refuseAs);
    return head;
  }

  private static void refuseAs(FileKind kind) {
    throw FileRefusedException.because(FileProblem.NOT_A_TABLE, kind);
  }

  private Dialect dialect(byte[] head) throws IOException {
    TextEncoding encoding = EncodingGuess.of(source, head);
    String text = new String(head, encoding.charset());
    String letters = text.startsWith("\uFEFF") ? text.substring(1) : text;
    boolean whole = head.length < HEAD_BYTES;
    if (whole && letters.isBlank()) {
      throw FileRefusedException.because(FileProblem.EMPTY);
    }
    ForeignFile.byFirstLetters(letters).ifPresent(FileInspector::refuseAs);
    return DelimiterGuess.of(letters, whole)
        .map(delimiter -> new Dialect(encoding, delimiter))
        .orElseThrow(() -> FileRefusedException.because(FileProblem.NOT_A_TABLE, FileKind.TEXT));
  }

  private Inspection readTable(Dialect dialect) {
    try (TableReader table = TableReader.open(source, dialect, context.limits())) {
      List<String> header = table.header();
      List<ColumnSniff> sniffs = new ArrayList<>();
      header.forEach(name -> sniffs.add(new ColumnSniff()));
      List<TableRow> preview = new ArrayList<>();
      int rows = 0;
      for (TableRow row = table.next(); row != null; row = table.next()) {
        rows++;
        look(row, sniffs);
        if (preview.size() < PREVIEW_ROWS) {
          preview.add(row);
        }
        if (rows > context.limits().rows()) {
          throw FileRefusedException.because(FileProblem.TOO_MANY_ROWS, context.limits().rows());
        }
        if (rows % ROWS_BETWEEN_REPORTS == 0) {
          report(rows, table.bytesRead());
        }
      }
      report(rows, table.bytesRead());
      if (rows == 0) {
        throw FileRefusedException.because(
            header.isEmpty() ? FileProblem.EMPTY : FileProblem.HEADER_ONLY);
      }
      return found(dialect, header, sniffs, preview, rows, notices(header, table));
    }
  }

  private static void look(TableRow row, List<ColumnSniff> sniffs) {
    int width = Math.min(row.cells().size(), sniffs.size());
    for (int i = 0; i < width; i++) {
      sniffs.get(i).add(row.cells().get(i));
    }
  }

  private void report(int rows, long bytes) {
    if (!progress.goOn(rows, bytes, source.size())) {
      throw new ImportCancelledException();
    }
  }

  private Inspection found(
      Dialect dialect,
      List<String> header,
      List<ColumnSniff> sniffs,
      List<TableRow> preview,
      int rows,
      Set<FileNotice> notices) {
    List<DateGuess> dates = dates(sniffs);
    List<ColumnInspection> columns = new ArrayList<>();
    for (int i = 0; i < sniffs.size(); i++) {
      ColumnSniff sniff = sniffs.get(i);
      columns.add(
          new ColumnInspection(
              header.get(i).strip(),
              sniff.filled(),
              sniff.examples(),
              sniff.words(),
              dates.get(i),
              sniff.holdsDates()));
    }
    ImportMapping suggestion = new MappingGuess(header, sniffs, context).mapping(dialect, dates);
    return new Inspection.Understood(columns, rows, preview, suggestion, notices);
  }

  /** Columns that leave the order open take it from those that do not: one program wrote both. */
  private List<DateGuess> dates(List<ColumnSniff> sniffs) {
    DateEvidence together = new DateEvidence();
    sniffs.stream().filter(ColumnSniff::holdsDates).forEach(s -> together.addAll(s.dates()));
    List<DateGuess> guesses = new ArrayList<>();
    for (ColumnSniff sniff : sniffs) {
      DateGuess own = sniff.dates().guess(context.usualDateOrder());
      boolean lean = sniff.dates().isOpen() && !together.isOpen();
      guesses.add(
          lean
              ? new DateGuess(
                  together.guess(context.usualDateOrder()).order(),
                  DateGuess.Certainty.FROM_OTHER_COLUMN)
              : own);
    }
    return guesses;
  }

  private static Set<FileNotice> notices(List<String> header, TableReader table) {
    Set<FileNotice> notices = EnumSet.noneOf(FileNotice.class);
    boolean member =
        header.stream()
            .map(String::strip)
            .anyMatch(
                name ->
                    EmailText.isAddress(name)
                        || DateText.parts(name, DateOrder.YEAR_MONTH_DAY).isPresent());
    if (member) {
      notices.add(FileNotice.FIRST_ROW_LOOKS_LIKE_A_MEMBER);
    }
    if (!table.endedWithLineBreak()) {
      notices.add(FileNotice.LAST_LINE_HAS_NO_END);
    }
    return notices;
  }
}
