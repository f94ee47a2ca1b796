package com.tryzore.crm.memberships;

import org.jspecify.annotations.Nullable;

/**
 * What a plan has besides.
 *
 * @param guestPasses guests a month, 0 for none
 * @param freezeDays frozen days at most in all, null for no limit
 * @param bookingDays how many days ahead its holder books, null for as the gym says
 */
public record PlanFeatures(
    int guestPasses, @Nullable Integer freezeDays, @Nullable Integer bookingDays) {

  /** None. */
  public static final PlanFeatures NONE = new PlanFeatures(0, null, null);

  public PlanFeatures {
    if (guestPasses < 0
        || (freezeDays != null && freezeDays < 0)
        || (bookingDays != null && bookingDays < 1)) {
      throw new IllegalArgumentException("features are not negative");
    }
  }
}
