package com.tryzore.crm.demo;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.members.ClientId;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A month of visits and classes at a demo gym, written as its desk. */
@Component
@Transactional
class DemoHistory {

  private record Slot(DayOfWeek day, LocalTime at, String title, String room, String colour) {}

  private static final Duration LENGTH = Duration.ofMinutes(45);
  private static final List<Slot> TIMETABLE = timetable();

  private final JdbcClient sql;

  DemoHistory(JdbcClient sql) {
    this.sql = sql;
  }

  private static List<Slot> timetable() {
    List<Slot> slots = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      boolean weekend = day.getValue() > 5;
      slots.add(
          new Slot(day, LocalTime.of(weekend ? 9 : 6, 30), "Sunrise Yoga", "Studio A", "green"));
      slots.add(
          new Slot(day, LocalTime.of(weekend ? 10 : 7, 15), "Spin 45", "Spin Room", "orange"));
      if (!weekend) {
        slots.add(new Slot(day, LocalTime.of(12, 15), "Lunch Pilates", "Studio B", "teal"));
        slots.add(new Slot(day, LocalTime.of(18, 0), "Strength Basics", "Studio A", "blue"));
      }
    }
    return List.copyOf(slots);
  }

  /** The member account's own record. */
  void ownRecord(Binding desk, String account) {
    UUID client =
        sql.sql(
                """
                insert into clients (organization_id, user_id, given_name, family_name, email)
                select :organization, u.id, 'Robin', 'Castellan', u.sign_in_email
                  from users u
                 where u.sign_in_email = :email
                returning id
                """)
            .param("organization", desk.organization().value())
            .param("email", account)
            .query(UUID.class)
            .single();
    sql.sql(
            """
            insert into client_organizations (organization_id, client_id, home_organization_id,
                                              status, plan_name, valid_until, joined_on)
            values (:organization, :client, :organization, 'active', 'Unlimited Monthly',
                    :until, :joined)
            """)
        .param("organization", desk.organization().value())
        .param("client", client)
        .param("until", LocalDate.now(desk.zone()).plusMonths(5))
        .param("joined", LocalDate.now(desk.zone()).minusMonths(7))
        .update();
  }

  /** Two weeks of classes behind and two ahead, with bookings. */
  void calendar(Binding desk, List<ClientId> clients, RandomGenerator random) {
    LocalDate today = LocalDate.now(desk.zone());
    for (LocalDate day = today.minusDays(14);
        !day.isAfter(today.plusDays(14));
        day = day.plusDays(1)) {
      for (Slot slot : TIMETABLE) {
        if (slot.day() == day.getDayOfWeek()) {
          // Nobody books what has begun: past classes are booked while they lie ahead.
          boolean begun = start(desk, slot, day).toInstant().isBefore(Instant.now());
          UUID event = event(desk, slot, begun ? day.plusDays(3_700) : day);
          int booked = Math.max(0, 14 - Math.abs(day.compareTo(today)) + random.nextInt(5));
          book(desk, event, clients, booked, random);
          if (begun) {
            move(desk, event, slot, day);
          }
          if (begun && start(desk, slot, day).plus(LENGTH).toInstant().isBefore(Instant.now())) {
            attend(desk, event);
          }
        }
      }
    }
  }

  private static ZonedDateTime start(Binding desk, Slot slot, LocalDate day) {
    return ZonedDateTime.ofLocal(day.atTime(slot.at()), desk.zone(), null);
  }

  private UUID event(Binding desk, Slot slot, LocalDate day) {
    ZonedDateTime start = start(desk, slot, day);
    return sql.sql(
            """
            insert into events (organization_id, kind, title, colour, starts_at, ends_at, room_id,
                                trainer_id, capacity)
            select :organization, 'class', :title, :colour, :start, :end, r.id,
                   (select user_id
                      from user_organizations
                     where organization_id = :organization
                       and role = 'trainer'
                     limit 1),
                   :capacity
              from rooms r
             where r.organization_id = :organization
               and r.name = :room
            returning id
            """)
        .param("organization", desk.organization().value())
        .param("title", slot.title())
        .param("colour", slot.colour())
        .param("start", Timestamp.from(start.toInstant()))
        .param("end", Timestamp.from(start.plus(LENGTH).toInstant()))
        .param("room", slot.room())
        .param("capacity", slot.title().startsWith("Spin") ? 12 : 18)
        .query(UUID.class)
        .single();
  }

  private void book(
      Binding desk, UUID event, List<ClientId> clients, int booked, RandomGenerator random) {
    int first = random.nextInt(clients.size());
    List<UUID> who = new ArrayList<>();
    for (int i = 0; i < Math.min(booked, clients.size()); i++) {
      int member = (first + i) % clients.size();
      if (member != DemoStory.FIRST_VISIT) {
        who.add(clients.get(member).value());
      }
    }
    sql.sql(
            """
            insert into event_participants (organization_id, event_id, client_id, status,
                                            waitlist_position, booked_by)
            select :organization,
                   :event,
                   c.id,
                   case when c.n > e.capacity then 'waitlisted' else 'booked' end,
                   case when c.n > e.capacity then c.n - e.capacity end,
                   :user
              from (select co.client_id as id, row_number() over (order by w.n) as n
                      from unnest(cast(:who as uuid[])) with ordinality as w (id, n)
                      join client_organizations co
                        on co.organization_id = :organization
                       and co.client_id = w.id
                       and co.status = 'active'
                       and (co.valid_until is null or co.valid_until >= :today)) c
              join events e
                on e.organization_id = :organization
               and e.id = :event
            """)
        .param("organization", desk.organization().value())
        .param("event", event)
        .param("user", desk.user().value())
        .param("who", who.toArray(UUID[]::new))
        .param("today", LocalDate.now(desk.zone()))
        .update();
  }

  /** Puts a class where it belongs. */
  private void move(Binding desk, UUID event, Slot slot, LocalDate day) {
    ZonedDateTime start = start(desk, slot, day);
    sql.sql("update events set starts_at = ?, ends_at = ? where organization_id = ? and id = ?")
        .params(
            Timestamp.from(start.toInstant()),
            Timestamp.from(start.plus(LENGTH).toInstant()),
            desk.organization().value(),
            event)
        .update();
  }

  /** Says who came to a class that is over: all but every seventh. */
  private void attend(Binding desk, UUID event) {
    sql.sql(
            """
            update event_participants p
               set status = case when c.n % 7 = 0 then 'no_show' else 'attended' end
              from (select id, row_number() over (order by id) as n
                      from event_participants
                     where organization_id = :organization
                       and event_id = :event
                       and status = 'booked') c
             where p.organization_id = :organization
               and p.id = c.id
            """)
        .param("organization", desk.organization().value())
        .param("event", event)
        .update();
  }
}
