package com.tryzore.crm.schedule;

import java.util.Locale;

/** What became of a client's place in an event. */
public enum PlaceStatus {
  BOOKED,
  WAITLISTED,
  ATTENDED,
  NO_SHOW,
  CANCELLED,
  LATE_CANCELLED;

  /** Whether it holds a seat. */
  public boolean holdsSeat() {
    return this == BOOKED || this == ATTENDED || this == NO_SHOW;
  }

  /** Whether it was given up. */
  public boolean ended() {
    return this == CANCELLED || this == LATE_CANCELLED;
  }

  /** The word in {@code event_participants.status}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The status for a stored word.
   *
   * @throws IllegalArgumentException for a word the schema does not know
   */
  public static PlaceStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
