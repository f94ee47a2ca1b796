package com.tryzore.crm.schedule;

import java.util.List;
import java.util.Optional;

/**
 * An event that lies ahead, and how one client stands to it.
 *
 * @param event the event
 * @param against every rule that keeps the client out of it right now; none when they may be booked
 */
public record NextClass(CalendarEvent event, List<BookingRefusal> against) {

  public NextClass {
    against = List.copyOf(against);
  }

  /** The place that the client has in it already. */
  public Optional<BookingRefusal.HasPlace> place() {
    return against.stream()
        .filter(BookingRefusal.HasPlace.class::isInstance)
        .map(BookingRefusal.HasPlace.class::cast)
        .findFirst();
  }

  /** Whether nothing is against it: a seat, or a place in the line. */
  public boolean open() {
    return against.isEmpty();
  }
}
