package com.tryzore.crm.schedule.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When a series takes place: start, zone, rule, the dates left out and those added. Local time
 * stays local whatever the clocks do.
 *
 * @param start the local start of the first occurrence
 * @param zone where the clock hangs that this is the time of
 * @param duration exact: a class of an hour lasts 60 real minutes in the night of a clock change
 *     too; {@link #SHORTEST} to {@link #LONGEST}, whole minutes
 * @param exceptions original local starts that do not take place (EXDATE)
 * @param additions local starts besides those of the rule (RDATE)
 */
public record SeriesTimes(
    LocalDateTime start,
    ZoneId zone,
    Duration duration,
    Recurrence recurrence,
    SortedSet<LocalDateTime> exceptions,
    SortedSet<LocalDateTime> additions) {

  /** The shortest event. */
  public static final Duration SHORTEST = Duration.ofMinutes(5);

  /** The longest event. */
  public static final Duration LONGEST = Duration.ofDays(1);

  /** How far ahead occurrences are made. */
  public static final int WEEKS_AHEAD = 26;

  /** Takes copies; refuses durations beyond the limits and starts with seconds. */
  public SeriesTimes {
    if (!fits(duration)) {
      throw new IllegalArgumentException("an event lasts 5 minutes to a day, not " + duration);
    }
    if (!start.equals(start.truncatedTo(ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException("an event starts at a whole minute, not " + start);
    }
    exceptions = Collections.unmodifiableSortedSet(new TreeSet<>(exceptions));
    additions = Collections.unmodifiableSortedSet(new TreeSet<>(additions));
  }

  /** A series without exceptions. */
  public static SeriesTimes of(
      LocalDateTime start, ZoneId zone, Duration duration, Recurrence recurrence) {
    return new SeriesTimes(start, zone, duration, recurrence, new TreeSet<>(), new TreeSet<>());
  }

  /** Whether an event may last that long. */
  public static boolean fits(Duration duration) {
    return duration.compareTo(SHORTEST) >= 0
        && duration.compareTo(LONGEST) <= 0
        && duration.equals(duration.truncatedTo(ChronoUnit.MINUTES));
  }

  /** The same with other exceptions. */
  public SeriesTimes except(Collection<LocalDateTime> left) {
    return new SeriesTimes(start, zone, duration, recurrence, new TreeSet<>(left), additions);
  }

  /** The same with other additions. */
  public SeriesTimes plus(Collection<LocalDateTime> added) {
    return new SeriesTimes(start, zone, duration, recurrence, exceptions, new TreeSet<>(added));
  }

  /** The same by another rule. */
  public SeriesTimes with(Recurrence other) {
    return new SeriesTimes(start, zone, duration, other, exceptions, additions);
  }

  /**
   * The instant of a local start in a zone, as RFC 5545, section 3.3.5 has it: a time that the
   * clock skips is read with the offset before the gap, so 02:30 becomes the 03:30 that the skipped
   * clock would have shown as 02:30; a time that the clock shows twice is the first.
   */
  public static Instant startsAt(LocalDateTime local, ZoneId zone) {
    return ZonedDateTime.ofLocal(local, zone, null).toInstant();
  }

  /**
   * The local starts of the rule alone, before exceptions and additions, in order and made as they
   * are asked for.
   *
   * @param from the first local time wanted
   * @param until the first no longer wanted
   */
  public Stream<LocalDateTime> startsOfRule(LocalDateTime from, LocalDateTime until) {
    LocalTime time = start.toLocalTime();
    LocalDate first = from.toLocalDate().plusDays(time.isBefore(from.toLocalTime()) ? 1 : 0);
    LocalDate last = until.toLocalDate();
    LocalDate end =
        time.isBefore(until.toLocalTime()) && last.isBefore(LocalDate.MAX)
            ? last.plusDays(1)
            : last;
    return Expansion.dates(recurrence, start.toLocalDate(), first, end)
        .map(day -> day.atTime(time));
  }

  /**
   * The local starts that take place, in order.
   *
   * @param from the first local time wanted
   * @param until the first no longer wanted
   */
  public Stream<LocalDateTime> starts(LocalDateTime from, LocalDateTime until) {
    Collection<LocalDateTime> added =
        from.isBefore(until) ? additions.subSet(from, until) : List.of();
    if (added.isEmpty()) {
      return startsOfRule(from, until).filter(local -> !exceptions.contains(local));
    }
    // Only as far as there are additions does anything have to be put in order.
    LocalDateTime mixed = Collections.max(added).plusNanos(1);
    Stream<LocalDateTime> all =
        Stream.concat(
            Stream.concat(startsOfRule(from, mixed), added.stream()).sorted().distinct(),
            startsOfRule(mixed, until));
    return all.filter(local -> !exceptions.contains(local));
  }

  /** The occurrence with this original start, whether or not the series has one there. */
  public Occurrence at(LocalDateTime originalStart) {
    Instant startsAt = startsAt(originalStart, zone);
    return new Occurrence(originalStart, startsAt, startsAt.plus(duration));
  }

  /** The occurrences whose local starts lie in a span; see {@link #starts}. */
  public Stream<Occurrence> occurrences(LocalDateTime from, LocalDateTime until) {
    return starts(from, until).map(this::at);
  }

  /**
   * The occurrences that start in a span of time and are not there yet.
   *
   * @param existing the original local starts there are, in whatever state
   * @param from the first instant wanted
   * @param until the first no longer wanted
   */
  public List<Occurrence> occurrencesMissing(
      Collection<LocalDateTime> existing, Instant from, Instant until) {
    Set<LocalDateTime> there = new HashSet<>(existing);
    // A day around, because local times and instants are in different orders when clocks change.
    return occurrences(
            LocalDateTime.ofInstant(from, zone).minusDays(1),
            LocalDateTime.ofInstant(until, zone).plusDays(1))
        .filter(occurrence -> !there.contains(occurrence.originalStart()))
        .filter(occurrence -> !occurrence.startsAt().isBefore(from))
        .filter(occurrence -> occurrence.startsAt().isBefore(until))
        .toList();
  }

  /** How far occurrences are to be made at this moment: {@link #WEEKS_AHEAD} on. */
  public Instant horizon(Instant now) {
    return now.atZone(zone).plusWeeks(WEEKS_AHEAD).toInstant();
  }
}
