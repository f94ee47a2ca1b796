package com.tryzore.crm.database.isolation;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The organizations of the trial world: one chain with two gyms, and a rival of theirs. */
enum Place {
  CHAIN,
  RIVER,
  LAKE,
  RIVAL;

  UUID id() {
    return Ids.of("organization", key());
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Nullable Place parent() {
    return switch (this) {
      case RIVER, LAKE -> CHAIN;
      case CHAIN, RIVAL -> null;
    };
  }

  boolean sameChainAs(Place other) {
    return (this == RIVAL) == (other == RIVAL);
  }

  @Override
  public String toString() {
    return key();
  }
}
