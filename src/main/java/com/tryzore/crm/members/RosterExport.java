package com.tryzore.crm.members;

import com.tryzore.crm.tags.Tag;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The roster as a CSV file: the same members in the same order, with the same columns. Dates are
 * written 2026-03-14, so that every spreadsheet reads them and our own import takes them back.
 *
 * <p>That somebody exported is on record before the first row leaves the database, whatever becomes
 * of the download.
 */
@Service
public class RosterExport {
  private final RosterReader reader;

  RosterExport(RosterReader reader) {
    this.reader = reader;
  }

  /**
   * What is exported.
   *
   * @param filter whom
   * @param only when not empty, of those only these
   * @param order in which order
   * @param columns beside given and family name
   */
  public record Request(
      RosterFilter filter, Set<ClientId> only, RosterOrder order, List<RosterColumn> columns) {

    public Request {
      only = Set.copyOf(only);
      columns = List.copyOf(columns);
    }
  }

  /**
   * Writes the file, row by row as they are read.
   *
   * @param words how headings ({@code given-name}, {@code family-name} and the columns in lower
   *     case with hyphens) and statuses ({@code status.active}) are called
   * @param delimiter what stands between two cells
   * @param target is closed at the end
   * @throws ExportNotPermittedException without the right to export; nothing was written
   * @throws java.io.UncheckedIOException when the target takes no more
   */
  public void write(
      Request request, Function<String, String> words, char delimiter, OutputStream target)
      throws IOException {
    reader.record(request);
    try (SafeCsvWriter csv = SafeCsvWriter.to(target, delimiter)) {
      List<String> headings = new ArrayList<>();
      headings.add(words.apply("given-name"));
      headings.add(words.apply("family-name"));
      request.columns().forEach(column -> headings.add(words.apply(word(column))));
      csv.row(headings);
      reader.read(request, (row, zone) -> csv.row(cells(row, request.columns(), words, zone)));
    }
  }

  private static List<@Nullable String> cells(
      RosterRow row, List<RosterColumn> columns, Function<String, String> words, ZoneId zone) {
    List<@Nullable String> cells = new ArrayList<>();
    cells.add(row.member().givenName());
    cells.add(row.member().familyName());
    columns.forEach(column -> cells.add(cell(row, column, words, zone)));
    return cells;
  }

  private static @Nullable String cell(
      RosterRow row, RosterColumn column, Function<String, String> words, ZoneId zone) {
    MemberHit member = row.member();
    return switch (column) {
      case NUMBER -> member.memberNumber();
      case STATUS -> words.apply("status." + member.status().word());
      case PLAN -> member.planName();
      case ENDS -> text(member.validUntil());
      case LAST_VISIT ->
          member.lastVisitAt() == null
              ? null
              : text(LocalDate.ofInstant(member.lastVisitAt(), zone));
      case TAGS -> String.join(", ", row.tags().stream().map(Tag::name).toList());
      case JOINED -> text(row.joinedOn());
      case VISITS -> Long.toString(member.visitCount());
      case BORN -> text(member.birthDate());
      case EMAIL -> row.email();
      case PHONE -> row.phone();
    };
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  static String word(RosterColumn column) {
    return column.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
