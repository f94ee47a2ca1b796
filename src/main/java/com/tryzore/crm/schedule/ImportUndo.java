package com.tryzore.crm.schedule;

import com.tryzore.crm.schedule.TimetableImport.Obstacle;
import com.tryzore.crm.schedule.TimetableImport.TakingBack;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes imports of timetables back, each in one transaction and once. */
@Service
@Transactional
class ImportUndo {

  private final JdbcClient sql;
  private final EventReader reader;
  private final EventWriter writer;
  private final Undos undos;
  private final Rooms.RoomSteps rooms;
  private final ChangeLog log;

  ImportUndo(
      JdbcClient sql,
      EventReader reader,
      EventWriter writer,
      Undos undos,
      Rooms.RoomSteps rooms,
      ChangeLog log) {
    this.sql = sql;
    this.reader = reader;
    this.writer = writer;
    this.undos = undos;
    this.rooms = rooms;
    this.log = log;
  }

  TakingBack undo(TimetableImportId id) {
    writer.hold(List.of(), List.of());
    writer.because(SeriesImportDates.REASON);
    List<RoomId> made = hold(id);
    if (made == null) {
      return new TakingBack.Over();
    }
    Undo undo = undos.undo(changes(id), id);
    return switch (undo) {
      case Undo.Done done -> {
        archive(made);
        if (!mark(id)) {
          throw new CannotAcquireLockException("taken back by somebody else");
        }
        log.tell();
        yield new TakingBack.Done();
      }
      case Undo.RoomTaken(List<Clash> by) -> new TakingBack.RoomTaken(by);
      case Undo.Already already -> new TakingBack.Over();
      case Undo.Unknown unknown -> new TakingBack.Over();
      case Undo.ChangedSince changed -> new TakingBack.Refused(obstacles(id));
      case Undo.TooLate late -> new TakingBack.Refused(obstacles(id));
      case Undo.SomebodyBooked booked -> new TakingBack.Refused(obstacles(id));
    };
  }

  /** The rooms it made; null when there is no such import, or it was taken back before. */
  private @Nullable List<RoomId> hold(TimetableImportId id) {
    return sql.sql(
            """
            select rooms_made
              from timetable_imports
             where organization_id = ?
               and id = ?
               and undone_at is null
               for no key update
            """)
        .params(reader.here(), id.value())
        .query(
            (row, number) ->
                Arrays.stream((UUID[]) row.getArray("rooms_made").getArray())
                    .map(RoomId::new)
                    .toList())
        .optional()
        .orElse(null);
  }

  private List<ChangeId> changes(TimetableImportId id) {
    return sql
        .sql(
            """
            select id
              from schedule_changes
             where organization_id = ?
               and import_id = ?
             order by id
            """)
        .params(reader.here(), id.value())
        .query(UUID.class)
        .list()
        .stream()
        .map(ChangeId::new)
        .toList();
  }

  private void archive(List<RoomId> made) {
    for (Room room : rooms.list()) {
      if (made.contains(room.id()) && !room.archived()) {
        rooms.archive(room.id(), room.version(), true);
      }
    }
  }

  private boolean mark(TimetableImportId id) {
    return sql.sql(
                """
                update timetable_imports
                   set undone_at = clock_timestamp(),
                       undone_by = access.user_id()
                 where organization_id = ?
                   and id = ?
                   and undone_at is null
                """)
            .params(reader.here(), id.value())
            .update()
        == 1;
  }

  private List<Obstacle> obstacles(TimetableImportId id) {
    return sql.sql(
            """
            with did as (
              select * from schedule_changes where organization_id = :organization and import_id = :import),
            before as (
              select (b ->> 'id')::uuid as id from did cross join jsonb_array_elements(did.events_before) b),
            after as (
              select (a ->> 'id')::uuid as id, (a ->> 'version')::bigint as version
                from did cross join jsonb_array_elements(did.events_after) a),
            touched as (
              select id, version from after
              union all
              select e.id, e.version
                from did
                join events e on e.organization_id = :organization and e.series_id = did.series_id
               where did.series_before is null
                 and e.id not in (select id from after)),
            found as (
              select e.id, e.title, e.starts_at, t.version, e.version as is_version,
                     t.id in (select id from before) as was_there,
                     (select count(*) from event_participants p
                       where p.organization_id = :organization
                         and p.event_id = e.id
                         and (e.starts_at <= clock_timestamp()
                              or p.status in ('booked', 'waitlisted', 'attended', 'no_show'))) as people
                from touched t
                join events e on e.organization_id = :organization and e.id = t.id)
            select f.*,
                   case
                     when not f.was_there and f.people > 0 then 'booked'
                     when f.version <> f.is_version then 'changed'
                     when f.was_there and f.starts_at <= clock_timestamp() then 'begun'
                   end as why
              from found f
             where (not f.was_there and f.people > 0)
                or f.version <> f.is_version
                or (f.was_there and f.starts_at <= clock_timestamp())
             order by f.starts_at, f.id
            """)
        .param("organization", reader.here())
        .param("import", id.value())
        .query(
            (row, number) ->
                new Obstacle(
                    new EventId(row.getObject("id", UUID.class)),
                    row.getString("title"),
                    EventReader.instant(row, "starts_at"),
                    Obstacle.Why.valueOf(row.getString("why").toUpperCase(Locale.ROOT)),
                    row.getInt("people")))
        .list();
  }
}
