package com.tryzore.crm.schedule;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes rows of events and series as a change had found them. */
@Component
class UndoneRows {
  private final JdbcClient sql;
  private final EventReader reader;
  private final EventWriter writer;

  UndoneRows(JdbcClient sql, EventReader reader, EventWriter writer) {
    this.sql = sql;
    this.reader = reader;
    this.writer = writer;
  }

  /** What the changes made goes; where somebody once had a place, the event stays, cancelled. */
  void withdraw(List<ChangeId> changes, @Nullable TimetableImportId whole) {
    if (whole == null) {
      changes.forEach(
          change ->
              sql.sql("select schedule.withdraw_created(?)")
                  .param(change.value())
                  .query(Integer.class)
                  .single());
    } else {
      sql.sql("select schedule.withdraw_imported(?)")
          .param(whole.value())
          .query(Integer.class)
          .single();
    }
    List<EventId> left =
        sql
            .sql(
                """
                with made (id) as (
                  select (a ->> 'id')::uuid
                    from schedule_changes c
                    cross join jsonb_array_elements(c.events_after) a
                   where c.organization_id = :organization
                     and c.id = any (cast(:changes as uuid[]))
                     and not exists (select from jsonb_array_elements(c.events_before) b where b ->> 'id' = a ->> 'id')
                  union
                  select e.id
                    from schedule_changes c
                    join events e
                      on e.organization_id = c.organization_id
                     and e.series_id = c.series_id
                   where c.organization_id = :organization
                     and c.id = any (cast(:changes as uuid[]))
                     and c.series_before is null)
                select e.id
                  from made m
                  join events e
                    on e.organization_id = :organization
                   and e.id = m.id
                   and e.status = 'scheduled'
                """)
            .param("organization", reader.here())
            .param("changes", ids(changes))
            .query(UUID.class)
            .list()
            .stream()
            .map(EventId::new)
            .toList();
    writer.cancel(left, null);
  }

  void restoreSeries(List<ChangeId> changes) {
    sql.sql(
            """
            update event_series s
               set %s,
                   time_zone = b.time_zone,
                   ended_at = b.ended_at
              from schedule_changes c
              cross join jsonb_populate_record(null::event_series, c.series_before) b
             where c.organization_id = ?
               and c.id = any (?::uuid[])
               and c.series_before is not null
               and s.organization_id = c.organization_id
               and s.id = c.series_id
            """
                .formatted(SeriesStore.AS_GIVEN))
        .params(reader.here(), ids(changes))
        .update();
  }

  static UUID[] ids(List<ChangeId> changes) {
    return changes.stream().map(ChangeId::value).toArray(UUID[]::new);
  }

  /** A series that the change had made: no sessions come of it any more. */
  void end(@Nullable SeriesId series) {
    if (series != null) {
      sql.sql(
              """
              update event_series
                 set source_uid = null,
                     ended_at = clock_timestamp()
               where organization_id = ?
                 and id = ?
              """)
          .params(reader.here(), series.value())
          .update();
    }
  }

  void restoreEvents(List<ChangeId> changes) {
    writer.stepAside(
        sql.sql(
                """
                select coalesce(jsonb_agg(b), '[]')::text
                  from schedule_changes c
                  cross join jsonb_array_elements(c.events_before) b
                 where c.organization_id = ?
                   and c.id = any (?::uuid[])
                """)
            .params(reader.here(), ids(changes))
            .query(String.class)
            .single());
    sql.sql(
            """
            update events e
               set %s,
                   status = b.status,
                   cancelled_reason = b.cancelled_reason,
                   source_digest = b.source_digest
              from schedule_changes c
              cross join jsonb_populate_recordset(null::events, c.events_before) b
             where c.organization_id = ?
               and c.id = any (?::uuid[])
               and e.organization_id = c.organization_id
               and e.id = b.id
            """
                .formatted(EventWriter.AS_GIVEN))
        .params(reader.here(), ids(changes))
        .update();
  }

  boolean markUndone(List<ChangeId> changes) {
    return sql.sql(
                """
                update schedule_changes
                   set undone_at = clock_timestamp(),
                       undone_by = access.user_id()
                 where organization_id = ?
                   and id = any (?::uuid[])
                """)
            .params(reader.here(), ids(changes))
            .update()
        == changes.size();
  }
}
