package com.tryzore.crm.memberships.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where the days of a gym begin and end: at its own midnight, or the first moment after a gap. */
public final class GymDays {

  private GymDays() {}

  /** The gym's day at a moment. */
  public static LocalDate at(Instant moment, ZoneId zone) {
    return LocalDate.ofInstant(moment, zone);
  }

  /** The first moment of a day. */
  public static Instant begins(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The first moment after a last day: from then on the membership is over. */
  public static Instant over(LocalDate lastDay, ZoneId zone) {
    return begins(lastDay.plusDays(1), zone);
  }
}
