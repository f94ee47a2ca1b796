package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.NotAllowedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rooms of the bound gym. Everybody reads them; changing needs {@code schedule.edit}, otherwise
 * the database refuses with {@link NotAllowedException}. A name is 1 to 100 characters, a capacity
 * at least 1.
 */
@Service
public class Rooms {
  private final RoomSteps steps;

  Rooms(RoomSteps steps) {
    this.steps = steps;
  }

  /** All, by name; archived ones last. */
  public List<Room> list() {
    return steps.list();
  }

  /** All, by name, archived ones last, with what takes place in them. */
  public List<RoomUse> used() {
    return steps.used();
  }

  /**
   * The events to come in a room with more people booked than would fit, by start. A room's
   * capacity takes no place away: somebody has to look at them.
   */
  public List<CrowdedEvent> crowded(RoomId room, int capacity) {
    return steps.crowded(room, capacity);
  }

  /** Adds one. */
  public RoomSaving create(String name, @Nullable Integer capacity) {
    return taken(() -> steps.create(name.strip(), capacity));
  }

  /** Renames one, or says how many people fit in. */
  public RoomSaving change(RoomId room, long version, String name, @Nullable Integer capacity) {
    return taken(() -> steps.change(room, version, name.strip(), capacity));
  }

  /** Offers it no longer, unless events are still to come there. */
  public RoomSaving archive(RoomId room, long version) {
    return steps.archive(room, version, true);
  }

  /** Offers it again. */
  public RoomSaving restore(RoomId room, long version) {
    return steps.archive(room, version, false);
  }

  private static RoomSaving taken(Supplier<RoomSaving> saving) {
    try {
      return saving.get();
    } catch (DuplicateKeyException taken) {
      return new RoomSaving.NameTaken();
    }
  }

  /** Each one transaction. */
  @Service
  @Transactional
  static class RoomSteps {
    private final JdbcClient sql;
    private final Bindings bindings;
    private final ApplicationEventPublisher publisher;

    RoomSteps(JdbcClient sql, Bindings bindings, ApplicationEventPublisher publisher) {
      this.sql = sql;
      this.bindings = bindings;
      this.publisher = publisher;
    }

    @Transactional(readOnly = true)
    List<Room> list() {
      return rooms("true", here());
    }

    @Transactional(readOnly = true)
    List<RoomUse> used() {
      return sql.sql(
              """
              select r.id, r.name, r.capacity, r.archived_at is not null as is_archived, r.version,
                     coalesce(w.events, 0) as events, coalesce(w.minutes, 0) as minutes,
                     coalesce(w.booked, 0) as booked, coalesce(w.seats, 0) as seats, coalesce(w.to_come, 0) as to_come
                from rooms r
                left join (
                  select room_id,
                         count(*) as to_come,
                         count(*) filter (where is_near) as events,
                         sum(extract(epoch from ends_at - starts_at) / 60) filter (where is_near)::int as minutes,
                         sum(booked_count) filter (where is_near and capacity is not null) as booked,
                         sum(capacity) filter (where is_near) as seats
                    from events
                    cross join lateral (select starts_at < clock_timestamp() + interval '7 days' as is_near) n
                   where organization_id = :organization
                     and room_id is not null
                     and status = 'scheduled'
                     and starts_at > clock_timestamp()
                   group by room_id) w
                  on w.room_id = r.id
               where r.organization_id = :organization
               order by r.archived_at is not null, r.name
              """)
          .param("organization", here())
          .query(
              (row, number) ->
                  new RoomUse(
                      room(row),
                      row.getInt("events"),
                      Duration.ofMinutes(row.getInt("minutes")),
                      row.getInt("booked"),
                      row.getInt("seats"),
                      row.getInt("to_come")))
          .list();
    }

    @Transactional(readOnly = true)
    List<CrowdedEvent> crowded(RoomId room, int capacity) {
      return sql.sql(
              """
              select id, title, starts_at, booked_count
                from events
               where organization_id = ?
                 and room_id = ?
                 and starts_at > clock_timestamp()
                 and status = 'scheduled'
                 and booked_count > ?
               order by starts_at, id
              """)
          .params(here(), room.value(), capacity)
          .query(
              (row, number) ->
                  new CrowdedEvent(
                      new EventId(row.getObject("id", UUID.class)),
                      row.getString("title"),
                      EventReader.instant(row, "starts_at"),
                      row.getInt("booked_count")))
          .list();
    }

    RoomSaving create(String name, @Nullable Integer capacity) {
      UUID id =
          sql.sql(
                  """
                  insert into rooms (organization_id, name, capacity)
                  values (?, ?, ?)
                  returning id
                  """)
              .param(here())
              .param(name)
              .param(capacity)
              .query(UUID.class)
              .single();
      return saved(new RoomId(id));
    }

    RoomSaving change(RoomId room, long version, String name, @Nullable Integer capacity) {
      int changed =
          sql.sql(
                  """
                  update rooms
                     set name = ?,
                         capacity = ?
                   where organization_id = ?
                     and id = ?
                     and version = ?
                  """)
              .param(name)
              .param(capacity)
              .param(here())
              .param(room.value())
              .param(version)
              .update();
      return changed == 1 ? saved(room) : missed(room);
    }

    RoomSaving archive(RoomId room, long version, boolean archived) {
      int used =
          sql.sql(
                  """
                  select count(*)
                    from events
                   where organization_id = ?
                     and room_id = ?
                     and starts_at > clock_timestamp()
                     and status = 'scheduled'
                  """)
              .params(here(), room.value())
              .query(Integer.class)
              .single();
      if (archived && used > 0) {
        return new RoomSaving.StillUsed(used);
      }
      int changed =
          sql.sql(
                  """
                  update rooms
                     set archived_at = case when ? then clock_timestamp() end
                   where organization_id = ?
                     and id = ?
                     and version = ?
                  """)
              .params(archived, here(), room.value(), version)
              .update();
      return changed == 1 ? saved(room) : missed(room);
    }

    private RoomSaving saved(RoomId room) {
      publisher.publishEvent(new TimetableChanged(bindings.required().organization()));
      return find(room).<RoomSaving>map(RoomSaving.Saved::new).orElseGet(RoomSaving.Unknown::new);
    }

    /** Nobody's row was changed: it is not there, has another version, or may not be changed. */
    private RoomSaving missed(RoomId room) {
      boolean permitted =
          sql.sql("select access.permitted('schedule.edit')").query(Boolean.class).single();
      if (!permitted) {
        throw new NotAllowedException("this account may not change the schedule");
      }
      return find(room)
          .<RoomSaving>map(RoomSaving.ChangedMeanwhile::new)
          .orElseGet(RoomSaving.Unknown::new);
    }

    private Optional<Room> find(RoomId room) {
      return rooms("id = ?", here(), room.value()).stream().findFirst();
    }

    private List<Room> rooms(String condition, Object... parameters) {
      return sql.sql(
              """
              select id, name, capacity, archived_at is not null as is_archived, version
                from rooms
               where organization_id = ?
                 and %s
               order by archived_at is not null, name
              """
                  .formatted(condition))
          .params(parameters)
          .query((row, number) -> room(row))
          .list();
    }

    private static Room room(ResultSet row) throws SQLException {
      return new Room(
          new RoomId(row.getObject("id", UUID.class)),
          row.getString("name"),
          row.getObject("capacity", Integer.class),
          row.getBoolean("is_archived"),
          row.getLong("version"));
    }

    private UUID here() {
      return bindings.required().organization().value();
    }
  }
}
