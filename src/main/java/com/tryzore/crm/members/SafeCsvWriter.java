package com.tryzore.crm.members;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as CSV that a spreadsheet shows and never runs.
 *
 * <p>A spreadsheet takes a cell for a formula when it begins with {@code = + - @}, a tab or a
 * carriage return; a member may have called herself {@code =HYPERLINK(…)}. As OWASP advises ("CSV
 * Injection"), such a cell is written with an apostrophe before it, which a spreadsheet reads as
 * "this is text". The full-width forms of the same signs count too, and so does a sign after
 * leading blanks.
 *
 * <p>One exception keeps lists readable: a plus followed by digits and blanks only is a telephone
 * number ({@code +49 421 7204476}), a minus followed by digits a negative amount. Neither can call
 * a function or reach another cell, so they are left as they are.
 *
 * <p>Rows are streamed: nothing is kept. The encoding is UTF-8 with a byte order mark, without
 * which spreadsheets on Windows garble every accent; lines end in CR LF (RFC 4180).
 */
public final class SafeCsvWriter implements Closeable {
  private static final String FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠";
  private static final Pattern PLAIN_NUMBER =
      Pattern.compile("\\+[0-9][0-9 ]*|-[0-9]+(?:[.,][0-9]+)*");
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CsvWriter csv;

  private SafeCsvWriter(Writer target, char delimiter) {
    this.csv =
        CsvWriter.builder()
            .fieldSeparator(delimiter)
            .lineDelimiter(LineDelimiter.CRLF)
            .build(target);
  }

  /**
   * Writes to a stream, closing it at the end.
   *
   * @param delimiter what stands between two cells, usually a comma; a semicolon where the reader's
   *     spreadsheet writes decimals with a comma
   */
  public static SafeCsvWriter to(OutputStream target, char delimiter) {
    Writer writer = new OutputStreamWriter(target, StandardCharsets.UTF_8);
    try {
      writer.write(BYTE_ORDER_MARK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SafeCsvWriter(writer, delimiter);
  }

  /** Writes to a stream with commas between the cells. */
  public static SafeCsvWriter to(OutputStream target) {
    return to(target, ',');
  }

  /** Writes to a writer without a byte order mark, closing it at the end. */
  public static SafeCsvWriter to(Writer target) {
    return new SafeCsvWriter(target, ',');
  }

  /** Writes one row; an absent cell is written empty. */
  public void row(List<? extends @Nullable String> cells) {
    CsvWriter.CsvWriterRecord row = csv.writeRecord();
    for (String cell : cells) {
      row.writeField(escape(cell));
    }
    row.endRecord();
  }

  /** Writes one row; an absent cell is written empty. */
  public void row(@Nullable String... cells) {
    CsvWriter.CsvWriterRecord row = csv.writeRecord();
    for (String cell : cells) {
      row.writeField(escape(cell));
    }
    row.endRecord();
  }

  /**
   * What is written for a cell: itself, or itself behind an apostrophe when it looks like a formula
   * or like a formula that is guarded already.
   */
  public static String escape(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return "";
    }
    return looksLikeFormula(withoutApostrophes(cell)) ? "'" + cell : cell;
  }

  /**
   * The cell as it was before {@link #escape}, so that a list written here can be read back: an
   * apostrophe goes only when it guards a formula, never from a name such as {@code 't Hooft}.
   */
  public static String unescape(String cell) {
    boolean guarded = cell.startsWith("'") && looksLikeFormula(withoutApostrophes(cell));
    return guarded ? cell.substring(1) : cell;
  }

  private static String withoutApostrophes(String cell) {
    int start = 0;
    while (start < cell.length() && cell.charAt(start) == '\'') {
      start++;
    }
    return cell.substring(start);
  }

  private static boolean looksLikeFormula(String cell) {
    return startsWithFormulaSign(cell) || startsWithFormulaSign(cell.strip());
  }

  private static boolean startsWithFormulaSign(String cell) {
    return !cell.isEmpty()
        && FORMULA_SIGNS.indexOf(cell.charAt(0)) >= 0
        && !PLAIN_NUMBER.matcher(cell).matches();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
