package com.tryzore.crm.memberships;

import com.tryzore.crm.members.ClientId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody buys.
 *
 * @param start the first day at the gym
 * @param periods how many billing periods; null for as long as the plan says
 * @param priceMinor another price than the plan's, which takes {@code memberships.override}; null
 *     for the plan's
 * @param priceReason why another price; needed with one
 */
public record Sale(
    ClientId client,
    PlanId plan,
    LocalDate start,
    @Nullable Integer periods,
    @Nullable Long priceMinor,
    @Nullable String priceReason) {

  /** As the plan says. */
  public static Sale of(ClientId client, PlanId plan, LocalDate start) {
    return new Sale(client, plan, start, null, null, null);
  }

  /** For so many billing periods. */
  public Sale lasting(int count) {
    return new Sale(client, plan, start, count, priceMinor, priceReason);
  }

  /** At another price. */
  public Sale at(long price, String reason) {
    return new Sale(client, plan, start, periods, price, reason);
  }

  public Sale {
    if (priceMinor != null && (priceReason == null || priceReason.isBlank())) {
      throw new IllegalArgumentException("another price needs a reason");
    }
  }
}
