package com.tryzore.crm.schedule;

/** What became of the wish to add or change a room. */
public sealed interface RoomSaving {

  /** Done; the room as it is now. */
  record Saved(Room room) implements RoomSaving {}

  /** Another room has that name, perhaps an archived one. */
  record NameTaken() implements RoomSaving {}

  /**
   * Events are still to come there: they are moved first.
   *
   * @param events how many
   */
  record StillUsed(int events) implements RoomSaving {}

  /** Somebody else has changed it meanwhile; nothing was written. */
  record ChangedMeanwhile(Room now) implements RoomSaving {}

  /** There is no such room at this gym. */
  record Unknown() implements RoomSaving {}
}
