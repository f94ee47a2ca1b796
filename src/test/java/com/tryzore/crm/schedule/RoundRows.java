package com.tryzore.crm.schedule;

import com.tryzore.crm.access.TestGym;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What a gym's tables hold, in the words of {@link SerialGym}. */
final class RoundRows {

  private RoundRows() {}

  static Map<String, String> of(TestGym gym, List<UUID> clients) {
    Map<String, String> rows = new TreeMap<>();
    clients.forEach(client -> rows.put("visits of " + client, "0"));
    try (Connection superuser = gym.database().superuser()) {
      read(
          superuser,
          """
          select id::text,
                 format('%s %s %s %s %s', client_id, status, coalesce(waitlist_position, 0), coalesce(left_position, 0),
                        case when visit_id is null then '-' else 'visit' end)
            from event_participants
           where organization_id = ?
          """,
          gym.id().value(),
          rows);
      read(
          superuser,
          """
          select id::text,
                 format('%s of %s, %s waiting, %s given out', booked_count, coalesce(capacity::text, 'null'),
                        waitlist_count, line_position)
            from events
           where organization_id = ?
          """,
          gym.id().value(),
          rows);
      read(
          superuser,
          """
          select 'visits of ' || client_id,
                 count(*)::text
            from visits
           where organization_id = ?
             and undone_at is null
           group by client_id
          """,
          gym.id().value(),
          rows);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return rows;
  }

  private static void read(
      Connection connection, String sql, UUID organization, Map<String, String> rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, organization);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.put(result.getString(1), result.getString(2));
        }
      }
    }
  }
}
