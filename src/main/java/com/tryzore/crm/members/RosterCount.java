package com.tryzore.crm.members;

/**
 * How many there are, counted only as long as nobody has to wait for it.
 *
 * @param number how many were counted
 * @param more whether there are more than that
 */
public record RosterCount(int number, boolean more) {

  /** Counting ends here; so does scrolling. */
  public static final int LIMIT = 10_000;

  /** Counting ends here when rows have to be read for it. */
  static final int FILTERED = 2_000;

  /** Words looked at in counting: more than clients, for several words of one may fit. */
  static final int LOOKED_AT = 12_000;

  /** Words looked at in counting when each must be looked up elsewhere. */
  static final int LOOKED_UP = 1_500;

  /** As the first rows of a list show, when they are all. */
  static RosterCount of(int clients) {
    return new RosterCount(clients, false);
  }

  /** The number as it is told: where there are more, a round one. */
  public int told() {
    int round = (int) Math.pow(10, Math.max(0, Integer.toString(number).length() - 2));
    return more ? number / round * round : number;
  }

  /** At least so many. */
  RosterCount atLeast(int shown) {
    return new RosterCount(Math.max(number, shown), more);
  }
}
