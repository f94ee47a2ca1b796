package com.tryzore.crm.members.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One file of members on its way into the gym, or an import of the past.
 *
 * @param fileName as it was called where it came from
 * @param fileBytes its size
 * @param rowsTotal how many members it may hold
 * @param rowsDone how many have been looked at while it runs
 * @param counts what became of its rows; all zero until it is done
 * @param failure why it stopped, when it failed
 * @param startedBy the name of the person who brought it
 * @param createdAt when it was brought
 * @param finishedAt when it was done, cancelled or failed
 * @param undoneBy the name of the person who took it back
 * @param undoneAt when that was
 */
public record MemberImport(
    ImportId id,
    String fileName,
    long fileBytes,
    ImportStatus status,
    int rowsTotal,
    int rowsDone,
    Counts counts,
    @Nullable ImportFailure failure,
    String startedBy,
    Instant createdAt,
    @Nullable Instant finishedAt,
    @Nullable String undoneBy,
    @Nullable Instant undoneAt) {

  /** What became of the rows. */
  public record Counts(int created, int updated, int skipped, int rejected) {}

  /** Whether it can be started: a new one, or one that stopped before anything was imported. */
  public boolean canStart() {
    return status == ImportStatus.DRAFT || status == ImportStatus.FAILED;
  }
}
