package com.tryzore.crm.tags;

import java.util.Optional;
import java.util.UUID;

/** Identifies a tag within its organization. */
public record TagId(UUID value) {

  /** Reads an id from an address; empty when it is not one, so that it is answered as unknown. */
  public static Optional<TagId> parse(String text) {
    try {
      return Optional.of(new TagId(UUID.fromString(text)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
