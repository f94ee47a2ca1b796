package com.tryzore.crm.members;

import com.tryzore.crm.access.Bindings;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member's visits to the bound gym, undone ones included. */
@Service
@Transactional(readOnly = true)
public class VisitHistory {
  private final JdbcClient sql;
  private final Bindings bindings;

  VisitHistory(JdbcClient sql, Bindings bindings) {
    this.sql = sql;
    this.bindings = bindings;
  }

  /**
   * The latest visits, the last one first.
   *
   * @param limit how many at most
   */
  public List<PastVisit> of(ClientId client, int limit) {
    return sql.sql(
            """
            select v.id,
                   v.checked_in_at,
                   desk.display_name as checked_in_by,
                   v.override_reason,
                   v.undone_at,
                   undoer.display_name as undone_by
              from (select *
                      from visits
                     where organization_id = ?
                       and client_id = ?
                     order by checked_in_at desc
                     limit ?) v
              left join users desk on desk.id = v.checked_in_by
              left join users undoer on undoer.id = v.undone_by
             order by v.checked_in_at desc, v.id desc
            """)
        .params(bindings.required().organization().value(), client.value(), limit)
        .query(
            (row, number) ->
                new PastVisit(
                    row.getObject("id", UUID.class),
                    row.getObject("checked_in_at", OffsetDateTime.class).toInstant(),
                    row.getString("checked_in_by"),
                    row.getString("override_reason"),
                    ClientRows.instant(row, "undone_at"),
                    row.getString("undone_by")))
        .list();
  }
}
