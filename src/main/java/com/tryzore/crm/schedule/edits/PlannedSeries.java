package com.tryzore.crm.schedule.edits;

import com.tryzore.crm.schedule.recurrence.Occurrence;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A series as it is planned: its times, and the occurrences that were changed on their own. Those
 * that were cancelled are its exceptions.
 *
 * @param changed by original local start; only such as the series has and has not cancelled
 */
public record PlannedSeries(SeriesTimes times, SortedMap<LocalDateTime, Alone> changed) {

  /** Takes a copy. */
  public PlannedSeries {
    changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
  }

  /** A series of which nothing was changed. */
  public static PlannedSeries of(SeriesTimes times) {
    return new PlannedSeries(times, new TreeMap<>());
  }

  /** When the occurrence with this original start takes place. */
  public Span span(LocalDateTime original) {
    Alone alone = changed.get(original);
    if (alone == null) {
      Occurrence regular = times.at(original);
      return new Span(regular.startsAt(), regular.endsAt());
    }
    Instant startsAt = SeriesTimes.startsAt(alone.start(), times.zone());
    return new Span(startsAt, startsAt.plus(alone.duration()));
  }

  /**
   * The original starts of what takes place.
   *
   * @param from the first original start wanted
   * @param until the first no longer wanted
   */
  public List<LocalDateTime> originals(LocalDateTime from, LocalDateTime until) {
    return times.starts(from, until).toList();
  }

  /** Whether the occurrence takes place. */
  public boolean has(LocalDateTime original) {
    return times.starts(original, original.plusNanos(1)).findAny().isPresent();
  }

  /** The original starts there ever were from here on: what takes place and what was cancelled. */
  Stream<LocalDateTime> everHad(LocalDateTime from, LocalDateTime until) {
    SeriesTimes all = times.except(List.of());
    return all.starts(from, until);
  }
}
