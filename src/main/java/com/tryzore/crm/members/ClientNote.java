package com.tryzore.crm.members;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note about a member at the bound gym.
 *
 * @param id which note
 * @param version which version was read, for optimistic locking
 * @param kind where it is shown
 * @param body up to {@value #LONGEST} characters
 * @param author who wrote it; none when that account is no longer seen from here
 * @param writtenAt when
 * @param changedAt when it was last changed; none when never
 * @param archived whether it was put away
 * @param own whether the reader wrote it: only then can its words be changed
 */
public record ClientNote(
    NoteId id,
    long version,
    NoteKind kind,
    String body,
    @Nullable String author,
    Instant writtenAt,
    @Nullable Instant changedAt,
    boolean archived,
    boolean own) {

  /** The most characters of a note. */
  public static final int LONGEST = 4000;

  /** The same version with other words: what to save. */
  public ClientNote with(NoteKind otherKind, String otherBody) {
    return new ClientNote(
        id, version, otherKind, otherBody, author, writtenAt, changedAt, archived, own);
  }
}
