package com.tryzore.crm.schedule;

import java.util.List;

/** What became of the wish to book a client into an event. */
public sealed interface Booking {

  /**
   * A seat.
   *
   * @param participant the place
   */
  record Booked(ParticipantId participant) implements Booking {}

  /**
   * The event is full: a place at the end of the line.
   *
   * @param participant the place
   * @param position the number in the line; numbers grow and are never given twice
   */
  record Waitlisted(ParticipantId participant, long position) implements Booking {}

  /**
   * The rules are against it; nothing was written.
   *
   * @param reasons every rule that failed, at least one
   * @param mayOverride whether this account may book all the same, giving a reason
   */
  record Refused(List<BookingRefusal> reasons, boolean mayOverride) implements Booking {
    public Refused {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("A refusal has a reason");
      }
    }
  }

  /** There is no such event or no such client at this gym; those of others are answered alike. */
  record Unknown() implements Booking {}
}
