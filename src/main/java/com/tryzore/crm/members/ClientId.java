package com.tryzore.crm.members;

import java.util.Optional;
import java.util.UUID;

/** Identifies a client, the same at every gym of the chain where the client stands. */
public record ClientId(UUID value) {

  /** Reads an id from an address; empty when it is not one, so that it is answered as unknown. */
  public static Optional<ClientId> parse(String text) {
    try {
      return Optional.of(new ClientId(UUID.fromString(text)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
