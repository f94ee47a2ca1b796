package com.tryzore.crm.memberships.terms;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a membership rests.
 *
 * @param from the first of them
 * @param through the last of them as planned; null while nobody knows
 * @param resumedOn the first day after an early end, or after one that nobody knew; null when it
 *     runs as planned. On the first day itself: it never rested
 */
public record Freeze(
    LocalDate from,
    @Nullable LocalDate through,
    @Nullable LocalDate resumedOn,
    @Nullable String reason,
    @Nullable Mark by) {

  public Freeze {
    if ((through != null && through.isBefore(from))
        || (resumedOn != null && resumedOn.isBefore(from))) {
      throw new IllegalArgumentException("a freeze ends before it begins");
    }
  }

  /** A planned one, nobody in particular having decided it. */
  public static Freeze of(LocalDate from, @Nullable LocalDate through) {
    return new Freeze(from, through, null, null, null);
  }

  /** The first day after it; null while nobody knows. */
  public @Nullable LocalDate boundary() {
    return resumedOn != null ? resumedOn : through == null ? null : through.plusDays(1);
  }

  /** How many days; none are counted yet while nobody knows the end. */
  public long days() {
    LocalDate boundary = boundary();
    return boundary == null ? 0 : ChronoUnit.DAYS.between(from, boundary);
  }

  /** Whether the membership rests on that day. */
  public boolean covers(LocalDate day) {
    LocalDate boundary = boundary();
    return !day.isBefore(from) && (boundary == null || day.isBefore(boundary));
  }

  /** How many of its days lie in {@code [start, end)}. */
  public long daysWithin(LocalDate start, LocalDate end) {
    LocalDate boundary = boundary();
    LocalDate first = from.isAfter(start) ? from : start;
    LocalDate after = boundary == null || boundary.isAfter(end) ? end : boundary;
    return Math.max(0, ChronoUnit.DAYS.between(first, after));
  }
}
