package com.tryzore.crm.schedule;

import java.util.Optional;
import java.util.UUID;

/** Identifies a series of events of a gym. */
public record SeriesId(UUID value) {

  /** Reads an id from an address; empty when it is not one, so that it is answered as unknown. */
  public static Optional<SeriesId> parse(String text) {
    try {
      return Optional.of(new SeriesId(UUID.fromString(text)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
