package com.tryzore.crm.schedule;

import java.util.List;

/** What became of the wish to undo a change of the calendar. Only {@link Done} wrote anything. */
public sealed interface Undo {

  /**
   * Everything is as it was.
   *
   * @param notRestored who could not be given their place back: the seat is gone, or they hold
   *     another at that time
   */
  record Done(List<HeldPlace> notRestored) implements Undo {
    /** Takes a copy. */
    public Done {
      notRestored = List.copyOf(notRestored);
    }
  }

  /** It was undone before. */
  record Already() implements Undo {}

  /** Something that it concerned has begun: the past never changes. */
  record TooLate() implements Undo {}

  /** Somebody has changed the same again since. */
  record ChangedSince() implements Undo {}

  /**
   * Somebody has a place in what the change made, or more have one than there were seats before.
   *
   * @param places how many
   */
  record SomebodyBooked(int places) implements Undo {}

  /** The room was given to something else meanwhile. */
  record RoomTaken(List<Clash> by) implements Undo {}

  /** There is no such change at this gym. */
  record Unknown() implements Undo {}
}
