package com.tryzore.crm.schedule;

import java.util.Optional;
import java.util.UUID;

/** Identifies a room of a gym. */
public record RoomId(UUID value) {

  /** Reads an id from an address; empty when it is not one, so that it is answered as unknown. */
  public static Optional<RoomId> parse(String text) {
    try {
      return Optional.of(new RoomId(UUID.fromString(text)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
