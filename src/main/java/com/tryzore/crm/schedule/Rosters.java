package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.members.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has a place in an event of the bound gym. */
@Service
@Transactional
public class Rosters {
  private final JdbcClient sql;
  private final Bindings bindings;

  Rosters(JdbcClient sql, Bindings bindings) {
    this.sql = sql;
    this.bindings = bindings;
  }

  /**
   * Every place of an event for the desk: seats by name, then the line by number, then what was
   * given up, the latest first. Staff and above; others see their own place, if any.
   */
  @Transactional(readOnly = true)
  public List<RosterEntry> forDesk(EventId event) {
    Binding binding = bindings.required();
    return sql.sql(
            """
            select p.id,
                   p.client_id,
                   concat_ws(' ', nullif(co.given_name, ''), co.family_name) as name,
                   co.member_number,
                   co.photo_version,
                   p.status,
                   p.waitlist_position,
                   p.payment_status,
                   p.price_minor,
                   -- On the day itself, whoever was checked in for it is still new.
                   co.last_visit_before_at is null
                     and (co.first_visit_at is null or co.first_visit_at > e.starts_at - interval '12 hours')
                     as is_first_visit,
                   e.kind = 'tour' and co.status = 'prospect' as is_lead,
                   p.created_at,
                   p.checked_in_at,
                   p.promoted_at,
                   p.cancelled_at
              from event_participants p
              join events e
                on e.organization_id = :organization
               and e.id = :event
              join client_organizations co
                on co.organization_id = :organization
               and co.client_id = p.client_id
             where p.organization_id = :organization
               and p.event_id = :event
             order by case
                        when p.status in ('booked', 'attended', 'no_show') then 1
                        when p.status = 'waitlisted' then 2
                        else 3
                      end,
                      p.waitlist_position,
                      p.cancelled_at desc nulls last,
                      co.sort_name,
                      p.id
            """)
        .param("organization", binding.organization().value())
        .param("event", event.value())
        .query((row, number) -> entry(row))
        .list();
  }

  /**
   * Those who hold a seat or wait, for whoever teaches the event; staff and above see the same.
   * Care points are part of it, so that each read is kept in the audit trail.
   *
   * @throws NotAllowedException when this account does not teach the event
   */
  public List<ClassMember> forTrainer(EventId event) {
    return members(event, false);
  }

  /**
   * The same, to be put on paper; the audit trail keeps it as a print.
   *
   * @throws NotAllowedException when this account does not teach the event
   */
  public List<ClassMember> toPrint(EventId event) {
    return members(event, true);
  }

  private List<ClassMember> members(EventId event, boolean print) {
    return sql.sql("select * from schedule.class_roster(?, ?)")
        .params(event.value(), print)
        .query((row, number) -> member(row))
        .list();
  }

  /**
   * What the places of an event are now: those that hold a seat or wait. Nothing about the people,
   * so that nothing is logged. None for who may not see them.
   */
  @Transactional(readOnly = true)
  public Map<ParticipantId, PlaceState> states(EventId event) {
    return sql
        .sql(
            """
            select id, status, waitlist_position, checked_in_at
              from event_participants
             where organization_id = :organization
               and event_id = :event
               and status in ('booked', 'waitlisted', 'attended', 'no_show')
            """)
        .param("organization", bindings.required().organization().value())
        .param("event", event.value())
        .query(
            (row, number) ->
                Map.entry(new ParticipantId(row.getObject("id", UUID.class)), state(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Whom to call for somebody who has a seat in a class. The look is kept in the audit trail.
   *
   * @throws NotAllowedException when this account does not teach the event
   */
  public EmergencyContact emergencyContact(ParticipantId participant) {
    return sql.sql("select * from schedule.emergency_contact(?)")
        .param(participant.value())
        .query((row, number) -> contact(row))
        .single();
  }

  /**
   * Who may be standing in the room, by the beginnings of names or by number: eight at most, and
   * nobody outside of the time in which somebody can walk in. The look is kept in the audit trail.
   *
   * @param typed at least two letters or digits
   * @throws NotAllowedException when this account does not teach the event
   */
  public List<WalkInHit> findWalkIns(EventId event, String typed) {
    return sql.sql("select * from schedule.find_walk_ins(?, ?)")
        .params(event.value(), typed.replace("\0", ""))
        .query((row, number) -> hit(row))
        .list();
  }

  private static RosterEntry entry(ResultSet row) throws SQLException {
    return new RosterEntry(
        new ParticipantId(row.getObject("id", UUID.class)),
        new ClientId(row.getObject("client_id", UUID.class)),
        row.getString("name"),
        row.getString("member_number"),
        row.getInt("photo_version"),
        PlaceStatus.of(row.getString("status")),
        row.getObject("waitlist_position", Long.class),
        PaymentStatus.of(row.getString("payment_status")),
        row.getLong("price_minor"),
        row.getBoolean("is_first_visit"),
        row.getBoolean("is_lead"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "checked_in_at"),
        instant(row, "promoted_at"),
        instant(row, "cancelled_at"));
  }

  private static ClassMember member(ResultSet row) throws SQLException {
    return new ClassMember(
        new ParticipantId(row.getObject("participant_id", UUID.class)),
        new ClientId(row.getObject("client_id", UUID.class)),
        name(row),
        row.getString("member_number"),
        row.getInt("photo_version"),
        state(row),
        row.getBoolean("is_first_visit"),
        row.getBoolean("has_birthday"),
        instant(row, "last_visit_at"),
        row.getString("care_points"));
  }

  private static PlaceState state(ResultSet row) throws SQLException {
    return new PlaceState(
        PlaceStatus.of(row.getString("status")),
        row.getObject("waitlist_position", Long.class),
        instant(row, "checked_in_at"));
  }

  private static WalkInHit hit(ResultSet row) throws SQLException {
    String place = row.getString("place_status");
    return new WalkInHit(
        new ClientId(row.getObject("client_id", UUID.class)),
        name(row),
        row.getString("member_number"),
        place == null ? null : PlaceStatus.of(place),
        row.getBoolean("may_take_part"));
  }

  private static EmergencyContact contact(ResultSet row) throws SQLException {
    return switch (row.getString("outcome")) {
      case "shown" ->
          new EmergencyContact.Known(
              row.getString("contact_name"),
              row.getString("contact_phone"),
              row.getString("contact_relation"));
      case "none" -> new EmergencyContact.Nobody();
      case "at_home" -> new EmergencyContact.KeptElsewhere(row.getString("home_name"));
      case "not_now" -> new EmergencyContact.NotNow();
      default -> new EmergencyContact.Unknown();
    };
  }

  private static String name(ResultSet row) throws SQLException {
    return (row.getString("given_name") + " " + row.getString("family_name")).strip();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
