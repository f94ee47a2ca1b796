package com.tryzore.crm.schedule;

import com.tryzore.crm.access.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as the calendar shows it.
 *
 * @param id the event
 * @param kind what it is
 * @param title what it is called
 * @param colour the name of its colour
 * @param startsAt when it starts
 * @param endsAt when it ends
 * @param cancelled whether it does not take place
 * @param where the room, or the other place; null when neither is set
 * @param trainerId who leads it; null when nobody is set
 * @param trainer that person's name
 * @param capacity how many seats; null for no limit
 * @param booked seats taken
 * @param waiting how many wait for one
 * @param trainerElsewhere whether its trainer leads another event at the same time
 */
public record CalendarEvent(
    EventId id,
    EventKind kind,
    String title,
    String colour,
    Instant startsAt,
    Instant endsAt,
    boolean cancelled,
    @Nullable String where,
    @Nullable UserId trainerId,
    @Nullable String trainer,
    @Nullable Integer capacity,
    int booked,
    int waiting,
    boolean trainerElsewhere) {

  /** The share of seats taken, 0 to 1; 0 when there is no limit. */
  public double fill() {
    return capacity == null ? 0 : Math.min(1, booked / (double) capacity);
  }

  /** Whether every seat is taken. */
  public boolean full() {
    return capacity != null && booked >= capacity;
  }

  /** Whether it is over. */
  public boolean over(Instant now) {
    return !endsAt.isAfter(now);
  }
}
