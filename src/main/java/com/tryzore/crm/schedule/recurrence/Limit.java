package com.tryzore.crm.schedule.recurrence;

import java.time.LocalDate;

/** When a repetition ends. */
public sealed interface Limit {

  /** Nobody said when. */
  record Endless() implements Limit {}

  /**
   * After so many occurrences, cancelled ones included (RFC 5545 counts before exceptions).
   *
   * @param count at least 1
   */
  record Times(int count) implements Limit {
    /** Refuses fewer than one. */
    public Times {
      if (count < 1) {
        throw new IllegalArgumentException("an event happens at least once");
      }
    }
  }

  /**
   * With a day. A rule has one start a day, so the last day on which one may begin says all that an
   * UNTIL can say.
   *
   * @param lastDay the last local date on which an occurrence may begin
   */
  record Until(LocalDate lastDay) implements Limit {}
}
