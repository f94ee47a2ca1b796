package com.tryzore.crm.schedule;

import com.tryzore.crm.schedule.recurrence.Recurrence;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;

/**
 * A series to make, in the zone of the gym.
 *
 * @param start the local start of its first session; the rule must fall on that day
 * @param length exact; 5 minutes to a day
 * @param leftOut days of the rule on which it does not take place; a count counts them
 */
public record NewSeries(
    EventFacts facts,
    LocalDateTime start,
    Duration length,
    Recurrence recurrence,
    Set<LocalDate> leftOut) {

  /** Takes a copy; refuses lengths that no event has. */
  public NewSeries {
    leftOut = Set.copyOf(leftOut);
    if (!SeriesTimes.fits(length)) {
      throw new IllegalArgumentException("an event lasts 5 minutes to a day, not " + length);
    }
  }

  /** One that takes place on every day of its rule. */
  public NewSeries(EventFacts facts, LocalDateTime start, Duration length, Recurrence recurrence) {
    this(facts, start, length, recurrence, Set.of());
  }
}
