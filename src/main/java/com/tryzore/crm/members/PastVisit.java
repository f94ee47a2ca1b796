package com.tryzore.crm.members;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a member to the bound gym.
 *
 * @param id which visit
 * @param at when the member was checked in
 * @param checkedInBy who did it; none when that account is no longer seen from here
 * @param overrideReason why a refused member was let in all the same
 * @param undoneAt when it was undone; none while it stands
 * @param undoneBy who undid it
 */
public record PastVisit(
    UUID id,
    Instant at,
    @Nullable String checkedInBy,
    @Nullable String overrideReason,
    @Nullable Instant undoneAt,
    @Nullable String undoneBy) {

  /** Whether it was undone. */
  public boolean undone() {
    return undoneAt != null;
  }
}
