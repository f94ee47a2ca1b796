package com.tryzore.crm.memberships;

import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.memberships.terms.Agreement;
import com.tryzore.crm.memberships.terms.DateStory;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one client holds, as it is now. The dates are those that the database works out; the {@link
 * #agreement} explains each of them.
 *
 * @param planName the plan's name when it was sold
 * @param end the last day, null while open-ended
 * @param nextBilling null when nothing will be billed
 * @param left uses that are left today; null when they are not counted
 * @param renews the one that this one follows, or null
 */
public record Membership(
    MembershipId id,
    long version,
    ClientId client,
    PlanId plan,
    String planName,
    PlanKind kind,
    MembershipStatus status,
    LocalDate start,
    @Nullable LocalDate end,
    @Nullable LocalDate minimumUntil,
    @Nullable LocalDate nextBilling,
    long priceMinor,
    Currency currency,
    @Nullable Integer left,
    @Nullable MembershipId renews,
    Agreement agreement) {

  /** Why it ends when it ends. */
  public Optional<DateStory> explainEnd() {
    return agreement.end();
  }

  /** Why it is billed next when it is. */
  public Optional<DateStory> explainNextBilling(LocalDate today) {
    return status.over() ? Optional.empty() : agreement.nextBilling(today);
  }
}
