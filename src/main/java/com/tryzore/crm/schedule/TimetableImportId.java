package com.tryzore.crm.schedule;

import java.util.Optional;
import java.util.UUID;

/** Identifies an import of a timetable. */
public record TimetableImportId(UUID value) {

  /** Reads an id from an address; empty when it is not one, so that it is answered as unknown. */
  public static Optional<TimetableImportId> parse(String text) {
    try {
      return Optional.of(new TimetableImportId(UUID.fromString(text)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
