package com.tryzore.crm.schedule;

import java.util.Locale;

/** Whether a place is paid for. */
public enum PaymentStatus {
  NOT_REQUIRED,
  OWED,
  PAID,
  WAIVED;

  /**
   * The status for a stored word.
   *
   * @throws IllegalArgumentException for a word the schema does not know
   */
  public static PaymentStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
