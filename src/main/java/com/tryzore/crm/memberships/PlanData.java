package com.tryzore.crm.memberships;

import com.tryzore.crm.access.OrganizationId;
import com.tryzore.crm.memberships.terms.BillingPeriod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan offers; prices in minor units of the gym's currency.
 *
 * @param name 1 to 200 characters, one of its kind at the gym
 * @param uses how many uses a week, a month or a pack has; null when they are not counted
 * @param perWeek whether uses are counted by the week, Monday to Sunday; else by the month
 * @param validDays how many days it lasts; null for as long as it is paid
 * @param everywhere whether it is valid in every gym of the chain
 * @param gyms other gyms of the chain where it is valid, when not everywhere
 */
public record PlanData(
    String name,
    PlanKind kind,
    @Nullable String description,
    long priceMinor,
    BillingPeriod billing,
    long joiningFeeMinor,
    int minimumMonths,
    int noticeDays,
    @Nullable Integer uses,
    boolean perWeek,
    @Nullable Integer validDays,
    PlanFeatures features,
    boolean everywhere,
    List<OrganizationId> gyms) {

  public PlanData {
    gyms = List.copyOf(gyms);
    if (name.isBlank() || priceMinor < 0 || joiningFeeMinor < 0) {
      throw new IllegalArgumentException("a plan has a name and a price");
    }
    if (kind.counts() != (uses != null) || (uses != null && uses < 1)) {
      throw new IllegalArgumentException("uses belong to packs and to plans with so many a period");
    }
  }

  /** As often as one likes, billed by the month. */
  public static PlanData unlimited(String name, long priceMinor) {
    return new PlanData(
        name,
        PlanKind.UNLIMITED,
        null,
        priceMinor,
        BillingPeriod.MONTH,
        0,
        0,
        0,
        null,
        false,
        null,
        PlanFeatures.NONE,
        false,
        List.of());
  }

  /** So many uses within so many days. */
  public static PlanData pack(String name, long priceMinor, int uses, @Nullable Integer validDays) {
    return new PlanData(
        name,
        PlanKind.PACK,
        null,
        priceMinor,
        BillingPeriod.ONCE,
        0,
        0,
        0,
        uses,
        false,
        validDays,
        PlanFeatures.NONE,
        false,
        List.of());
  }

  /** So many uses a week, billed by the month. */
  public static PlanData perWeek(String name, long priceMinor, int uses) {
    return new PlanData(
        name,
        PlanKind.PER_PERIOD,
        null,
        priceMinor,
        BillingPeriod.MONTH,
        0,
        0,
        0,
        uses,
        true,
        null,
        PlanFeatures.NONE,
        false,
        List.of());
  }

  /** The same with a minimum term, notice and a joining fee. */
  public PlanData committed(int months, int notice, long joiningFee) {
    return new PlanData(
        name,
        kind,
        description,
        priceMinor,
        billing,
        joiningFee,
        months,
        notice,
        uses,
        perWeek,
        validDays,
        features,
        everywhere,
        gyms);
  }

  /** The same with other features. */
  public PlanData with(PlanFeatures others) {
    return new PlanData(
        name,
        kind,
        description,
        priceMinor,
        billing,
        joiningFeeMinor,
        minimumMonths,
        noticeDays,
        uses,
        perWeek,
        validDays,
        others,
        everywhere,
        gyms);
  }

  /** The same, valid everywhere or in those gyms. */
  public PlanData validIn(boolean all, List<OrganizationId> some) {
    return new PlanData(
        name,
        kind,
        description,
        priceMinor,
        billing,
        joiningFeeMinor,
        minimumMonths,
        noticeDays,
        uses,
        perWeek,
        validDays,
        features,
        all,
        some);
  }
}
