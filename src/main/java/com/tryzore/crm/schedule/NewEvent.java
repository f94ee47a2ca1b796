package com.tryzore.crm.schedule;

import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A single event to make.
 *
 * @param tour only of a tour
 * @param start local, at the gym; a time that the clock skips or repeats is read as {@link
 *     SeriesTimes#startsAt} does
 * @param length exact; 5 minutes to a day
 * @param client who is booked into it at once: the client of a personal training, the guest of a
 *     tour
 */
public record NewEvent(
    EventFacts facts,
    @Nullable TourFacts tour,
    LocalDateTime start,
    Duration length,
    @Nullable ClientId client) {

  /** Refuses facts of a tour for anything else, and lengths that no event has. */
  public NewEvent {
    if (tour != null && facts.kind() != EventKind.TOUR) {
      throw new IllegalArgumentException("only tours have the facts of a tour");
    }
    if (!SeriesTimes.fits(length)) {
      throw new IllegalArgumentException("an event lasts 5 minutes to a day, not " + length);
    }
  }
}
