package com.tryzore.crm.members;

/**
 * How many there are, counted to a limit so that counting never takes long.
 *
 * @param number how many were counted
 * @param more whether there are more than that
 */
public record RosterCount(int number, boolean more) {

  /** Counting ends here; so does scrolling. */
  public static final int LIMIT = 10_000;

  /** Rows looked at in counting: more than clients, for several words of one may fit. */
  static final int LOOKED_AT = 3 * LIMIT;

  static RosterCount of(int clients) {
    return new RosterCount(clients, false);
  }

  static RosterCount of(int clients, int lookedAt) {
    return new RosterCount(Math.min(clients, LIMIT), clients > LIMIT || lookedAt >= LOOKED_AT);
  }
}
