package com.tryzore.crm.memberships.terms;

import java.math.BigInteger;

/**
 * Shares of a price, exact to the minor unit: however a period is cut into spans of days, the spans
 * come to the price. Each day's share is what rounding (half up) to its end adds to rounding to the
 * end of the day before; nothing is lost between them.
 */
public final class Proration {

  private Proration() {}

  /**
   * What the days {@code [from, to)} of a period cost.
   *
   * @param priceMinor the price of the whole period, in minor units
   * @param days how many days the period has
   */
  public static long share(long priceMinor, long from, long to, long days) {
    if (priceMinor < 0 || from < 0 || to < from || days < to || days == 0) {
      throw new IllegalArgumentException(
          "days %d to %d of %d for %d".formatted(from, to, days, priceMinor));
    }
    return until(priceMinor, to, days) - until(priceMinor, from, days);
  }

  private static long until(long priceMinor, long day, long days) {
    BigInteger twice =
        BigInteger.valueOf(priceMinor).multiply(BigInteger.valueOf(day)).shiftLeft(1);
    return twice
        .add(BigInteger.valueOf(days))
        .divide(BigInteger.valueOf(days).shiftLeft(1))
        .longValueExact();
  }
}
