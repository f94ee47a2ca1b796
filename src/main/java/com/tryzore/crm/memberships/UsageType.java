package com.tryzore.crm.memberships;

import java.util.Locale;

/** What a line of a ledger stands for. */
public enum UsageType {
  GRANTED,
  CLASS,
  VISIT,
  GUEST_PASS,
  PERSONAL_TRAINING,
  RETURNED,
  ADJUSTMENT,
  EXPIRED;

  /** As the database writes it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its database word. */
  public static UsageType of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
