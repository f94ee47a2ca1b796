package com.tryzore.crm.memberships.terms;

import java.time.LocalDate;

/** One line of the sum that an amount is; minor units of the membership's currency. */
public sealed interface AmountLine {

  /** What it adds; negative for a credit. */
  long minor();

  /** The whole price of a period, or of all that is paid once. */
  record Price(long minor) implements AmountLine {}

  /** What is paid once at the beginning. */
  record JoiningFee(long minor) implements AmountLine {}

  /** What is paid for resting. */
  record FreezeFee(long minor) implements AmountLine {}

  /**
   * Some days of a period.
   *
   * @param first the first of them
   * @param last the last of them
   * @param days how many are billed
   * @param of how many the whole period has
   */
  record Part(long minor, LocalDate first, LocalDate last, long days, long of, long priceMinor)
      implements AmountLine {}

  /**
   * Days that were paid for and are given back.
   *
   * @param days how many
   * @param of how many the whole period has
   */
  record Credit(long minor, long days, long of, long priceMinor) implements AmountLine {}
}
