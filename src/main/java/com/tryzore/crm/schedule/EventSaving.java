package com.tryzore.crm.schedule;

import java.util.List;

/** What became of the wish to make or change a single event. Only {@link Saved} wrote anything. */
public sealed interface EventSaving {

  /**
   * Done.
   *
   * @param version the event's, for the next change
   * @param change to be undone
   */
  record Saved(EventId event, long version, ChangeId change) implements EventSaving {}

  /** The room is taken then. Nothing overrides this: take another room or another time. */
  record RoomTaken(List<Clash> by) implements EventSaving {}

  /** The trainer teaches something else then. A warning: ask again saying despite. */
  record TrainerBusy(List<Clash> by) implements EventSaving {}

  /**
   * More seats are taken than there would be.
   *
   * @param booked seats taken
   */
  record TooSmall(int booked) implements EventSaving {}

  /** People have places in what is to be cancelled: ask again saying that they are released. */
  record HasPlaces(List<HeldPlace> places) implements EventSaving {}

  /** The client cannot be booked into it, so it was not made. */
  record ClientRefused(List<BookingRefusal> reasons) implements EventSaving {}

  /** It has begun, or the new time has passed: the past never changes. */
  record HasBegun() implements EventSaving {}

  /** It is cancelled. */
  record IsCancelled() implements EventSaving {}

  /** Somebody else has changed it meanwhile. */
  record ChangedMeanwhile() implements EventSaving {}

  /** There is no such event, room, trainer or client at this gym. */
  record Unknown() implements EventSaving {}
}
