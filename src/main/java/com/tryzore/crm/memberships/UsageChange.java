package com.tryzore.crm.memberships;

import org.jspecify.annotations.Nullable;

/** What became of the wish to use or give back something. */
public sealed interface UsageChange {

  /**
   * Used.
   *
   * @param from the membership that it was taken from
   * @param left what that one has left for the same day
   */
  record Used(MembershipId from, UsageId line, int left) implements UsageChange {}

  /** Covered by a membership that does not count; nothing was written. */
  record NotCounted(MembershipId by) implements UsageChange {}

  /** Written. */
  record Written(UsageId line) implements UsageChange {}

  /**
   * Nothing is left.
   *
   * @param membership the one that would have been used, if there is one
   */
  record NoneLeft(@Nullable MembershipId membership) implements UsageChange {}

  /** Nothing that is held is valid on that day. */
  record NothingValid() implements UsageChange {}

  /** It has been given back already. */
  record GivenBackAlready() implements UsageChange {}

  /** There is no such membership or line at this gym. */
  record Unknown() implements UsageChange {}
}
