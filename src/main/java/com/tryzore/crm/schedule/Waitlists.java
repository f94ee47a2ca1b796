package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who waits at the bound gym, who is next, and why somebody is passed over. Staff and above. */
@Service
@Transactional(readOnly = true)
public class Waitlists {
  private final JdbcClient sql;
  private final Bindings bindings;

  Waitlists(JdbcClient sql, Bindings bindings) {
    this.sql = sql;
    this.bindings = bindings;
  }

  private record Head(
      boolean tour, boolean open, Instant startsAt, Instant movesUntil, Instant now, int free) {}

  private record Row(
      ParticipantId participant,
      ClientId client,
      String name,
      @Nullable Long position,
      Instant at,
      MemberStatus status,
      @Nullable LocalDate lastDay,
      BookingRefusal.@Nullable SeatElsewhere elsewhere) {}

  /**
   * The line of an event.
   *
   * @return empty when the bound gym has no such event
   */
  public Optional<Waitlist> of(EventId event) {
    Binding binding = bindings.required();
    return head(binding, event).map(head -> waitlist(head, rows(binding, event), binding.zone()));
  }

  private static Waitlist waitlist(Head head, List<Row> rows, ZoneId zone) {
    List<Waitlist.Waiting> waiting = new ArrayList<>();
    List<Waitlist.PassedOver> passedOver = new ArrayList<>();
    int ahead = 0;
    for (Row row : rows) {
      if (row.position() == null) {
        if (row.elsewhere() != null) {
          passedOver.add(
              new Waitlist.PassedOver(
                  row.participant(), row.client(), row.name(), row.at(), row.elsewhere()));
        }
        continue;
      }
      BookingRefusal against = against(head, row, zone);
      Waitlist.Outlook outlook;
      if (against != null) {
        outlook = new Waitlist.Outlook.PassedOver(against);
      } else {
        outlook = ahead == 0 ? new Waitlist.Outlook.Next() : new Waitlist.Outlook.Behind(ahead);
        ahead++;
      }
      waiting.add(
          new Waitlist.Waiting(
              row.participant(), row.client(), row.name(), row.position(), row.at(), outlook));
    }
    boolean moves = head.open() && head.now().isBefore(head.movesUntil());
    return new Waitlist(head.movesUntil(), moves, head.free(), waiting, passedOver);
  }

  private static @Nullable BookingRefusal against(Head head, Row row, ZoneId zone) {
    BookingRefusal standing =
        Eligibility.standing(
            new BookingFacts.Standing(row.status(), row.lastDay()),
            head.tour(),
            LocalDate.ofInstant(head.startsAt(), zone));
    // What a person may override does not keep the line from moving.
    return standing != null && !standing.overridable() ? standing : row.elsewhere();
  }

  private Optional<Head> head(Binding binding, EventId event) {
    return sql.sql(
            """
            select e.kind = 'tour' as tour,
                   e.status = 'scheduled' as open,
                   e.starts_at,
                   e.starts_at - make_interval(mins => r.promotion_notice_minutes) as moves_until,
                   clock_timestamp() as asked_at,
                   greatest(0, e.capacity - e.booked_count) as free
              from events e
              cross join schedule.booking_rules() r
             where e.organization_id = ?
               and e.id = ?
            """)
        .params(binding.organization().value(), event.value())
        .query(
            (row, number) ->
                new Head(
                    row.getBoolean("tour"),
                    row.getBoolean("open"),
                    instant(row, "starts_at"),
                    instant(row, "moves_until"),
                    instant(row, "asked_at"),
                    row.getInt("free")))
        .optional();
  }

  /** Those in the line by number, then those who lost their place, the latest first. */
  private List<Row> rows(Binding binding, EventId event) {
    return sql.sql(
            """
            select p.id,
                   p.client_id,
                   concat_ws(' ', nullif(co.given_name, ''), co.family_name) as name,
                   p.waitlist_position,
                   coalesce(p.cancelled_at, p.created_at) as at,
                   co.status,
                   co.valid_until,
                   other.id as other_id,
                   other.title as other_title,
                   other.starts_at as other_starts_at,
                   other.ends_at as other_ends_at
              from events e
              join event_participants p
                on p.organization_id = :organization
               and p.event_id = e.id
               and (p.status = 'waitlisted' or (p.status = 'cancelled' and p.dropped_for is not null))
              join client_organizations co
                on co.organization_id = :organization
               and co.client_id = p.client_id
              left join lateral (
                select o.id, o.title, o.starts_at, o.ends_at
                  from events o
                 where o.organization_id = :organization
                   and (o.id = p.dropped_for
                        or (p.dropped_for is null
                            and o.id <> e.id
                            and o.status = 'scheduled'
                            and o.starts_at < e.ends_at
                            and o.starts_at > e.starts_at - interval '25 hours'
                            and o.ends_at > e.starts_at
                            and exists (select
                                          from event_participants op
                                         where op.organization_id = :organization
                                           and op.event_id = o.id
                                           and op.client_id = p.client_id
                                           and op.status in ('booked', 'attended'))))
                 order by o.starts_at, o.id
                 limit 1) other
                on true
             where e.organization_id = :organization
               and e.id = :event
             order by p.waitlist_position, at desc
            """)
        .param("organization", binding.organization().value())
        .param("event", event.value())
        .query((row, number) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    UUID other = row.getObject("other_id", UUID.class);
    return new Row(
        new ParticipantId(row.getObject("id", UUID.class)),
        new ClientId(row.getObject("client_id", UUID.class)),
        row.getString("name"),
        row.getObject("waitlist_position", Long.class),
        instant(row, "at"),
        MemberStatus.of(row.getString("status")),
        row.getObject("valid_until", LocalDate.class),
        other == null
            ? null
            : new BookingRefusal.SeatElsewhere(
                new EventId(other),
                row.getString("other_title"),
                instant(row, "other_starts_at"),
                instant(row, "other_ends_at")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
