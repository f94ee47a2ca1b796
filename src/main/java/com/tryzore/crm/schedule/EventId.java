package com.tryzore.crm.schedule;

import java.util.Optional;
import java.util.UUID;

/** Identifies an event: one dated class, tour or personal training of a gym. */
public record EventId(UUID value) {

  /** Reads an id from an address; empty when it is not one, so that it is answered as unknown. */
  public static Optional<EventId> parse(String text) {
    try {
      return Optional.of(new EventId(UUID.fromString(text)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
