package com.tryzore.crm.database.isolation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that say the same in every run: a row's id follows from what it is called. */
final class Ids {

  private Ids() {}

  static UUID of(String kind, String name) {
    return UUID.nameUUIDFromBytes((kind + "/" + name).getBytes(StandardCharsets.UTF_8));
  }
}
