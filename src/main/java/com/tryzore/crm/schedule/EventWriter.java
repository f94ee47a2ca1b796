package com.tryzore.crm.schedule;

import com.tryzore.crm.access.UserId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes events, any number of them in one statement. */
@Component
class EventWriter {

  /**
   * What one event becomes.
   *
   * @param wantedRoom the room it should have, which is taken
   */
  record Row(
      EventId id,
      @Nullable SeriesId series,
      @Nullable LocalDateTime original,
      boolean alone,
      Instant startsAt,
      Instant endsAt,
      EventFacts facts,
      @Nullable RoomId wantedRoom,
      TourFacts tour) {

    static Row of(EventRecord event) {
      return new Row(
          event.id(),
          event.series(),
          event.originalStart(),
          event.changedAlone(),
          event.startsAt(),
          event.endsAt(),
          event.facts(),
          event.wantedRoom(),
          event.tour());
    }

    /** Known otherwise in its series. */
    Row called(
        @Nullable SeriesId newSeries, @Nullable LocalDateTime newOriginal, boolean nowAlone) {
      return new Row(
          id, newSeries, newOriginal, nowAlone, startsAt, endsAt, facts, wantedRoom, tour);
    }

    Row at(Instant start, Instant end) {
      return new Row(id, series, original, alone, start, end, facts, wantedRoom, tour);
    }

    Row with(EventFacts newFacts, TourFacts newTour) {
      boolean stillWants = facts.room() == null && newFacts.room() == null;
      return new Row(
          id,
          series,
          original,
          alone,
          startsAt,
          endsAt,
          newFacts,
          stillWants ? wantedRoom : null,
          newTour);
    }

    Row withoutRoom(RoomId wanted) {
      return new Row(id, series, original, alone, startsAt, endsAt, facts.in(null), wanted, tour);
    }
  }

  /** What of an event is rewritten, by a change and by its undo, from a row {@code b}. */
  static final String AS_GIVEN =
      """
      kind = b.kind,
               title = b.title,
               description = b.description,
               colour = b.colour,
               series_id = b.series_id,
               original_local_start = b.original_local_start,
               is_detached = b.is_detached,
               starts_at = b.starts_at,
               ends_at = b.ends_at,
               room_id = b.room_id,
               wanted_room_id = b.wanted_room_id,
               place = b.place,
               meeting_url = b.meeting_url,
               trainer_id = b.trainer_id,
               capacity = b.capacity,
               tour_type = b.tour_type,
               lead_source = b.lead_source,
               tour_outcome = b.tour_outcome,
               price_minor = b.price_minor\
      """;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient sql;
  private final EventReader reader;

  EventWriter(JdbcClient sql, EventReader reader) {
    this.sql = sql;
    this.reader = reader;
  }

  /** Writes into the audit trail why everything else in this transaction is done. */
  void because(String reason) {
    sql.sql("select set_config('zore.reason', ?, true)").param(reason).query(String.class).single();
  }

  /** Waits for those who have places in events, then locks the events. */
  void hold(Collection<EventId> events, Collection<ParticipantId> places) {
    sql.sql("select schedule.hold_events(?::uuid[], ?::uuid[])")
        .params(
            EventReader.ids(events), places.stream().map(ParticipantId::value).toArray(UUID[]::new))
        .query(Integer.class)
        .single();
  }

  EventId insert(Row row, @Nullable String sourceUid, @Nullable String sourceDigest) {
    sql.sql(
            """
            insert into events (organization_id, id, kind, title, description, colour, series_id, original_local_start, is_detached,
                                starts_at, ends_at, room_id, wanted_room_id, place, meeting_url, trainer_id, capacity, tour_type,
                                lead_source, tour_outcome, price_minor, source_uid, source_digest)
            select :organization, b.id, b.kind, b.title, b.description, b.colour, b.series_id, b.original_local_start, b.is_detached,
                   b.starts_at, b.ends_at, b.room_id, b.wanted_room_id, b.place, b.meeting_url, b.trainer_id, b.capacity, b.tour_type,
                   b.lead_source, b.tour_outcome, b.price_minor, :uid, :digest
              from jsonb_populate_recordset(null::events, cast(:rows as jsonb)) b
            """)
        .param("organization", reader.here())
        .param("uid", sourceUid)
        .param("digest", sourceDigest)
        .param("rows", json(List.of(row)))
        .update();
    return row.id();
  }

  /** Rewrites events as they are given; none is in the way of another on the way there. */
  void update(List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    if (rows.size() > 1) {
      stepAside(json(rows));
    }
    sql.sql(
            """
            update events e
               set %s
              from jsonb_populate_recordset(null::events, cast(:rows as jsonb)) b
             where e.organization_id = :organization
               and e.id = b.id
            """
                .formatted(AS_GIVEN))
        .param("organization", reader.here())
        .param("rows", json(rows))
        .update();
  }

  /**
   * Those that will be named otherwise in the same series, or be in the room at another time, leave
   * name and room for a moment: keys are checked row by row, and a series moves as a whole.
   */
  void stepAside(String rows) {
    sql.sql(
            """
            update events e
               set series_id = case when e.series_id = b.series_id then null else e.series_id end,
                   original_local_start = case when e.series_id = b.series_id then null else e.original_local_start end,
                   room_id = null
              from jsonb_populate_recordset(null::events, cast(:rows as jsonb)) b
             where e.organization_id = :organization
               and e.id = b.id
               and ((e.series_id = b.series_id and e.original_local_start <> b.original_local_start)
                    or (e.room_id is not null and (e.starts_at <> b.starts_at or e.ends_at <> b.ends_at)))
            """)
        .param("organization", reader.here())
        .param("rows", rows)
        .update();
  }

  /**
   * Cancels events and releases the places in them.
   *
   * @return the places released
   */
  List<ParticipantId> cancel(Collection<EventId> events, @Nullable String reason) {
    if (events.isEmpty()) {
      return List.of();
    }
    sql.sql(
            """
            update events
               set status = 'cancelled',
                   cancelled_reason = ?
             where organization_id = ?
               and id = any (?::uuid[])
            """)
        .param(reason)
        .param(reader.here())
        .param(EventReader.ids(events))
        .update();
    return sql
        .sql("select participant_id from schedule.release_places(?::uuid[])")
        .param(EventReader.ids(events))
        .query(UUID.class)
        .list()
        .stream()
        .map(ParticipantId::new)
        .toList();
  }

  private static String json(List<Row> rows) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Row row : rows) {
      Map<String, @Nullable Object> one = new HashMap<>();
      one.put("id", row.id().value().toString());
      one.put("series_id", text(EventReader.value(row.series(), SeriesId::value)));
      one.put("original_local_start", text(row.original()));
      one.put("is_detached", row.alone());
      one.put("starts_at", row.startsAt().toString());
      one.put("ends_at", row.endsAt().toString());
      one.put("wanted_room_id", text(EventReader.value(row.wantedRoom(), RoomId::value)));
      one.put("tour_type", TourFacts.word(row.tour().type()));
      one.put("lead_source", TourFacts.word(row.tour().source()));
      one.put("tour_outcome", TourFacts.word(row.tour().outcome()));
      putFacts(one, row.facts());
      all.add(one);
    }
    return JSON.writeValueAsString(all);
  }

  /** The columns that events and series share. */
  static void putFacts(Map<String, @Nullable Object> row, EventFacts facts) {
    row.put("kind", facts.kind().word());
    row.put("title", facts.title());
    row.put("description", facts.description().isEmpty() ? null : facts.description());
    row.put("colour", facts.colour());
    row.put("room_id", text(EventReader.value(facts.room(), RoomId::value)));
    row.put("place", facts.place().isEmpty() ? null : facts.place());
    row.put("meeting_url", text(facts.link()));
    row.put("trainer_id", text(EventReader.value(facts.trainer(), UserId::value)));
    row.put("capacity", facts.capacity());
    row.put("price_minor", facts.priceMinor());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
