package com.tryzore.crm.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount as the database keeps it: whole minor units (cents) of a currency. {@link
 * Formats#money} writes it.
 *
 * @param minorUnits cents, pence, yen: the currency's smallest unit; negative is money back
 */
public record Money(long minorUnits, Currency currency) {

  /** The amount in major units, with exactly the currency's decimals: 4990 EUR cents are 49.90. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(minorUnits, decimals(currency));
  }

  /**
   * The money of an amount in major units.
   *
   * @throws ArithmeticException when the amount has more decimals than the currency
   */
  public static Money of(BigDecimal amount, Currency currency) {
    return new Money(
        amount
            .setScale(decimals(currency), RoundingMode.UNNECESSARY)
            .unscaledValue()
            .longValueExact(),
        currency);
  }

  static int decimals(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }
}
