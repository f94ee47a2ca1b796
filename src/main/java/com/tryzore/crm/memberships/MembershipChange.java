package com.tryzore.crm.memberships;

import com.tryzore.crm.memberships.terms.AmountStory;
import java.time.LocalDate;

/** What became of the wish to sell, freeze, renew, change or cancel. Refused: nothing written. */
public sealed interface MembershipChange {

  /**
   * Done.
   *
   * @param membership as it is now; after a sale, a renewal or a change of plan the new one
   * @param due what is owed for it, explained; without lines when nothing is
   */
  record Done(Membership membership, AmountStory due) implements MembershipChange {}

  /** There is no such membership, member or plan at this gym. */
  record Unknown() implements MembershipChange {}

  /** It is over. */
  record Over(LocalDate end) implements MembershipChange {}

  /** The plan is not sold any more. */
  record PlanArchived() implements MembershipChange {}

  /** It rests on some of these days already. */
  record FrozenAlready() implements MembershipChange {}

  /** It does not rest. */
  record NotFrozen() implements MembershipChange {}

  /** These days lie outside of it. */
  record Outside() implements MembershipChange {}

  /** Somebody has cancelled it already. */
  record CancelledAlready(LocalDate on) implements MembershipChange {}

  /** It is not cancelled. */
  record NotCancelled() implements MembershipChange {}

  /** It has been renewed already; the renewal is the one to look at. */
  record RenewedAlready(MembershipId by) implements MembershipChange {}

  /** It goes on until somebody cancels it: there is nothing to renew. */
  record GoesOn() implements MembershipChange {}
}
