package com.tryzore.crm.members;

import com.tryzore.crm.access.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client as the bound gym sees them: everything for the gym that keeps the record, name, photo
 * and standing for another gym of the chain.
 *
 * @param id which client
 * @param givenName may be empty
 * @param familyName the family name
 * @param home the gym that keeps the record
 * @param photoVersion 0 without a photo; changes with every new one
 * @param standing how they stand here
 * @param visits what the visits amount to
 * @param record the full record; empty when another gym keeps it
 */
public record MemberProfile(
    ClientId id,
    String givenName,
    String familyName,
    OrganizationId home,
    int photoVersion,
    Standing standing,
    VisitFigures visits,
    Optional<Client> record) {

  /**
   * What the visits at this gym amount to.
   *
   * @param count visits that stand
   * @param firstAt the first of them
   * @param lastAt the last of them, or what an import said of the time before
   */
  public record VisitFigures(long count, @Nullable Instant firstAt, @Nullable Instant lastAt) {}

  /** Given and family name as one. */
  public String fullName() {
    return givenName.isEmpty() ? familyName : givenName + " " + familyName;
  }
}
