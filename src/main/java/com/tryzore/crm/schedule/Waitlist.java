package com.tryzore.crm.schedule;

import com.tryzore.crm.members.ClientId;
import java.time.Instant;
import java.util.List;

/**
 * Who waits for a seat of an event.
 *
 * @param movesUntil the moment from which the line no longer moves by itself: the start less the
 *     notice that the gym promises
 * @param moves whether it still moves by itself
 * @param freeSeats seats that nobody holds; none when there is a limit and it is reached
 * @param waiting those who wait, in the order of their numbers
 * @param passedOver those who lost their place because they hold a seat at the same time, the
 *     latest first
 */
public record Waitlist(
    Instant movesUntil,
    boolean moves,
    int freeSeats,
    List<Waiting> waiting,
    List<PassedOver> passedOver) {
  public Waitlist {
    waiting = List.copyOf(waiting);
    passedOver = List.copyOf(passedOver);
  }

  /**
   * Somebody who waits.
   *
   * @param participant the place in the line
   * @param client who
   * @param name given and family name
   * @param position the number; numbers have gaps where somebody left
   * @param since since when
   * @param outlook what comes of it when a seat becomes free now
   */
  public record Waiting(
      ParticipantId participant,
      ClientId client,
      String name,
      long position,
      Instant since,
      Outlook outlook) {}

  /** What comes of a place in the line when a seat becomes free now. */
  public sealed interface Outlook {

    /** Gets the next seat. */
    record Next() implements Outlook {}

    /**
     * Others get a seat first.
     *
     * @param ahead how many
     */
    record Behind(int ahead) implements Outlook {}

    /**
     * Is passed over.
     *
     * @param reason why: no standing (the place is kept), or a seat at the same time (it is lost)
     */
    record PassedOver(BookingRefusal reason) implements Outlook {}
  }

  /**
   * Somebody who was passed over and left the line by it.
   *
   * @param participant the place they had
   * @param client who
   * @param name given and family name
   * @param at when
   * @param holds the seat at the same time
   */
  public record PassedOver(
      ParticipantId participant,
      ClientId client,
      String name,
      Instant at,
      BookingRefusal.SeatElsewhere holds) {}
}
