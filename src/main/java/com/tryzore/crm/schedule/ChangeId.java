package com.tryzore.crm.schedule;

import java.util.Optional;
import java.util.UUID;

/** Identifies a change of the calendar, to be undone. */
public record ChangeId(UUID value) {

  /** Reads an id from an address; empty when it is not one, so that it is answered as unknown. */
  public static Optional<ChangeId> parse(String text) {
    try {
      return Optional.of(new ChangeId(UUID.fromString(text)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
