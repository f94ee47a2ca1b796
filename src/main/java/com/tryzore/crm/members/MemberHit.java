package com.tryzore.crm.members;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a search: enough to tell a member from their namesakes and to say how they stand
 * here.
 *
 * @param id the client
 * @param memberNumber the number at this gym
 * @param givenName may be empty
 * @param familyName never empty
 * @param birthDate known only to the gym that keeps the client's record; null elsewhere
 * @param status as of today at this gym
 * @param planName what the plan is called here; null without one
 * @param validUntil the last day, in the gym's zone, on which the client may come; null for
 *     open-ended or none
 * @param lastVisitAt the last visit here, or what an import said of it; null when never seen
 * @param visitCount visits counted here
 * @param photoVersion changes with the photo; 0 when there is none
 */
public record MemberHit(
    ClientId id,
    String memberNumber,
    String givenName,
    String familyName,
    @Nullable LocalDate birthDate,
    MemberStatus status,
    @Nullable String planName,
    @Nullable LocalDate validUntil,
    @Nullable Instant lastVisitAt,
    long visitCount,
    int photoVersion) {

  /** Given and family name as they are spoken. */
  public String name() {
    return (givenName + " " + familyName).strip();
  }
}
