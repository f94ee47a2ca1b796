package com.tryzore.crm.database.isolation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit trail as text, field by field.
 *
 * @param at microseconds since 1970
 * @param digest in hex
 */
record TrailLine(
    String organization,
    String id,
    long at,
    String transaction,
    @Nullable String actor,
    @Nullable String tier,
    @Nullable String session,
    String login,
    String action,
    String table,
    @Nullable String key,
    @Nullable String subject,
    @Nullable String before,
    @Nullable String after,
    @Nullable String reason,
    String digest) {

  /** The lines about rows of a table that this transaction has written so far, oldest first. */
  static List<TrailLine> ofThisTransaction(Connection superuser, String table) throws SQLException {
    return find(
        superuser,
        "where table_name = '%s' and transaction_id = pg_current_xact_id() order by id"
            .formatted(table));
  }

  static List<TrailLine> find(Connection superuser, String condition) throws SQLException {
    List<TrailLine> lines = new ArrayList<>();
    try (Statement statement = superuser.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select organization_id, id, (extract(epoch from occurred_at) * 1000000)::bigint,
                       transaction_id, actor_user_id, actor_tier, ui_session_id, login, action, table_name,
                       row_key, subject_client_id, old_values::text, new_values::text, reason,
                       encode(row_digest, 'hex')
                  from audit_logs
                """
                    + condition)) {
      while (row.next()) {
        lines.add(
            new TrailLine(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getString(16)));
      }
    }
    return lines;
  }

  /**
   * The digest that the line should carry: SHA-256 of a JSON array of its fields in the order of
   * the table's columns, written as PostgreSQL writes {@code jsonb}.
   */
  String expectedDigest() {
    String canonical =
        Stream.of(
                quoted(organization),
                quoted(id),
                Long.toString(at),
                quoted(transaction),
                quoted(actor),
                quoted(tier),
                quoted(session),
                quoted(login),
                quoted(action),
                quoted(table),
                quoted(key),
                quoted(subject),
                before == null ? "null" : before,
                after == null ? "null" : after,
                quoted(reason))
            .collect(Collectors.joining(", ", "[", "]"));
    return sha256(canonical);
  }

  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String quoted(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ') {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
