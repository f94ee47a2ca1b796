package com.tryzore.crm.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes changes of the calendar back, each in one transaction and once. */
@Service
@Transactional
class Undos {

  private record Kept(
      ChangeId id,
      boolean undone,
      @Nullable SeriesId series,
      @Nullable SeriesId continuation,
      boolean made,
      List<EventId> touched,
      List<ParticipantId> released) {}

  private record Standing(boolean changedSince, boolean begun, int placesInCreated, int tooMany) {}

  private final JdbcClient sql;
  private final EventReader reader;
  private final EventWriter writer;
  private final UndoneRows rows;
  private final BookingStatements bookings;
  private final ChangeLog log;

  Undos(
      JdbcClient sql,
      EventReader reader,
      EventWriter writer,
      UndoneRows rows,
      BookingStatements bookings,
      ChangeLog log) {
    this.sql = sql;
    this.reader = reader;
    this.writer = writer;
    this.rows = rows;
    this.bookings = bookings;
    this.log = log;
  }

  Undo undo(ChangeId change) {
    Undo undo = undo(List.of(change), null);
    if (undo instanceof Undo.Done) {
      log.tell();
    }
    return undo;
  }

  /**
   * Takes changes back as one.
   *
   * @param whole the import that they are; what that made goes even where it lies in the past, as
   *     long as nobody ever had a place in it
   */
  Undo undo(List<ChangeId> changes, @Nullable TimetableImportId whole) {
    List<Kept> all = find(changes);
    if (all.size() < changes.size()) {
      return new Undo.Unknown();
    }
    if (all.stream().anyMatch(Kept::undone)) {
      return new Undo.Already();
    }
    for (Kept kept : all) {
      lockSeries(kept.series());
      lockSeries(kept.continuation());
    }
    List<EventId> touched = all.stream().flatMap(kept -> kept.touched().stream()).toList();
    List<ParticipantId> released = all.stream().flatMap(kept -> kept.released().stream()).toList();
    writer.hold(touched, released);
    Standing standing = standing(changes, whole != null);
    if (standing.changedSince()) {
      return new Undo.ChangedSince();
    }
    if (standing.begun()) {
      return new Undo.TooLate();
    }
    if (standing.placesInCreated() + standing.tooMany() > 0) {
      return new Undo.SomebodyBooked(standing.placesInCreated() + standing.tooMany());
    }
    List<Clash> taken = reader.roomClashes(before(changes), touched);
    if (!taken.isEmpty()) {
      return new Undo.RoomTaken(taken);
    }
    rows.withdraw(changes, whole);
    for (Kept kept : all) {
      rows.end(kept.continuation());
      if (kept.made()) {
        rows.end(kept.series());
      }
    }
    rows.restoreSeries(changes);
    rows.restoreEvents(changes);
    if (!rows.markUndone(changes)) {
      throw new CannotAcquireLockException("undone by somebody else");
    }
    return new Undo.Done(reader.places(restorePlaces(released)));
  }

  private List<Kept> find(List<ChangeId> changes) {
    return sql.sql(
            """
            select c.id, c.undone_at is not null as is_undone, c.series_id, c.continuation_id, c.released,
                   c.series_before is null as is_made,
                   array(select (a ->> 'id')::uuid from jsonb_array_elements(c.events_after) a
                         union
                         select e.id
                           from events e
                          where e.organization_id = c.organization_id
                            and e.series_id = c.series_id
                            and c.series_before is null) as touched
              from schedule_changes c
             where c.organization_id = ?
               and c.id = any (?::uuid[])
             order by c.id
            """)
        .params(reader.here(), UndoneRows.ids(changes))
        .query(
            (row, number) ->
                new Kept(
                    new ChangeId(row.getObject("id", UUID.class)),
                    row.getBoolean("is_undone"),
                    EventReader.value(row.getObject("series_id", UUID.class), SeriesId::new),
                    EventReader.value(row.getObject("continuation_id", UUID.class), SeriesId::new),
                    row.getBoolean("is_made"),
                    List.of((UUID[]) row.getArray("touched").getArray()).stream()
                        .map(EventId::new)
                        .toList(),
                    List.of((UUID[]) row.getArray("released").getArray()).stream()
                        .map(ParticipantId::new)
                        .toList()))
        .list();
  }

  private void lockSeries(@Nullable SeriesId series) {
    if (series != null) {
      sql.sql(
              """
              select id
                from event_series
               where organization_id = ?
                 and id = ?
                 for no key update
              """)
          .params(reader.here(), series.value())
          .query(UUID.class)
          .list();
    }
  }

  private Standing standing(List<ChangeId> changes, boolean madeMayHaveBegun) {
    return sql.sql(
            """
            with c as (
              select *
                from schedule_changes
               where organization_id = :organization
                 and id = any (cast(:changes as uuid[]))),
            after as (
              select (a ->> 'id')::uuid as id, (a ->> 'version')::bigint as version, (a ->> 'kept')::boolean as kept
                from c cross join jsonb_array_elements(c.events_after) a),
            before as (
              select b.* from c cross join jsonb_populate_recordset(null::events, c.events_before) b),
            created as (
              select id from after where id not in (select id from before))
            select exists (select from after a
                            where not exists (select from events e
                                               where e.organization_id = :organization
                                                 and e.id = a.id
                                                 and e.version = a.version))
                or exists (select from c cross join jsonb_array_elements(c.series_after) s
                            where not exists (select from event_series e
                                               where e.organization_id = :organization
                                                 and e.id = (s ->> 'id')::uuid
                                                 and e.version = (s ->> 'version')::bigint)) as changed_since,
                   exists (select from after a
                             join events e on e.organization_id = :organization and e.id = a.id
                            where not a.kept
                              and not (:madeMayHaveBegun and a.id in (select id from created))
                              and e.starts_at <= clock_timestamp())
                or exists (select from before b
                             join after a on a.id = b.id
                            where not a.kept
                              and b.starts_at <= clock_timestamp()) as has_begun,
                   (select count(*) from event_participants p
                     where p.organization_id = :organization
                       and p.event_id in (select id from created)
                       and (p.status in ('booked', 'waitlisted', 'attended', 'no_show')
                            or exists (select
                                         from events e
                                        where e.organization_id = :organization
                                          and e.id = p.event_id
                                          and e.starts_at <= clock_timestamp()))) as places_in_created,
                   (select coalesce(sum(e.booked_count - b.capacity), 0)
                      from before b
                      join events e on e.organization_id = :organization and e.id = b.id
                     where e.booked_count > b.capacity) as too_many
            """)
        .param("organization", reader.here())
        .param("changes", UndoneRows.ids(changes))
        .param("madeMayHaveBegun", madeMayHaveBegun)
        .query(
            (row, number) ->
                new Standing(
                    row.getBoolean("changed_since"),
                    row.getBoolean("has_begun"),
                    row.getInt("places_in_created"),
                    row.getInt("too_many")))
        .single();
  }

  private List<EventReader.Slot> before(List<ChangeId> changes) {
    return sql.sql(
            """
            select b.starts_at, b.ends_at, b.room_id
              from schedule_changes c
              cross join jsonb_populate_recordset(null::events, c.events_before) b
             where c.organization_id = ?
               and c.id = any (?::uuid[])
               and b.status = 'scheduled'
               and b.room_id is not null
            """)
        .params(reader.here(), UndoneRows.ids(changes))
        .query(
            (row, number) ->
                new EventReader.Slot(
                    EventReader.instant(row, "starts_at"),
                    EventReader.instant(row, "ends_at"),
                    new RoomId(row.getObject("room_id", UUID.class)),
                    null))
        .list();
  }

  private List<ParticipantId> restorePlaces(List<ParticipantId> released) {
    List<ParticipantId> lost = new ArrayList<>();
    for (HeldPlace place : reader.places(released)) {
      String outcome = bookings.restore(place.participant()).outcome();
      if (!outcome.equals("booked") && !outcome.equals("waitlisted")) {
        lost.add(place.participant());
      }
    }
    return lost;
  }
}
