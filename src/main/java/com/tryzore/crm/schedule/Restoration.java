package com.tryzore.crm.schedule;

import java.util.List;

/** What became of the wish to take a cancellation back. */
public sealed interface Restoration {

  /** The seat was still free and is held again. */
  record Booked() implements Restoration {}

  /**
   * Back in the line, under the old number.
   *
   * @param position that number
   */
  record Waitlisted(long position) implements Restoration {}

  /** The seat has gone to somebody else; the client may be booked again, to the end of the line. */
  record SeatTaken() implements Restoration {}

  /** It is not cancelled, or the client has another place in the event by now. */
  record Already() implements Restoration {}

  /**
   * The rules are against it by now.
   *
   * @param reasons every rule that fails, at least one
   */
  record Refused(List<BookingRefusal> reasons) implements Restoration {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /** There is no such place at this gym. */
  record Unknown() implements Restoration {}
}
