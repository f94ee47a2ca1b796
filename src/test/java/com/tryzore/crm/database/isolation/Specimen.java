package com.tryzore.crm.database.isolation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A row of the trial world, or one that somebody tries to add: what it is called, whom it concerns,
 * and its columns as SQL expressions.
 */
record Specimen(String table, String name, Facts facts, Map<String, String> columns) {

  static Specimen of(String table, String name, Facts facts) {
    return new Specimen(table, name, facts, Map.of());
  }

  /** With a column of that value. */
  Specimen with(String column, Object value) {
    return withSql(column, literal(value));
  }

  /** With a column of the value that an SQL expression has. */
  Specimen withSql(String column, String expression) {
    Map<String, String> more = new LinkedHashMap<>(columns);
    more.put(column, expression);
    return new Specimen(table, name, facts, more);
  }

  /** With the columns that most tables have: the organization and an id made from the name. */
  Specimen identified() {
    return with("organization_id", Objects.requireNonNull(facts.place()).id()).with("id", id());
  }

  UUID id() {
    return Ids.of(table, name);
  }

  String insert() {
    return "insert into %s (%s) values (%s)"
        .formatted(table, String.join(", ", columns.keySet()), String.join(", ", columns.values()));
  }

  /** The condition that finds the row by these columns. */
  String where(Iterable<String> key) {
    StringBuilder condition = new StringBuilder();
    for (String column : key) {
      condition.append(condition.isEmpty() ? "" : " and ");
      condition.append(column).append(" = ").append(columns.get(column));
    }
    return condition.toString();
  }

  static String literal(Object value) {
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : "'" + value.toString().replace("'", "''") + "'";
  }

  static String json(Map<String, Boolean> rights) {
    return rights.entrySet().stream()
        .map(right -> "\"" + right.getKey() + "\": " + right.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  @Override
  public String toString() {
    return table + " " + name;
  }
}
