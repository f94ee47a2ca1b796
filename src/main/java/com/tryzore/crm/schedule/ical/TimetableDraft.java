package com.tryzore.crm.schedule.ical;

import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An event or series as the file has it.
 *
 * @param line where it begins in the file, from 1
 * @param uid its identifier: the same in every file of the same source, so that a second import
 *     updates; made from title, place and start where the file has none
 * @param cancelled whether the file says that it does not take place
 */
public record TimetableDraft(int line, String uid, DraftFacts facts, When when, boolean cancelled) {

  /** All that stands about it: of the whole, then of the occurrences that were changed. */
  public Stream<DraftFacts> said() {
    Stream<DraftFacts> single =
        when instanceof Repeating repeating
            ? repeating.changed().values().stream().map(ChangedOccurrence::facts)
            : Stream.empty();
    return Stream.concat(Stream.of(facts), single);
  }

  /** When it takes place. */
  public sealed interface When {}

  /**
   * Once.
   *
   * @param start local
   */
  public record Once(LocalDateTime start, ZoneId zone, Duration duration) implements When {}

  /**
   * By a rule or on several dates.
   *
   * @param times rule, exceptions and additions
   * @param changed the occurrences that the file has changed, by original local start
   */
  public record Repeating(SeriesTimes times, SortedMap<LocalDateTime, ChangedOccurrence> changed)
      implements When {
    /** Takes a copy. */
    public Repeating {
      changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
    }
  }

  /**
   * How one occurrence differs from its series.
   *
   * @param start local, in the zone of the series
   */
  public record ChangedOccurrence(LocalDateTime start, Duration duration, DraftFacts facts) {}
}
