package com.tryzore.crm.frontdesk;

import java.time.Instant;

/**
 * A place that a member has today.
 *
 * @param title what the class is called
 * @param startsAt when it starts
 * @param endsAt when it ends
 * @param place what the place is
 */
public record BookedToday(String title, Instant startsAt, Instant endsAt, Place place) {

  /** What a place comes to at the desk. */
  public enum Place {
    /** A seat that nobody has marked. */
    BOOKED,
    /** Marked present, as a check-in around the start does. */
    ATTENDED,
    /** In the line. */
    WAITLISTED
  }
}
