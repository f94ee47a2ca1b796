package com.tryzore.crm.frontdesk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A day at the gym as the instants between which it lies: 23 or 25 hours when clocks change, and
 * from the first moment of the day where midnight does not exist.
 *
 * @param start the first instant of the day
 * @param end the first instant of the next
 */
record GymDay(Instant start, Instant end) {

  static GymDay of(Instant now, ZoneId zone) {
    LocalDate date = LocalDate.ofInstant(now, zone);
    return new GymDay(
        date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
  }

  OffsetDateTime from() {
    return start.atOffset(ZoneOffset.UTC);
  }

  OffsetDateTime to() {
    return end.atOffset(ZoneOffset.UTC);
  }
}
