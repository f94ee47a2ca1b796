package com.tryzore.crm.members.imports;

import com.tryzore.crm.members.MemberStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Guesses what columns mean: by their names, and by their cells where names do not decide. */
final class MappingGuess {
  private static final List<String> OTHER_REGIONS =
      List.of("DE", "GB", "US", "ES", "AT", "CH", "FR", "IT", "NL", "PT", "MX");

  private final List<String> header;
  private final List<ColumnSniff> sniffs;
  private final ImportContext context;

  MappingGuess(List<String> header, List<ColumnSniff> sniffs, ImportContext context) {
    this.header = header;
    this.sniffs = sniffs;
    this.context = context;
  }

  ImportMapping mapping(Dialect dialect, List<DateGuess> dates) {
    List<ImportField> fields = fields();
    List<ColumnMapping> columns = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      columns.add(new ColumnMapping(header.get(i).strip(), fields.get(i), dates.get(i).order()));
    }
    return new ImportMapping(
        dialect, columns, statuses(fields), MemberStatus.ACTIVE, region(fields));
  }

  private List<ImportField> fields() {
    List<ImportField> fields = new ArrayList<>();
    header.forEach(name -> fields.add(HeaderWords.fieldOf(name).orElse(ImportField.IGNORED)));
    tellNamesApart(fields);
    for (ImportField field : EnumSet.copyOf(fields)) {
      keepBest(fields, field);
    }
    findByCells(fields);
    return fields;
  }

  /** "Name" beside "Vorname" is the last name; "Nombre" beside "Apellidos" is the first. */
  private static void tellNamesApart(List<ImportField> fields) {
    int full = fields.indexOf(ImportField.FULL_NAME);
    boolean first = fields.contains(ImportField.FIRST_NAME);
    boolean last = fields.contains(ImportField.LAST_NAME);
    if (full >= 0 && first != last) {
      fields.set(full, first ? ImportField.LAST_NAME : ImportField.FIRST_NAME);
    } else if (full >= 0 && first) {
      Collections.replaceAll(fields, ImportField.FULL_NAME, ImportField.IGNORED);
    }
  }

  /** Of two columns with the same meaning the one stays whose cells fit it, then the fuller one. */
  private void keepBest(List<ImportField> fields, ImportField field) {
    int best = -1;
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i) == field && (best < 0 || fitness(i, field) > fitness(best, field))) {
        best = i;
      }
    }
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i) == field && i != best) {
        fields.set(i, ImportField.IGNORED);
      }
    }
  }

  private double fitness(int column, ImportField field) {
    ColumnSniff sniff = sniffs.get(column);
    boolean fits =
        switch (field) {
          case EMAIL -> sniff.holdsEmails();
          case STATUS -> sniff.holdsStatuses();
          default -> field.isDate() && sniff.holdsDates();
        };
    return (fits ? Integer.MAX_VALUE : 0) + (double) sniff.filled();
  }

  /** Addresses and statuses are known by sight, whatever their column is called. */
  private void findByCells(List<ImportField> fields) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i) == ImportField.IGNORED) {
        ColumnSniff sniff = sniffs.get(i);
        if (sniff.holdsEmails() && !fields.contains(ImportField.EMAIL)) {
          fields.set(i, ImportField.EMAIL);
        } else if (sniff.holdsStatuses() && !fields.contains(ImportField.STATUS)) {
          fields.set(i, ImportField.STATUS);
        }
      }
    }
  }

  private Map<String, MemberStatus> statuses(List<ImportField> fields) {
    Map<String, MemberStatus> known = new HashMap<>();
    int column = fields.indexOf(ImportField.STATUS);
    if (column >= 0) {
      for (String word : sniffs.get(column).words().keySet()) {
        StatusWords.statusOf(word)
            .ifPresent(status -> known.put(ImportMapping.statusKey(word), status));
      }
    }
    return known;
  }

  /**
   * The gym's own country unless its numbering plan does not know these numbers and another does.
   */
  private String region(List<ImportField> fields) {
    List<ColumnSniff> phones = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).isPhone() && sniffs.get(i).hasPhonesWithoutCountry()) {
        phones.add(sniffs.get(i));
      }
    }
    if (phones.isEmpty() || share(phones, context.region()) >= 0.5) {
      return context.region();
    }
    Set<String> others = new LinkedHashSet<>(OTHER_REGIONS);
    for (String region : others) {
      if (share(phones, region) >= 0.9) {
        return region;
      }
    }
    return context.region();
  }

  private static double share(List<ColumnSniff> phones, String region) {
    return phones.stream().mapToDouble(sniff -> sniff.phonesKnownIn(region)).average().orElse(0);
  }
}
