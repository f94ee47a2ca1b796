package com.tryzore.crm.schedule;

import com.tryzore.crm.members.ClientId;
import java.util.List;

/** What became of the wish to give up a place. */
public sealed interface Cancellation {

  /**
   * The place is given up.
   *
   * @param event the event
   * @param client whose place it was
   * @param late whether it was a seat, given up within the gym's late window
   * @param promoted who got the seat
   */
  record Done(EventId event, ClientId client, boolean late, List<Promoted> promoted)
      implements Cancellation {}

  /** It was given up before; nothing was written. */
  record Already() implements Cancellation {}

  /** The client is marked present or absent: that is taken back first. */
  record Marked() implements Cancellation {}

  /** The event is over: who did not come is marked absent. */
  record Over() implements Cancellation {}

  /** There is no such place at this gym. */
  record Unknown() implements Cancellation {}
}
