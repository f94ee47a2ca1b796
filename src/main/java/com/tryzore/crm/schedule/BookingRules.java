package com.tryzore.crm.schedule;

import java.time.Duration;

/**
 * The rules of bookings at one gym. Times are counted on the clock of the world, not on the wall:
 * two hours before a start are two hours also in the night in which clocks change.
 *
 * @param lateCancel how long before the start a cancellation begins to be late; zero for never
 *     before the start
 * @param promotionNotice how long before the start the line stops moving by itself; zero lets it
 *     move until the start
 * @param checkInBefore how long before the start a check-in counts as coming to the class
 * @param checkInAfter how long after the start it still does
 * @param noShowAfter how long after the start somebody may be marked absent
 * @param opensDays how many days before its start an event can be booked; 0 for always
 * @param closes how long before the start the desk stops booking; zero for until the start
 */
public record BookingRules(
    Duration lateCancel,
    Duration promotionNotice,
    Duration checkInBefore,
    Duration checkInAfter,
    Duration noShowAfter,
    int opensDays,
    Duration closes) {

  private static final Duration TWO_WEEKS = Duration.ofDays(14);
  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  /**
   * Checks that the rules are within what the database takes.
   *
   * @throws IllegalArgumentException for a time that is negative, not whole minutes, or longer than
   *     two weeks before the start (half a day for check-in and absence), or more than 730 days
   */
  public BookingRules {
    require(lateCancel, TWO_WEEKS);
    require(promotionNotice, TWO_WEEKS);
    require(checkInBefore, HALF_A_DAY);
    require(checkInAfter, HALF_A_DAY);
    require(noShowAfter, HALF_A_DAY);
    require(closes, TWO_WEEKS);
    if (opensDays < 0 || opensDays > 730) {
      throw new IllegalArgumentException("0 to 730 days");
    }
  }

  private static void require(Duration time, Duration longest) {
    if (time.isNegative() || time.compareTo(longest) > 0 || time.toSecondsPart() != 0) {
      throw new IllegalArgumentException("Whole minutes, at most " + longest);
    }
  }
}
