package com.tryzore.crm.frontdesk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A class, tour or personal training that starts today.
 *
 * @param id the event
 * @param kind {@code class}, {@code tour} or {@code personal_training}
 * @param title what it is called
 * @param colour the name of its colour
 * @param startsAt when it starts
 * @param endsAt when it ends
 * @param cancelled whether it does not take place
 * @param room where; null when none is set
 * @param trainer who leads it; null when nobody is set
 * @param capacity how many places; null for no limit
 * @param booked places taken
 * @param waiting how many wait for one
 */
public record EventToday(
    UUID id,
    String kind,
    String title,
    String colour,
    Instant startsAt,
    Instant endsAt,
    boolean cancelled,
    @Nullable String room,
    @Nullable String trainer,
    @Nullable Integer capacity,
    int booked,
    int waiting) {

  /** The share of places taken, 0 to 1; 0 when there is no limit. */
  public double fill() {
    return capacity == null ? 0 : Math.min(1, booked / (double) capacity);
  }

  /** Whether every place is taken. */
  public boolean full() {
    return capacity != null && booked >= capacity;
  }

  /** Whether it is over. */
  public boolean over(Instant now) {
    return !endsAt.isAfter(now);
  }

  /** Whether it takes place right now. */
  public boolean running(Instant now) {
    return !startsAt.isAfter(now) && endsAt.isAfter(now);
  }
}
