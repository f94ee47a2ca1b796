package com.tryzore.crm.frontdesk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one shift leaves for the next.
 *
 * @param id which note
 * @param text what it says
 * @param by who wrote it; null when that account is not seen from here
 * @param at when it was written
 * @param doneBy who ticked it off; null while it is open (or when that account is not seen)
 * @param doneAt when it was ticked off; null while it is open
 */
public record HandOverNote(
    HandOverNoteId id,
    String text,
    @Nullable String by,
    Instant at,
    @Nullable String doneBy,
    @Nullable Instant doneAt) {

  /** Whether somebody has dealt with it. */
  public boolean done() {
    return doneAt != null;
  }
}
