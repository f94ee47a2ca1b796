package com.tryzore.crm.schedule;

import com.tryzore.crm.access.UserId;
import java.util.Map;

/**
 * What the names in a timetable mean at this gym. Names are compared without regard to case; a name
 * that is not mapped is no room, and nobody.
 *
 * @param rooms by the name in the file
 * @param trainers by the name in the file
 */
public record ImportMapping(Map<String, RoomMeaning> rooms, Map<String, UserId> trainers) {

  /** Takes copies. */
  public ImportMapping {
    rooms = Map.copyOf(rooms);
    trainers = Map.copyOf(trainers);
  }

  /** What a place in the file is. */
  public sealed interface RoomMeaning {

    /** A room there is. */
    record Existing(RoomId room) implements RoomMeaning {}

    /** A room that is made with this name. */
    record Create() implements RoomMeaning {}

    /** No room: it is kept as words. */
    record Words() implements RoomMeaning {}
  }
}
