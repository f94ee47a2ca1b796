package com.tryzore.crm.members.imports;

import com.tryzore.crm.members.MemberStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a file is read into members: guessed, then corrected by a person. Immutable; a correction is
 * a new mapping.
 *
 * @param dialect encoding and delimiter. Another dialect gives other columns: inspect again with it
 * @param columns one for each column of the file, in its order
 * @param statuses what the words of the status column mean, by {@link #statusKey}
 * @param statusWhenBlank the standing of a member for whom the list names none
 * @param region ISO 3166 code of the country whose phone numbers stand there without a country code
 */
public record ImportMapping(
    Dialect dialect,
    List<ColumnMapping> columns,
    Map<String, MemberStatus> statuses,
    MemberStatus statusWhenBlank,
    String region) {

  public ImportMapping {
    columns = List.copyOf(columns);
    statuses = Map.copyOf(statuses);
  }

  /** The form in which a word of a status column is looked up: without case and accents. */
  public static String statusKey(String word) {
    return WordKeys.plain(word);
  }

  /** The standing that a word of the status column means, if it was decided. */
  public Optional<MemberStatus> statusOf(String word) {
    return Optional.ofNullable(statuses.get(statusKey(word)));
  }

  /** The same with another meaning for one column (0 is the first). */
  public ImportMapping withField(int column, ImportField field) {
    ColumnMapping old = columns.get(column);
    return withColumn(column, new ColumnMapping(old.header(), field, old.dateOrder()));
  }

  /** The same with another order of day, month and year for one column (0 is the first). */
  public ImportMapping withDateOrder(int column, DateOrder order) {
    ColumnMapping old = columns.get(column);
    return withColumn(column, new ColumnMapping(old.header(), old.field(), order));
  }

  private ImportMapping withColumn(int column, ColumnMapping changed) {
    List<ColumnMapping> all = new ArrayList<>(columns);
    all.set(column, changed);
    return new ImportMapping(dialect, all, statuses, statusWhenBlank, region);
  }

  /** The same with a meaning for one word of the status column. */
  public ImportMapping withStatus(String word, MemberStatus status) {
    Map<String, MemberStatus> all = new HashMap<>(statuses);
    all.put(statusKey(word), status);
    return new ImportMapping(dialect, columns, all, statusWhenBlank, region);
  }

  /** The same with one word of the status column left without a meaning. */
  public ImportMapping withoutStatus(String word) {
    Map<String, MemberStatus> all = new HashMap<>(statuses);
    all.remove(statusKey(word));
    return new ImportMapping(dialect, columns, all, statusWhenBlank, region);
  }

  /** The same with another standing for members for whom the list names none. */
  public ImportMapping withStatusWhenBlank(MemberStatus status) {
    return new ImportMapping(dialect, columns, statuses, status, region);
  }

  /** The same with another country for phone numbers without a country code. */
  public ImportMapping withRegion(String code) {
    return new ImportMapping(dialect, columns, statuses, statusWhenBlank, code);
  }

  /** Whether some column holds the field. */
  public boolean has(ImportField field) {
    return columns.stream().anyMatch(column -> column.field() == field);
  }

  /** What must be corrected before the mapping can be used; empty when it can. */
  public List<MappingProblem> problems() {
    List<MappingProblem> problems = new ArrayList<>();
    if (!has(ImportField.LAST_NAME) && !has(ImportField.FULL_NAME)) {
      problems.add(new MappingProblem(MappingProblem.Kind.NAME_MISSING, ImportField.LAST_NAME));
    }
    Set<ImportField> seen = EnumSet.noneOf(ImportField.class);
    Set<ImportField> twice = EnumSet.noneOf(ImportField.class);
    for (ColumnMapping column : columns) {
      if (column.field() != ImportField.IGNORED && !seen.add(column.field())) {
        twice.add(column.field());
      }
    }
    twice.forEach(
        field -> problems.add(new MappingProblem(MappingProblem.Kind.FIELD_TWICE, field)));
    return problems;
  }
}
