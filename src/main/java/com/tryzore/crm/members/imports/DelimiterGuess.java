package com.tryzore.crm.members.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the delimiter by trying each on the beginning of the table: the best one gives column names
 * that are known and rows that are as wide as the header.
 */
final class DelimiterGuess {
  private static final int RECORDS = 200;
  private static final double EVEN_ENOUGH = 0.8;

  private DelimiterGuess() {}

  /**
   * The likeliest delimiter.
   *
   * @param beginning the first letters of the table
   * @param whole whether that is all of it; otherwise its last row is left out as cut
   * @return none when the text has no columns by any delimiter
   */
  static Optional<Delimiter> of(String beginning, boolean whole) {
    Delimiter hinted = separatorHint(beginning);
    if (hinted != null) {
      return Optional.of(hinted);
    }
    Delimiter best = null;
    double bestScore = 0;
    for (Delimiter candidate : Delimiter.values()) {
      double score = score(records(beginning, candidate, whole));
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The line {@code sep=;} that some programs write first for Excel. */
  private static @Nullable Delimiter separatorHint(String text) {
    if (text.startsWith("sep=") && text.length() > 4) {
      for (Delimiter candidate : Delimiter.values()) {
        if (candidate.character() == text.charAt(4)) {
          return candidate;
        }
      }
    }
    return null;
  }

  private static double score(List<String[]> records) {
    if (records.isEmpty()) {
      return 0;
    }
    int width = records.getFirst().length;
    int known = HeaderWords.recognised(List.of(records.getFirst()));
    if (width == 1) {
      return namesInOneColumn(records.getFirst()) ? 0.1 : 0;
    }
    double even =
        records.size() == 1
            ? 1
            : records.stream().skip(1).filter(row -> row.length == width).count()
                / (records.size() - 1.0);
    return known >= 2 || even >= EVEN_ENOUGH ? 2.0 * known + even * Math.min(width, 20) : 0;
  }

  /** A single column is a table only when it says that it holds names. */
  private static boolean namesInOneColumn(String[] header) {
    ImportField field = HeaderWords.fieldOf(header[0]).orElse(ImportField.IGNORED);
    return field == ImportField.FULL_NAME || field == ImportField.LAST_NAME;
  }

  private static List<String[]> records(String text, Delimiter delimiter, boolean whole) {
    List<String[]> records = new ArrayList<>();
    boolean more = false;
    try (CsvReader<String[]> csv = TableReader.parser(delimiter, new StringReader(text))) {
      for (String[] record : csv) {
        if (records.size() == RECORDS) {
          more = true;
          break;
        }
        if (record.length > 1 || !record[0].isBlank()) {
          records.add(record);
        }
      }
    } catch (CsvParseException tooLong) {
      more = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!whole && !more && records.size() > 1) {
      records.removeLast();
    }
    return records;
  }
}
