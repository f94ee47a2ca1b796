package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.NotAllowedException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    RoomSteps(JdbcClient sql, Bindings bindings) {
      this.sql = sql;
      this.bindings = bindings;
    }

    @Transactional(readOnly = true)
    List<Room> list() {
      return rooms("true", here());
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
          .query(
              (row, number) ->
                  new Room(
                      new RoomId(row.getObject("id", UUID.class)),
                      row.getString("name"),
                      row.getObject("capacity", Integer.class),
                      row.getBoolean("is_archived"),
                      row.getLong("version")))
          .list();
    }

    private UUID here() {
      return bindings.required().organization().value();
    }
  }
}
