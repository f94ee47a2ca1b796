package com.tryzore.crm.members.imports;

import java.util.Optional;
import java.util.UUID;

/** Identifies an import of members at the gym that it is for. */
public record ImportId(UUID value) {

  /** Reads an id from an address; empty when it is not one, so that it is answered as unknown. */
  public static Optional<ImportId> parse(String text) {
    try {
      return Optional.of(new ImportId(UUID.fromString(text)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
