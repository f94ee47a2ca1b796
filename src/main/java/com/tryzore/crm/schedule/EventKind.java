package com.tryzore.crm.schedule;

import java.util.Locale;

/** What an event is. */
public enum EventKind {
  CLASS,
  TOUR,
  PERSONAL_TRAINING;

  /** The word in {@code events.kind}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind for a stored word.
   *
   * @throws IllegalArgumentException for a word the schema does not know
   */
  public static EventKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
