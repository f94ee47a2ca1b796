package com.tryzore.crm.database.isolation;

import java.util.Locale;

/** What can be done to a row. */
enum Verb {
  SELECT,
  INSERT,
  UPDATE,
  DELETE;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
