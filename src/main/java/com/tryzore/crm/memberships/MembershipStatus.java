package com.tryzore.crm.memberships;

import java.util.Locale;

/** How a membership stands on a day. */
public enum MembershipStatus {
  PENDING,
  ACTIVE,
  FROZEN,
  EXPIRED,
  CANCELLED;

  /** As the database writes it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its database word. */
  public static MembershipStatus of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** Whether it is over. */
  public boolean over() {
    return this == EXPIRED || this == CANCELLED;
  }
}
