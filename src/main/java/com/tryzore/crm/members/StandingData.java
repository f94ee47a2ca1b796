package com.tryzore.crm.members;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a client stands at one gym. Immutable, and bound straight to the form.
 *
 * @param memberNumber unique at the gym; none to be given the next one
 * @param status as it was set; what it amounts to today, see {@link #statusOn}
 * @param planName what they train on
 * @param validUntil last day, in the gym's zone, on which they may come; none when open-ended
 * @param joinedOn the day they joined this gym
 */
public record StandingData(
    @Nullable String memberNumber,
    MemberStatus status,
    @Nullable String planName,
    @Nullable LocalDate validUntil,
    @Nullable LocalDate joinedOn) {

  public StandingData {
    memberNumber =
        memberNumber == null ? null : ClientData.tidy(memberNumber.replaceAll("\\s+", " "));
    planName = ClientData.tidy(planName);
  }

  /** Somebody who is interested and has no plan yet; the number is given automatically. */
  public static StandingData prospect() {
    return new StandingData(null, MemberStatus.PROSPECT, null, null, null);
  }

  /** Somebody who trains on a plan until that day; the number is given automatically. */
  public static StandingData active(
      String planName, @Nullable LocalDate validUntil, @Nullable LocalDate joinedOn) {
    return new StandingData(null, MemberStatus.ACTIVE, planName, validUntil, joinedOn);
  }

  /** The same with a number chosen by hand. */
  public StandingData numbered(@Nullable String number) {
    return new StandingData(number, status, planName, validUntil, joinedOn);
  }

  /** What the standing amounts to on a day in the gym's zone. */
  public MemberStatus statusOn(LocalDate today) {
    return status.on(today, validUntil);
  }
}
