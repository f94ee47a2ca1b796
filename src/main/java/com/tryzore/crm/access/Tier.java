package com.tryzore.crm.access;

import java.util.Locale;

/** What someone is in one organization, highest first; each tier is one PostgreSQL login. */
public enum Tier {
  OWNER,
  ADMIN,
  STAFF,
  TRAINER,
  MEMBER;

  /**
   * The PostgreSQL login whose grants and policies are this tier's rights, e.g. {@code zore_staff}.
   */
  public String login() {
    return "zore_" + key();
  }

  /** The tier as the database and the message bundles write it, e.g. {@code staff}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this tier may do all that {@code other} may. */
  public boolean atLeast(Tier other) {
    return compareTo(other) <= 0;
  }

  /**
   * The tier of that key.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Tier ofKey(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
