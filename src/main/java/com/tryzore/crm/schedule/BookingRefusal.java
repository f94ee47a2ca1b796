package com.tryzore.crm.schedule;

import com.tryzore.crm.members.MemberStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rule that keeps a client out of an event, with the facts that a person is told. Facts only; the
 * words are in the bundles.
 */
public sealed interface BookingRefusal {

  /** Whether somebody with the right may book all the same, giving a reason. */
  default boolean overridable() {
    return false;
  }

  /** The event does not take place. */
  record EventCancelled() implements BookingRefusal {}

  /**
   * The event is over.
   *
   * @param at when it ended
   */
  record Over(Instant at) implements BookingRefusal {}

  /**
   * The event has begun: who comes now walks in.
   *
   * @param at when it began
   */
  record Started(Instant at) implements BookingRefusal {}

  /**
   * The standing at this gym does not let the client take part.
   *
   * @param status how they stand on the day of the event
   * @param lastDay the last day on which they may come, if one is known
   */
  record NoStanding(MemberStatus status, @Nullable LocalDate lastDay) implements BookingRefusal {}

  /**
   * The membership is active and ends before the day of the event. It may be renewed by then.
   *
   * @param lastDay its last day
   */
  record EndsBefore(LocalDate lastDay) implements BookingRefusal {
    @Override
    public boolean overridable() {
      return true;
    }
  }

  /**
   * The client has a place in this event.
   *
   * @param participant the place
   * @param status what it is
   * @param position the number in the line, when it is a place there
   */
  record HasPlace(ParticipantId participant, PlaceStatus status, @Nullable Long position)
      implements BookingRefusal {}

  /**
   * The client has a seat in another event at the same time.
   *
   * @param event which
   * @param title what it is called
   * @param startsAt when it starts
   * @param endsAt when it ends
   */
  record SeatElsewhere(EventId event, String title, Instant startsAt, Instant endsAt)
      implements BookingRefusal {
    @Override
    public boolean overridable() {
      return true;
    }
  }

  /**
   * The gym does not take bookings for the event yet.
   *
   * @param from when it begins to
   */
  record NotOpenYet(Instant from) implements BookingRefusal {
    @Override
    public boolean overridable() {
      return true;
    }
  }

  /**
   * The gym takes no bookings this shortly before the start.
   *
   * @param since when it stopped
   */
  record Closed(Instant since) implements BookingRefusal {
    @Override
    public boolean overridable() {
      return true;
    }
  }
}
