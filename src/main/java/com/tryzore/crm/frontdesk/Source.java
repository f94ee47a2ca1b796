package com.tryzore.crm.frontdesk;

import java.util.Locale;

/** How a member was named at the desk. */
public enum Source {
  /** By name or number, typed. */
  SEARCH,
  /** By a card or code, scanned. */
  SCAN,
  /** From the roster or the profile. */
  ROSTER;

  /** The word in {@code visits.source}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
