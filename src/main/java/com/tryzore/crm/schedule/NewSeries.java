package com.tryzore.crm.schedule;

import com.tryzore.crm.schedule.recurrence.Recurrence;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * A series to make, in the zone of the gym.
 *
 * @param start the local start of its first session; the rule must fall on that day
 * @param length exact; 5 minutes to a day
 */
public record NewSeries(
    EventFacts facts, LocalDateTime start, Duration length, Recurrence recurrence) {

  /** Refuses lengths that no event has. */
  public NewSeries {
    if (!SeriesTimes.fits(length)) {
      throw new IllegalArgumentException("an event lasts 5 minutes to a day, not " + length);
    }
  }
}
