package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What takes place at the bound gym and when. Everybody at a gym sees its events; who has a place
 * in them is told by {@link Rosters}. A day is the gym's own: callers turn days into instants in
 * the binding's zone.
 */
@Service
@Transactional(readOnly = true)
public class Calendar {

  private final JdbcClient sql;
  private final Bindings bindings;

  Calendar(JdbcClient sql, Bindings bindings) {
    this.sql = sql;
    this.bindings = bindings;
  }

  /**
   * The events of a time, by start; those under way at its beginning and cancelled ones too.
   *
   * @param from the beginning, included
   * @param to the end, not included
   */
  public List<CalendarEvent> between(Instant from, Instant to, CalendarFilter filter) {
    CalendarStatement statement = CalendarStatement.between(bindings.required(), from, to, filter);
    return sql.sql(statement.text()).params(statement.parameters()).query(Calendar::event).list();
  }

  /** When the next event starts, at or after an instant. */
  public Optional<Instant> nextStart(Instant from, CalendarFilter filter) {
    CalendarStatement statement = CalendarStatement.next(bindings.required(), from, filter);
    return sql.sql(statement.text())
        .params(statement.parameters())
        .query((row, number) -> instant(row, "starts_at"))
        .optional();
  }

  /** One event; empty when the bound gym has none by that id. */
  public Optional<CalendarDetail> find(EventId id) {
    Binding binding = bindings.required();
    Optional<Instant> start =
        sql.sql(
                "select starts_at from events where organization_id = :organization and id = :event")
            .param("organization", binding.organization().value())
            .param("event", id.value())
            .query((row, number) -> instant(row, "starts_at"))
            .optional();
    return start.flatMap(
        at -> {
          CalendarStatement statement = CalendarStatement.one(binding, id, at);
          List<String> tags = tags(binding, id);
          return sql.sql(statement.text())
              .params(statement.parameters())
              .query((row, number) -> detail(row, tags))
              .optional();
        });
  }

  /** The rooms in use, by name. */
  public List<CalendarChoice> rooms() {
    return sql.sql(
            """
            select id, name
              from rooms
             where organization_id = :organization
               and archived_at is null
             order by name
            """)
        .param("organization", bindings.required().organization().value())
        .query(Calendar::choice)
        .list();
  }

  /** Those who lead or led an event, by name; read along the index from one trainer to the next. */
  public List<CalendarChoice> trainers() {
    return sql.sql(
            """
            with recursive trainer (id) as (
              (select e.trainer_id
                 from events e
                where e.organization_id = :organization
                  and e.trainer_id is not null
                order by e.trainer_id
                limit 1)
              union all
              select (select e.trainer_id
                        from events e
                       where e.organization_id = :organization
                         and e.trainer_id > l.id
                       order by e.trainer_id
                       limit 1)
                from trainer l
               where l.id is not null)
            select u.id, u.display_name as name
              from trainer l
              join users u on u.id = l.id
             order by u.display_name, u.id
            """)
        .param("organization", bindings.required().organization().value())
        .query(Calendar::choice)
        .list();
  }

  /** The trainers of the gym, by name, whether or not they have led an event yet. */
  public List<CalendarChoice> team() {
    return sql.sql(
            """
            select o.user_id as id, u.display_name as name
              from user_organizations o
              join users u on u.id = o.user_id
             where o.organization_id = :organization
               and o.role = 'trainer'
               and o.status = 'active'
             order by u.display_name, o.user_id
            """)
        .param("organization", bindings.required().organization().value())
        .query(Calendar::choice)
        .list();
  }

  private List<String> tags(Binding binding, EventId event) {
    return sql.sql(
            """
            select distinct t.name
              from events e
              join taggables g
                on g.organization_id = :organization
               and (g.subject_type, g.subject_id) in (('events', e.id), ('classes', e.series_id))
              join tags t
                on t.organization_id = :organization
               and t.id = g.tag_id
             where e.organization_id = :organization
               and e.id = :event
             order by t.name
            """)
        .param("organization", binding.organization().value())
        .param("event", event.value())
        .query(String.class)
        .list();
  }

  private static CalendarChoice choice(ResultSet row, int number) throws SQLException {
    return new CalendarChoice(row.getObject("id", UUID.class), row.getString("name"));
  }

  private static CalendarDetail detail(ResultSet row, List<String> tags) throws SQLException {
    return new CalendarDetail(
        event(row, 0),
        row.getString("description"),
        row.getString("meeting_url"),
        row.getString("cancelled_reason"),
        row.getLong("price_minor"),
        row.getBoolean("is_in_series"),
        tags);
  }

  static CalendarEvent event(ResultSet row, int number) throws SQLException {
    UUID trainer = row.getObject("trainer_id", UUID.class);
    return new CalendarEvent(
        new EventId(row.getObject("id", UUID.class)),
        EventKind.of(row.getString("kind")),
        row.getString("title"),
        row.getString("colour"),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        row.getBoolean("is_cancelled"),
        row.getString("location"),
        trainer == null ? null : new UserId(trainer),
        row.getString("trainer"),
        row.getObject("capacity", Integer.class),
        row.getInt("booked_count"),
        row.getInt("waitlist_count"),
        row.getBoolean("is_trainer_elsewhere"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
