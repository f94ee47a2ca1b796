package com.tryzore.crm.schedule.edits;

import java.time.Instant;

/** From when to when an occurrence takes place. */
public record Span(Instant startsAt, Instant endsAt) {

  /** Whether it has begun. */
  public boolean hasBegun(Instant now) {
    return !startsAt.isAfter(now);
  }
}
