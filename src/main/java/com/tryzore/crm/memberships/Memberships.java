package com.tryzore.crm.memberships;

import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.memberships.terms.DateStory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What the members of the bound gym hold. Staff and above change it, each call in one transaction
 * that waits for others at work on the same member; members read their own. What departs from the
 * plan (another price, an end before the minimum term, a longer freeze) takes {@code
 * memberships.override}: without it the database refuses with {@link NotAllowedException} and
 * nothing is written. Days are the gym's.
 */
@Service
public class Memberships {
  private final MembershipSteps steps;

  Memberships(MembershipSteps steps) {
    this.steps = steps;
  }

  /** All that a client holds or held at this gym, the latest first. */
  public List<Membership> of(ClientId client) {
    return steps.of(client);
  }

  /** One; empty when there is none such at this gym. */
  public Optional<Membership> find(MembershipId membership) {
    return steps.find(membership);
  }

  /** Sells a plan. */
  public MembershipChange sell(Sale sale) {
    return steps.sell(sale);
  }

  /**
   * Sells the same plan again, as it is sold now and for as long, from the day after the end; from
   * today when that is past. If the end moves before it has begun, it moves along.
   */
  public MembershipChange renew(MembershipId membership) {
    return steps.renew(membership);
  }

  /**
   * Exchanges the plan: today, with what the paid period leaves given back, or with the next
   * billing period.
   */
  public MembershipChange changePlan(
      MembershipId membership, PlanId to, boolean now, String reason) {
    return steps.changePlan(membership, to, now, reason);
  }

  /**
   * Lets it rest. Its end, its minimum term and its next bill move by exactly the frozen days.
   *
   * @param through the last day of rest; null until it is resumed
   * @param feeMinor what is paid for resting
   */
  public MembershipChange freeze(
      MembershipId membership,
      LocalDate from,
      @Nullable LocalDate through,
      @Nullable String reason,
      long feeMinor) {
    return steps.freeze(membership, from, through, reason, feeMinor);
  }

  /**
   * Ends a rest, or takes one back that is yet to begin; all dates are worked out anew.
   *
   * @param on the first day on which it runs again
   */
  public MembershipChange resume(MembershipId membership, LocalDate on) {
    return steps.resume(membership, on);
  }

  /** When it would end, were it cancelled on that day, and why not earlier. */
  public DateStory explainCancelling(Membership membership, CancelWhen when, LocalDate today) {
    return MembershipSteps.earliest(membership, when, today);
  }

  /** Cancels it. */
  public MembershipChange cancel(MembershipId membership, CancelWhen when, String reason) {
    return steps.cancel(membership, when, reason);
  }

  /** Takes a cancellation back; what expired with the membership is there again. */
  public MembershipChange takeBack(MembershipId membership) {
    return steps.takeBack(membership);
  }
}
