package com.tryzore.crm.schedule;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.database.TestDatabase;
import com.tryzore.crm.members.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A gym with events and members to book into them, written by the superuser. */
public record ScheduleGym(TestGym gym) {

  /** A gym of its own in Berlin, on the shared database. */
  public static ScheduleGym open(String name) {
    return on(TestDatabase.shared(), name);
  }

  /** A gym of its own in Berlin. */
  public static ScheduleGym on(TestDatabase database, String name) {
    return new ScheduleGym(TestGym.open(database, name));
  }

  /** An active member. */
  public ClientId member(String name) {
    return member(name, "active", null);
  }

  /** Somebody with a standing. */
  public ClientId member(String name, String status, @Nullable String validUntil) {
    UUID client =
        Objects.requireNonNull(
            gym.value(
                UUID.class,
                "insert into clients (organization_id, given_name, family_name) values (?, ?, 'Test')"
                    + " returning id",
                gym.id().value(),
                name));
    gym.execute(
        "insert into client_organizations (organization_id, client_id, home_organization_id, status,"
            + " valid_until) values (?, ?, ?, ?, ?::date)",
        gym.id().value(),
        client,
        gym.id().value(),
        status,
        validUntil);
    return new ClientId(client);
  }

  /** So many active members. */
  public List<ClientId> members(int count) {
    List<ClientId> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      members.add(member("Member" + i));
    }
    return members;
  }

  /** A class of an hour that starts so long from now. */
  public EventId event(String title, Duration ahead, @Nullable Integer capacity) {
    return event(title, Instant.now().plus(ahead), Duration.ofHours(1), capacity, null);
  }

  /** A class. */
  public EventId event(
      String title,
      Instant start,
      Duration length,
      @Nullable Integer capacity,
      TestGym.@Nullable Person trainer) {
    return new EventId(
        Objects.requireNonNull(
            gym.value(
                UUID.class,
                "insert into events (organization_id, kind, title, starts_at, ends_at, capacity,"
                    + " trainer_id) values (?, 'class', ?, ?, ?, ?, ?) returning id",
                gym.id().value(),
                title,
                start.atOffset(ZoneOffset.UTC),
                start.plus(length).atOffset(ZoneOffset.UTC),
                capacity,
                trainer == null ? null : trainer.id().value())));
  }

  /** Changes one column of an event. */
  public void set(EventId event, String column, @Nullable Object value) {
    gym.execute(
        "update events set %s = ? where organization_id = ? and id = ?".formatted(column),
        value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value,
        gym.id().value(),
        event.value());
  }

  /** Moves an event as a whole, its length kept. */
  public void startsAt(EventId event, Instant start) {
    gym.execute(
        "update events set starts_at = ?, ends_at = ?::timestamptz + (ends_at - starts_at)"
            + " where organization_id = ? and id = ?",
        start.atOffset(ZoneOffset.UTC),
        start.atOffset(ZoneOffset.UTC),
        gym.id().value(),
        event.value());
  }

  /** Changes the standing of somebody. */
  public void status(ClientId client, String status) {
    gym.execute(
        "update client_organizations set status = ? where organization_id = ? and client_id = ?",
        status,
        gym.id().value(),
        client.value());
  }

  /** Sets the gym's settings of bookings. */
  public void settings(String json) {
    gym.execute(
        "update organizations set settings = jsonb_build_object('bookings', ?::jsonb) where id = ?",
        json,
        gym.id().value());
  }

  /** Rows of an event as "client status position", sorted, for a look at all of them. */
  public List<String> places(EventId event) {
    return List.of(
        Objects.requireNonNullElse(
                gym.value(
                    String.class,
                    """
                    select string_agg(concat_ws(' ', co.given_name, p.status, p.waitlist_position), ','
                                      order by co.given_name, p.created_at)
                      from event_participants p
                      join client_organizations co
                        on co.organization_id = p.organization_id
                       and co.client_id = p.client_id
                     where p.organization_id = ?
                       and p.event_id = ?
                    """,
                    gym.id().value(),
                    event.value()),
                "")
            .split(",", -1));
  }

  /** What is wrong with the counters of this gym's events; empty when they equal the rows. */
  public @Nullable String miscounted() {
    return gym.value(
        String.class,
        """
        select string_agg(format('%s: %s of %s booked, %s waiting; rows say %s, %s', e.title, e.booked_count,
                                 e.capacity, e.waitlist_count, r.seats, r.waiting), '; ')
          from events e
          left join lateral (
            select count(*) filter (where p.status in ('booked', 'attended', 'no_show')) as seats,
                   count(*) filter (where p.status = 'waitlisted') as waiting,
                   count(*) filter (where p.status in ('booked', 'waitlisted', 'attended', 'no_show'))
                     - count(distinct p.client_id) filter (where p.status in ('booked', 'waitlisted', 'attended', 'no_show'))
                     as twice
              from event_participants p
             where p.organization_id = e.organization_id
               and p.event_id = e.id) r on true
         where e.organization_id = ?
           and (e.booked_count <> r.seats or e.waitlist_count <> r.waiting or r.seats > e.capacity or r.twice > 0)
        """,
        gym.id().value());
  }

  /** Visits of a member that stand. */
  public long visits(ClientId client) {
    return Objects.requireNonNull(
        gym.value(
            Long.class,
            "select count(*) from visits where organization_id = ? and client_id = ? and undone_at is"
                + " null",
            gym.id().value(),
            client.value()));
  }
}
