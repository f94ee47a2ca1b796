package com.tryzore.crm.frontdesk;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What stands on the page of today at the bound gym. A day is the gym's own: it begins at midnight
 * in its zone, and has 23 or 25 hours when clocks change.
 */
@Service
@Transactional(readOnly = true)
public class DeskBoard {

  private final JdbcClient sql;
  private final Bindings bindings;
  private final Clock clock;

  DeskBoard(JdbcClient sql, Bindings bindings, ObjectProvider<Clock> clock) {
    this.sql = sql;
    this.bindings = bindings;
    this.clock = clock.getIfAvailable(Clock::systemUTC);
  }

  /**
   * Today's check-ins, the newest first, those taken back among them.
   *
   * @param limit how many at most
   */
  public List<DeskVisit> visits(int limit) {
    Binding binding = bindings.required();
    GymDay day = GymDay.of(clock.instant(), binding.zone());
    return sql.sql(
            """
            select v.id,
                   v.client_id,
                   v.checked_in_at,
                   v.verdict,
                   v.override_reason,
                   v.undone_at is not null as undone,
                   co.given_name,
                   co.family_name,
                   co.member_number,
                   co.photo_version,
                   co.valid_until,
                   desk.display_name as checked_in_by_name,
                   undoer.display_name as undone_by_name
              from visits v
              join client_organizations co
                on co.organization_id = :organization
               and co.client_id = v.client_id
              left join users desk on desk.id = v.checked_in_by
              left join users undoer on undoer.id = v.undone_by
             where v.organization_id = :organization
               and v.checked_in_at >= :from
               and v.checked_in_at < :to
             order by v.checked_in_at desc, v.id desc
             limit :limit
            """)
        .param("organization", binding.organization().value())
        .param("from", day.from())
        .param("to", day.to())
        .param("limit", limit)
        .query((row, number) -> visit(row))
        .list();
  }

  /** How many came today, and how many are in the building. */
  public DayCounts counts() {
    Binding binding = bindings.required();
    Instant now = clock.instant();
    GymDay day = GymDay.of(now, binding.zone());
    return sql.sql(
            """
            with setting as (
              select %1$s as hours
                from organizations o
               where o.id = :organization)
            select s.hours,
                   (select count(*)
                      from visits v
                     where v.organization_id = :organization
                       and v.checked_in_at >= :from
                       and v.checked_in_at < :to
                       and v.undone_at is null) as visits,
                   (select count(*)
                      from visits v
                      join client_organizations co
                        on co.organization_id = :organization
                       and co.client_id = v.client_id
                       and co.first_visit_at = v.checked_in_at
                     where v.organization_id = :organization
                       and v.checked_in_at >= :from
                       and v.checked_in_at < :to
                       and v.undone_at is null) as first_visits,
                   (select count(distinct v.client_id)
                      from visits v
                     where v.organization_id = :organization
                       and v.checked_in_at > cast(:now as timestamptz) - s.hours * interval '1 hour'
                       and v.checked_in_at <= cast(:now as timestamptz) + interval '1 minute'
                       and v.undone_at is null) as inside
              from setting s
            """
                .formatted(INSIDE_HOURS))
        .param("organization", binding.organization().value())
        .param("from", day.from())
        .param("to", day.to())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new DayCounts(
                    row.getLong("visits"),
                    row.getLong("first_visits"),
                    row.getLong("inside"),
                    row.getInt("hours")))
        .single();
  }

  /** The gym's setting {@code desk.inside_hours}, between 1 and 24; 3 when there is none. */
  private static final String INSIDE_HOURS =
      """
      case when o.settings #>> '{desk,inside_hours}' ~ '^([1-9]|1[0-9]|2[0-4])$'
           then (o.settings #>> '{desk,inside_hours}')::int
           else 3 end""";

  /**
   * Who is probably in the building: checked in within the last hours (the gym's setting {@code
   * desk.inside_hours}, 3 when it has none), the newest first. Nobody checks out.
   *
   * @param limit how many at most
   */
  public List<PersonInside> inside(int limit) {
    Binding binding = bindings.required();
    return sql.sql(
            """
            select v.client_id,
                   max(v.checked_in_at) as since,
                   co.given_name,
                   co.family_name,
                   co.photo_version
              from visits v
              join client_organizations co
                on co.organization_id = :organization
               and co.client_id = v.client_id
             where v.organization_id = :organization
               and v.undone_at is null
               and v.checked_in_at <= cast(:now as timestamptz) + interval '1 minute'
               and v.checked_in_at > cast(:now as timestamptz) - interval '1 hour' * (
                     select %1$s
                       from organizations o
                      where o.id = :organization)
             group by v.client_id, co.given_name, co.family_name, co.photo_version
             order by since desc, v.client_id
             limit :limit
            """
                .formatted(INSIDE_HOURS))
        .param("organization", binding.organization().value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(
            (row, number) ->
                new PersonInside(
                    new ClientId(row.getObject("client_id", UUID.class)),
                    name(row),
                    row.getInt("photo_version"),
                    instant(row, "since")))
        .list();
  }

  /** The classes, tours and personal trainings that start today, in order; cancelled ones too. */
  public List<EventToday> events() {
    Binding binding = bindings.required();
    GymDay day = GymDay.of(clock.instant(), binding.zone());
    return sql.sql(
            """
            select e.id,
                   e.kind,
                   e.title,
                   e.colour,
                   e.starts_at,
                   e.ends_at,
                   e.status = 'cancelled' as cancelled,
                   r.name as room,
                   t.display_name as trainer,
                   e.capacity,
                   e.booked_count,
                   e.waitlist_count
              from events e
              left join rooms r
                on r.organization_id = :organization
               and r.id = e.room_id
              left join users t on t.id = e.trainer_id
             where e.organization_id = :organization
               and e.starts_at >= :from
               and e.starts_at < :to
             order by e.starts_at, e.title, e.id
            """)
        .param("organization", binding.organization().value())
        .param("from", day.from())
        .param("to", day.to())
        .query(
            (row, number) ->
                new EventToday(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getString("title"),
                    row.getString("colour"),
                    instant(row, "starts_at"),
                    instant(row, "ends_at"),
                    row.getBoolean("cancelled"),
                    row.getString("room"),
                    row.getString("trainer"),
                    row.getObject("capacity", Integer.class),
                    row.getInt("booked_count"),
                    row.getInt("waitlist_count")))
        .list();
  }

  /** What a member has a place in today and is not over yet, in order; as of after the check-in. */
  public List<BookedToday> booked(ClientId client) {
    Binding binding = bindings.required();
    Instant now = clock.instant();
    GymDay day = GymDay.of(now, binding.zone());
    return sql.sql(
            """
            select e.title, e.starts_at, e.ends_at, p.status
              from events e
              join event_participants p
                on p.organization_id = :organization
               and p.event_id = e.id
               and p.client_id = :client
               and p.status in ('booked', 'attended', 'waitlisted')
             where e.organization_id = :organization
               and e.starts_at >= :from
               and e.starts_at < :to
               and e.ends_at > :now
               and e.status = 'scheduled'
             order by e.starts_at, e.id
            """)
        .param("organization", binding.organization().value())
        .param("client", client.value())
        .param("from", day.from())
        .param("to", day.to())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new BookedToday(
                    row.getString("title"),
                    instant(row, "starts_at"),
                    instant(row, "ends_at"),
                    BookedToday.Place.valueOf(row.getString("status").toUpperCase(Locale.ROOT))))
        .list();
  }

  private static DeskVisit visit(ResultSet row) throws SQLException {
    return new DeskVisit(
        new VisitId(row.getObject("id", UUID.class)),
        new ClientId(row.getObject("client_id", UUID.class)),
        name(row),
        row.getString("member_number"),
        row.getInt("photo_version"),
        instant(row, "checked_in_at"),
        VisitVerdict.ofWord(row.getString("verdict")),
        row.getString("override_reason"),
        row.getObject("valid_until", LocalDate.class),
        row.getString("checked_in_by_name"),
        row.getString("undone_by_name"),
        row.getBoolean("undone"));
  }

  private static String name(ResultSet row) throws SQLException {
    return (row.getString("given_name") + " " + row.getString("family_name")).strip();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
