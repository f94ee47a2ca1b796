package com.tryzore.crm.memberships;

import java.util.Locale;

/** What a plan lets its holder do. */
public enum PlanKind {
  /** Come as often as they like. */
  UNLIMITED,
  /** So many uses each week or month. */
  PER_PERIOD,
  /** So many uses, until they are used or the days are over. */
  PACK,
  /** Try the gym for some days. */
  TRIAL,
  /** One day. */
  DAY_PASS;

  /** As the database writes it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its database word. */
  public static PlanKind of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** Whether uses are counted. */
  public boolean counts() {
    return this == PER_PERIOD || this == PACK;
  }
}
