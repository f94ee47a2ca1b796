package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.UserId;
import com.tryzore.crm.members.ClientId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads events for those who change them. */
@Component
class EventReader {

  /** A time at which something would take place in a room, with a trainer. */
  record Slot(Instant startsAt, Instant endsAt, @Nullable RoomId room, @Nullable UserId trainer) {}

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient sql;
  private final Bindings bindings;

  EventReader(JdbcClient sql, Bindings bindings) {
    this.sql = sql;
    this.bindings = bindings;
  }

  UUID here() {
    return bindings.required().organization().value();
  }

  Optional<EventRecord> find(EventId event) {
    return events("id = any (?::uuid[])", (Object) ids(List.of(event))).stream().findFirst();
  }

  List<EventRecord> find(Collection<EventId> events) {
    return events("id = any (?::uuid[])", (Object) ids(events));
  }

  List<EventRecord> ofSeries(SeriesId series) {
    return events("series_id = ?", series.value());
  }

  private List<EventRecord> events(String condition, Object parameter) {
    return sql.sql(
            "select * from events where organization_id = ? and %s order by starts_at, id"
                .formatted(condition))
        .params(here(), parameter)
        .query((row, number) -> event(row))
        .list();
  }

  /** What would be in the same room at the same time. */
  List<Clash> roomClashes(List<Slot> slots, Collection<EventId> except) {
    return clashes(slots, except, "room_id", slot -> value(slot.room(), RoomId::value));
  }

  /** What the same trainer would teach at the same time. */
  List<Clash> trainerClashes(List<Slot> slots, Collection<EventId> except) {
    return clashes(slots, except, "trainer_id", slot -> value(slot.trainer(), UserId::value));
  }

  private List<Clash> clashes(
      List<Slot> slots,
      Collection<EventId> except,
      String column,
      Function<Slot, @Nullable UUID> wanted) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Slot slot : slots) {
      UUID what = wanted.apply(slot);
      if (what != null) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("what", what.toString());
        row.put("starts_at", slot.startsAt().toString());
        row.put("ends_at", slot.endsAt().toString());
        rows.add(row);
      }
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    // No event lasts longer than 25 hours (events_end_after_start), which bounds the search.
    return sql.sql(
            """
            select s.starts_at as at, e.id, e.title, e.starts_at, e.ends_at
              from jsonb_to_recordset(cast(:slots as jsonb)) as s (what uuid, starts_at timestamptz, ends_at timestamptz)
              join events e
                on e.organization_id = :organization
               and e.%s = s.what
               and e.starts_at < s.ends_at
               and e.starts_at > s.starts_at - interval '25 hours'
               and e.ends_at > s.starts_at
               and e.status = 'scheduled'
               and e.id <> all (cast(:except as uuid[]))
             order by s.starts_at, e.starts_at, e.id
            """
                .formatted(column))
        .param("slots", JSON.writeValueAsString(rows))
        .param("organization", here())
        .param("except", ids(except))
        .query(
            (row, number) ->
                new Clash(
                    instant(row, "at"),
                    new EventId(row.getObject("id", UUID.class)),
                    row.getString("title"),
                    instant(row, "starts_at"),
                    instant(row, "ends_at")))
        .list();
  }

  /** Who has a place in these events, seats first. */
  List<HeldPlace> heldPlaces(Collection<EventId> events) {
    return places(
        "p.event_id = any (?::uuid[]) and p.status in ('booked', 'waitlisted')", events(events));
  }

  /** These places, whatever became of them. */
  List<HeldPlace> places(Collection<ParticipantId> places) {
    return places(
        "p.id = any (?::uuid[])", places.stream().map(ParticipantId::value).toArray(UUID[]::new));
  }

  private List<HeldPlace> places(String condition, UUID[] ids) {
    return sql.sql(
            """
            select p.id, p.event_id, e.starts_at, p.client_id, p.status,
                   concat_ws(' ', nullif(co.given_name, ''), co.family_name) as name
              from event_participants p
              join events e
                on e.organization_id = p.organization_id
               and e.id = p.event_id
              join client_organizations co
                on co.organization_id = p.organization_id
               and co.client_id = p.client_id
             where p.organization_id = ?
               and %s
             order by e.starts_at, coalesce(p.waitlist_position, p.left_position) nulls first, co.sort_name, p.id
            """
                .formatted(condition))
        .params(here(), ids)
        .query(
            (row, number) ->
                new HeldPlace(
                    new ParticipantId(row.getObject("id", UUID.class)),
                    new EventId(row.getObject("event_id", UUID.class)),
                    instant(row, "starts_at"),
                    new ClientId(row.getObject("client_id", UUID.class)),
                    row.getString("name"),
                    PlaceStatus.of(row.getString("status"))))
        .list();
  }

  private static UUID[] events(Collection<EventId> events) {
    return ids(events);
  }

  static UUID[] ids(Collection<EventId> events) {
    return events.stream().map(EventId::value).toArray(UUID[]::new);
  }

  static <T, V> @Nullable V value(@Nullable T id, Function<T, V> value) {
    return id == null ? null : value.apply(id);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }

  /** The columns that events and series share. */
  static EventFacts facts(ResultSet row) throws SQLException {
    UUID room = row.getObject("room_id", UUID.class);
    UUID trainer = row.getObject("trainer_id", UUID.class);
    String link = row.getString("meeting_url");
    return new EventFacts(
        EventKind.of(row.getString("kind")),
        row.getString("title"),
        Objects.requireNonNullElse(row.getString("description"), ""),
        row.getString("colour"),
        value(room, RoomId::new),
        Objects.requireNonNullElse(row.getString("place"), ""),
        value(link, URI::create),
        value(trainer, UserId::new),
        row.getObject("capacity", Integer.class),
        row.getLong("price_minor"));
  }

  private static EventRecord event(ResultSet row) throws SQLException {
    return new EventRecord(
        new EventId(row.getObject("id", UUID.class)),
        row.getLong("version"),
        facts(row),
        new TourFacts(
            TourFacts.of(TourFacts.Type.class, row.getString("tour_type")),
            TourFacts.of(TourFacts.Source.class, row.getString("lead_source")),
            TourFacts.of(TourFacts.Outcome.class, row.getString("tour_outcome"))),
        value(row.getObject("series_id", UUID.class), SeriesId::new),
        row.getObject("original_local_start", LocalDateTime.class),
        row.getBoolean("is_detached"),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        row.getString("status").equals("cancelled"),
        value(row.getObject("wanted_room_id", UUID.class), RoomId::new),
        row.getInt("booked_count"),
        row.getInt("waitlist_count"));
  }
}
