package com.tryzore.crm.schedule;

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

  void restoreSeries(ChangeId change) {
    sql.sql(
            """
            update event_series s
               set title = b.title,
                   description = b.description,
                   colour = b.colour,
                   local_start = b.local_start,
                   time_zone = b.time_zone,
                   duration_minutes = b.duration_minutes,
                   rule = b.rule,
                   exceptions = b.exceptions,
                   additions = b.additions,
                   room_id = b.room_id,
                   place = b.place,
                   meeting_url = b.meeting_url,
                   trainer_id = b.trainer_id,
                   capacity = b.capacity,
                   price_minor = b.price_minor,
                   ended_at = b.ended_at,
                   source_uid = b.source_uid,
                   source_digest = b.source_digest
              from schedule_changes c
              cross join jsonb_populate_record(null::event_series, c.series_before) b
             where c.organization_id = ?
               and c.id = ?
               and c.series_before is not null
               and s.organization_id = c.organization_id
               and s.id = c.series_id
            """)
        .params(reader.here(), change.value())
        .update();
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

  void restoreEvents(ChangeId change) {
    writer.stepAside(
        sql.sql(
                """
                select events_before::text
                  from schedule_changes
                 where organization_id = ?
                   and id = ?
                """)
            .params(reader.here(), change.value())
            .query(String.class)
            .single());
    sql.sql(
            """
            update events e
               set kind = b.kind,
                   title = b.title,
                   description = b.description,
                   colour = b.colour,
                   series_id = b.series_id,
                   original_local_start = b.original_local_start,
                   is_detached = b.is_detached,
                   starts_at = b.starts_at,
                   ends_at = b.ends_at,
                   status = b.status,
                   cancelled_reason = b.cancelled_reason,
                   room_id = b.room_id,
                   wanted_room_id = b.wanted_room_id,
                   place = b.place,
                   meeting_url = b.meeting_url,
                   trainer_id = b.trainer_id,
                   capacity = b.capacity,
                   tour_type = b.tour_type,
                   lead_source = b.lead_source,
                   tour_outcome = b.tour_outcome,
                   price_minor = b.price_minor
              from schedule_changes c
              cross join jsonb_populate_recordset(null::events, c.events_before) b
             where c.organization_id = ?
               and c.id = ?
               and e.organization_id = c.organization_id
               and e.id = b.id
            """)
        .params(reader.here(), change.value())
        .update();
  }

  boolean markUndone(ChangeId change) {
    return sql.sql(
                """
                update schedule_changes
                   set undone_at = clock_timestamp(),
                       undone_by = access.user_id()
                 where organization_id = ?
                   and id = ?
                """)
            .params(reader.here(), change.value())
            .update()
        == 1;
  }
}
