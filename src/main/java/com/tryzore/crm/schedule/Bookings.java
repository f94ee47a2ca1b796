package com.tryzore.crm.schedule;

import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.members.ClientId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;

/**
 * Places in the events of the bound gym. Each call is one transaction of its own (unless the caller
 * has one), tried again for about a second when it loses a race for the same people. Staff and
 * above; marks and walk-ins also by whoever teaches the event. For others the database refuses.
 *
 * <p>Every method throws {@link NotAllowedException} for an account without the right, and {@link
 * PessimisticLockingFailureException} when it lost every race; then nothing was written.
 */
@Service
public class Bookings {
  private final BookingSteps steps;
  private final Contention contention;

  Bookings(BookingSteps steps, Contention contention) {
    this.steps = steps;
    this.contention = contention;
  }

  /**
   * Every rule that keeps a client out of an event right now; none when they may be booked.
   *
   * @return empty when there is no such event or client at this gym
   */
  public Optional<List<BookingRefusal>> against(EventId event, ClientId client) {
    return steps.against(event, client);
  }

  /** Books a client: a seat, or a place at the end of the line when the event is full. */
  public Booking book(EventId event, ClientId client) {
    return contention.settle(() -> steps.book(event, client, null));
  }

  /**
   * Books a client against rules that can be overridden; the reason is kept in the audit trail.
   * Where no rule is against it, this simply books; a rule that nobody can override still refuses.
   *
   * @param reason why, 1 to 500 characters
   * @throws IllegalArgumentException for a reason that is blank or too long
   */
  public Booking bookAnyway(EventId event, ClientId client, String reason) {
    String why = reason(reason);
    return contention.settle(() -> steps.book(event, client, why));
  }

  /**
   * Gives up a seat or a place in the line. A free seat goes to those who wait, in the same moment.
   * Within the gym's window before the start a seat is given up late.
   */
  public Cancellation cancel(ParticipantId participant) {
    return contention.settle(() -> steps.cancel(participant, false));
  }

  /** Gives up a place that is never late, because the gym says so. */
  public Cancellation cancelExcused(ParticipantId participant) {
    return contention.settle(() -> steps.cancel(participant, true));
  }

  /**
   * Takes a cancellation back: the seat when it is still free, or the old place in the line. Who
   * was promoted meanwhile keeps the seat.
   */
  public Restoration restore(ParticipantId participant) {
    return contention.settle(() -> steps.restore(participant));
  }

  /**
   * Exchanges a place for one in another event, in one step; never a seat for a place in a line.
   */
  public Move move(ParticipantId participant, EventId to) {
    return contention.settle(() -> steps.move(participant, to, null));
  }

  /**
   * Moves a client although they have a seat elsewhere at the same time; the reason is kept in the
   * audit trail.
   *
   * @param reason why, 1 to 500 characters
   * @throws IllegalArgumentException for a reason that is blank or too long
   */
  public Move moveAnyway(ParticipantId participant, EventId to, String reason) {
    String why = reason(reason);
    return contention.settle(() -> steps.move(participant, to, why));
  }

  /**
   * Changes the number of seats; new ones go to those who wait. Needs the right to edit the
   * schedule.
   *
   * @param capacity at least 1; null for no limit
   * @throws IllegalArgumentException for less than one seat
   */
  public Resizing resize(EventId event, @Nullable Integer capacity) {
    if (capacity != null && capacity < 1) {
      throw new IllegalArgumentException("At least one seat");
    }
    return contention.settle(() -> steps.resize(event, capacity));
  }

  /**
   * Marks a seat present, absent, or neither any more. Presence makes the visit, unless one lies
   * around the start; taking it back takes that visit back.
   *
   * @param status attended, no-show, or booked to take a mark back
   * @throws IllegalArgumentException for another status
   */
  public Marking mark(ParticipantId participant, PlaceStatus status) {
    if (!status.holdsSeat()) {
      throw new IllegalArgumentException("A mark says who came: " + status);
    }
    return contention.settle(() -> steps.mark(participant, status));
  }

  /**
   * Marks several seats of an event in one change: those of the given places that are still as they
   * were seen. Taking it back is the same with the two exchanged.
   *
   * @param places what was on screen, at most 2000
   * @param seen as what
   * @param status attended, no-show, or booked to take marks back
   * @throws IllegalArgumentException for a status that holds no seat
   */
  public MarkedTogether mark(
      EventId event, Collection<ParticipantId> places, PlaceStatus seen, PlaceStatus status) {
    if (!status.holdsSeat() || !seen.holdsSeat() || status == seen) {
      throw new IllegalArgumentException("A mark says who came: " + seen + ", " + status);
    }
    return contention.settle(() -> steps.mark(event, places, seen, status));
  }

  /** Somebody stands in the room: a booking is marked present, or a free seat is given. */
  public WalkIn walkIn(EventId event, ClientId client) {
    return contention.settle(() -> steps.walkIn(event, client));
  }

  /**
   * Takes back somebody who was let in by mistake, with the visit it made: by who let them in,
   * within ten minutes.
   *
   * @return whether it was taken back; otherwise it is too late, or the place is gone
   */
  public boolean undoWalkIn(EventId event, ParticipantId participant) {
    return contention.settle(() -> steps.undoWalkIn(event, participant));
  }

  private static String reason(String typed) {
    String why = typed.strip();
    if (why.isEmpty() || why.length() > 500) {
      throw new IllegalArgumentException("A reason has 1 to 500 characters");
    }
    return why;
  }
}
