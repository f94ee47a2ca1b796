package com.tryzore.crm.members.imports;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows for {@code json_to_recordset}: hundreds of them go to the database as one parameter of one
 * statement. Absent values are left out and arrive as null.
 */
final class JsonRows {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ArrayNode rows = JSON.createArrayNode();

  Row add() {
    return new Row(rows.addObject());
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  String text() {
    return JSON.writeValueAsString(rows);
  }

  /** One row. */
  static final class Row {
    private final ObjectNode node;

    private Row(ObjectNode node) {
      this.node = node;
    }

    Row put(String column, int value) {
      node.put(column, value);
      return this;
    }

    Row put(String column, @Nullable String value) {
      if (value != null) {
        node.put(column, value);
      }
      return this;
    }

    Row put(String column, @Nullable LocalDate value) {
      return put(column, value == null ? null : value.toString());
    }

    Row put(String column, @Nullable UUID value) {
      return put(column, value == null ? null : value.toString());
    }

    Row remove(String column) {
      node.remove(column);
      return this;
    }

    Row putAll(String column, Collection<?> values) {
      ArrayNode array = node.putArray(column);
      values.forEach(value -> array.add(value.toString()));
      return this;
    }
  }
}
