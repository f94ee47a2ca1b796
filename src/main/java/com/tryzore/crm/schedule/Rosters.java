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
import java.util.UUID;
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
                   co.visit_count = 0 and co.last_visit_at is null as is_first_visit,
                   p.created_at,
                   p.checked_in_at,
                   p.promoted_at,
                   p.cancelled_at
              from event_participants p
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
   * Care points and photos are part of it, so that each read is kept in the audit trail.
   *
   * @throws NotAllowedException when this account does not teach the event
   */
  public List<ClassMember> forTrainer(EventId event) {
    return sql.sql("select * from schedule.class_roster(?)")
        .param(event.value())
        .query((row, number) -> member(row))
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
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "checked_in_at"),
        instant(row, "promoted_at"),
        instant(row, "cancelled_at"));
  }

  private static ClassMember member(ResultSet row) throws SQLException {
    return new ClassMember(
        new ParticipantId(row.getObject("participant_id", UUID.class)),
        new ClientId(row.getObject("client_id", UUID.class)),
        (row.getString("given_name") + " " + row.getString("family_name")).strip(),
        PlaceStatus.of(row.getString("status")),
        row.getObject("waitlist_position", Long.class),
        row.getBytes("photo"),
        row.getBoolean("is_first_visit"),
        row.getBoolean("has_birthday"),
        instant(row, "last_visit_at"),
        row.getString("care_points"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
