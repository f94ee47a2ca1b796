package com.tryzore.crm.members.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table row by row, keeping none. Blank rows are passed over but counted. A file that ends
 * within quotes or within its last row is refused when its end is reached, so whoever writes rows
 * away must do so in a transaction.
 */
final class TableReader implements AutoCloseable {
  private static final String SEPARATOR_HINT = "sep=";

  private final TextEncoding encoding;
  private final MeasuredStream bytes;
  private final FramedReader framed;
  private final CsvReader<String[]> csv;
  private final CloseableIterator<String[]> records;
  private final List<String> header;
  private String @Nullable [] ahead;
  private int number;
  private int recordsRead;
  private int recordsBeforeHeader;

  private TableReader(ImportSource source, Dialect dialect, ImportLimits limits)
      throws IOException {
    this.encoding = dialect.encoding();
    this.bytes = new MeasuredStream(source.open(), limits.bytes());
    this.framed = new FramedReader(letters(bytes, encoding));
    this.csv = parser(dialect.delimiter(), framed);
    this.records = csv.iterator();
    this.header = readHeader();
  }

  /**
   * Opens the table and reads its header.
   *
   * @throws FileRefusedException when already the beginning cannot be read
   */
  static TableReader open(ImportSource source, Dialect dialect, ImportLimits limits) {
    try {
      return new TableReader(source, dialect, limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reader letters(MeasuredStream bytes, TextEncoding encoding) {
    return new InputStreamReader(
        bytes,
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  static CsvReader<String[]> parser(Delimiter delimiter, Reader letters) {
    return CsvReader.builder()
        .fieldSeparator(delimiter.character())
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .maxBufferSize(ImportLimits.CELL_CHARACTERS)
        .build(
            StringArrayHandler.of(
                handler ->
                    handler
                        .maxFields(ImportLimits.COLUMNS)
                        .maxFieldSize(ImportLimits.CELL_CHARACTERS)),
            letters);
  }

  /** The column names: the first row that is not blank and no hint for a spreadsheet program. */
  private List<String> readHeader() {
    ahead = record();
    String[] cells = advance();
    while (cells != null && (isBlank(cells) || isSeparatorHint(cells))) {
      recordsBeforeHeader++;
      cells = advance();
    }
    number = 1;
    return cells == null ? List.of() : List.of(cells);
  }

  private static boolean isSeparatorHint(String[] cells) {
    return cells[0].startsWith(SEPARATOR_HINT) && cells.length <= 2;
  }

  /** The column names; none when the file is blank. */
  List<String> header() {
    return header;
  }

  /** The next row that is not blank, or null after the last. */
  @Nullable TableRow next() {
    String[] cells = advance();
    while (cells != null) {
      number++;
      if (!isBlank(cells)) {
        if (ahead == null) {
          requireWholeLastRow(cells);
        }
        return new TableRow(number, List.of(cells));
      }
      cells = advance();
    }
    return null;
  }

  /** How many cells a row must have: up to the last column with a name. */
  static int namedWidth(List<String> header) {
    int width = header.size();
    while (width > 0 && header.get(width - 1).isBlank()) {
      width--;
    }
    return width;
  }

  private void requireWholeLastRow(String[] cells) {
    if (cells.length < namedWidth(header) && !framed.endedWithLineBreak()) {
      throw FileRefusedException.because(FileProblem.ENDS_WITHIN_A_ROW, number);
    }
  }

  /** Whether the file's last line has an end; known after the last row. */
  boolean endedWithLineBreak() {
    return framed.endedWithLineBreak();
  }

  long bytesRead() {
    return bytes.count();
  }

  private String @Nullable [] advance() {
    String[] current = ahead;
    if (current != null) {
      ahead = record();
    }
    return current;
  }

  /** The next record as the parser gives it; null when the row that marks the end arrived. */
  private String @Nullable [] record() {
    recordsRead++;
    try {
      String[] cells = records.next();
      String last = cells[cells.length - 1];
      if (!last.endsWith(FramedReader.END_MARK) || records.hasNext()) {
        return cells;
      }
      if (cells.length == 1 && last.equals(FramedReader.END_MARK)) {
        return null;
      }
      throw FileRefusedException.because(FileProblem.ENDS_WITHIN_QUOTES, rowBeingRead());
    } catch (CsvParseException e) {
      if (e.getCause() instanceof FileRefusedException refused) {
        throw refused;
      }
      throw FileRefusedException.because(FileProblem.RUNAWAY_CELL, rowBeingRead());
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw FileRefusedException.because(
            FileProblem.ENCODING_DOES_NOT_FIT, encoding.label(), rowBeingRead());
      }
      throw e;
    }
  }

  private int rowBeingRead() {
    return Math.max(1, recordsRead - recordsBeforeHeader);
  }

  private static boolean isBlank(String[] cells) {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
