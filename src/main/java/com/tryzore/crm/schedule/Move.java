package com.tryzore.crm.schedule;

import java.util.List;

/** What became of the wish to exchange a place for one in another event. */
public sealed interface Move {

  /**
   * The old place is given up, without being late, and the new one is held.
   *
   * @param participant the new place
   * @param promoted who got the old seat
   */
  record Done(ParticipantId participant, List<Promoted> promoted) implements Move {}

  /**
   * Somebody who waited now waits in the other event.
   *
   * @param participant the new place
   * @param position the number in that line
   */
  record Waitlisted(ParticipantId participant, long position) implements Move {}

  /** The other event is full: nobody gives up a seat for a place in a line. Nothing was written. */
  record Full() implements Move {}

  /** The place is not one to give up any more: cancelled, marked, or in an event that is over. */
  record NotHeld() implements Move {}

  /**
   * The rules are against the other event; nothing was written.
   *
   * @param reasons every rule that failed, at least one
   * @param mayOverride whether this account may move all the same, giving a reason
   */
  record Refused(List<BookingRefusal> reasons, boolean mayOverride) implements Move {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /** There is no such place or no such event at this gym. */
  record Unknown() implements Move {}
}
