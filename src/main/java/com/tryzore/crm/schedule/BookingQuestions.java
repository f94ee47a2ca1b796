package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads, in one statement, what decides whether a client may be booked into an event. */
@Component
class BookingQuestions {

  /**
   * The facts.
   *
   * @param event about which event
   * @param mayOverride whether the bound account may book against the rules
   * @param askedAt the moment on the database's clock, by which it decides too
   */
  record Found(EventId event, BookingFacts facts, boolean mayOverride, Instant askedAt) {

    /** Every rule that fails at that moment. */
    List<BookingRefusal> against(ZoneId zone) {
      return Eligibility.against(facts, askedAt, zone);
    }
  }

  private static final String A_CLIENT =
      "select cast(:subject as uuid) as client_id, cast(null as uuid) as given";
  private static final String WHO_HAS_A_PLACE =
      """
      select p.client_id, p.event_id as given
        from event_participants p
       where p.organization_id = :organization
         and p.id = :subject""";

  private final JdbcClient sql;

  BookingQuestions(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * The facts about a client and an event.
   *
   * @return empty when the bound gym has no such event or no such client
   */
  Optional<Found> about(Binding binding, EventId event, ClientId client) {
    return read(binding, List.of(event), A_CLIENT, client.value()).stream().findFirst();
  }

  /** The facts about a client and each of several events; those of no such event are missing. */
  Map<EventId, Found> about(Binding binding, Collection<EventId> events, ClientId client) {
    return events.isEmpty()
        ? Map.of()
        : read(binding, events, A_CLIENT, client.value()).stream()
            .collect(Collectors.toMap(Found::event, Function.identity()));
  }

  /**
   * The facts about an event for whoever holds a place, which would be given up for it and does not
   * stand against it.
   *
   * @return empty when the bound gym has no such event or no such place
   */
  Optional<Found> aboutMove(Binding binding, EventId event, ParticipantId place) {
    return read(binding, List.of(event), WHO_HAS_A_PLACE, place.value()).stream().findFirst();
  }

  private List<Found> read(Binding binding, Collection<EventId> events, String who, UUID subject) {
    return sql.sql(
            """
            with who as (%s)
            select e.id as event_id,
                   e.kind = 'tour' as tour,
                   e.status = 'cancelled' as event_cancelled,
                   e.starts_at,
                   e.ends_at,
                   co.status as standing,
                   co.valid_until,
                   p.id as place_id,
                   p.status as place_status,
                   p.waitlist_position,
                   other.id as other_id,
                   other.title as other_title,
                   other.starts_at as other_starts_at,
                   other.ends_at as other_ends_at,
                   r.*,
                   (select access.permitted('checkin.override')) as may_override,
                   clock_timestamp() as asked_at
              from who
              join events e
                on e.organization_id = :organization
               and e.id in (:events)
              join client_organizations co
                on co.organization_id = :organization
               and co.client_id = who.client_id
              cross join schedule.booking_rules() r
              left join event_participants p
                on p.organization_id = :organization
               and p.event_id = e.id
               and p.client_id = who.client_id
               and p.status in ('booked', 'waitlisted', 'attended', 'no_show')
              left join lateral (
                select o.id, o.title, o.starts_at, o.ends_at
                  from events o
                  join event_participants op
                    on op.organization_id = :organization
                   and op.event_id = o.id
                   and op.client_id = who.client_id
                   and op.status in ('booked', 'attended')
                 where o.organization_id = :organization
                   and o.starts_at < e.ends_at
                   and o.starts_at > e.starts_at - interval '25 hours'
                   and o.ends_at > e.starts_at
                   and o.status = 'scheduled'
                   and o.id <> e.id
                   and o.id is distinct from who.given
                 order by o.starts_at, o.id
                 limit 1) other
                on true
            """
                .formatted(who))
        .param("organization", binding.organization().value())
        .param("events", events.stream().map(EventId::value).toList())
        .param("subject", subject)
        .query(
            (row, number) ->
                new Found(
                    new EventId(row.getObject("event_id", UUID.class)),
                    facts(row),
                    row.getBoolean("may_override"),
                    instant(row, "asked_at")))
        .list();
  }

  private static BookingFacts facts(ResultSet row) throws SQLException {
    UUID place = row.getObject("place_id", UUID.class);
    UUID other = row.getObject("other_id", UUID.class);
    return new BookingFacts(
        new BookingFacts.Event(
            row.getBoolean("tour"),
            row.getBoolean("event_cancelled"),
            instant(row, "starts_at"),
            instant(row, "ends_at")),
        new BookingFacts.Standing(
            MemberStatus.of(row.getString("standing")),
            row.getObject("valid_until", LocalDate.class)),
        place == null
            ? null
            : new BookingRefusal.HasPlace(
                new ParticipantId(place),
                PlaceStatus.of(row.getString("place_status")),
                row.getObject("waitlist_position", Long.class)),
        other == null
            ? null
            : new BookingRefusal.SeatElsewhere(
                new EventId(other),
                row.getString("other_title"),
                instant(row, "other_starts_at"),
                instant(row, "other_ends_at")),
        BookingSettings.rules(row));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
