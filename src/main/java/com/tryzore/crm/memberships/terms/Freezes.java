package com.tryzore.crm.memberships.terms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The freezes of one membership, in the order of their days; no two overlap.
 *
 * @param list may be given in any order
 */
public record Freezes(List<Freeze> list) {

  /** None. */
  public static final Freezes NONE = new Freezes(List.of());

  public Freezes {
    list = list.stream().sorted(Comparator.comparing(Freeze::from)).toList();
    for (int i = 1; i < list.size(); i++) {
      LocalDate boundary = list.get(i - 1).boundary();
      if (boundary == null || list.get(i).from().isBefore(boundary)) {
        throw new IllegalArgumentException("freezes overlap");
      }
    }
  }

  /** With one more. */
  public Freezes with(Freeze freeze) {
    List<Freeze> more = new ArrayList<>(list);
    more.add(freeze);
    return new Freezes(more);
  }

  /**
   * Those that push a day later: each that begins before the day as pushed by those before it.
   *
   * @param boundary a first day after something, were there no freezes
   */
  public List<Freeze> before(LocalDate boundary) {
    List<Freeze> found = new ArrayList<>();
    LocalDate moved = boundary;
    for (Freeze freeze : list) {
      if (freeze.from().isBefore(moved)) {
        found.add(freeze);
        moved = moved.plusDays(freeze.days());
      }
    }
    return found;
  }

  /** The day pushed later by the days of the freezes before it. */
  public LocalDate shift(LocalDate boundary) {
    return boundary.plusDays(before(boundary).stream().mapToLong(Freeze::days).sum());
  }

  /** Whether the membership rests on that day. */
  public boolean cover(LocalDate day) {
    return list.stream().anyMatch(freeze -> freeze.covers(day));
  }

  /** Whether it rests on some of these days already; null for days without end. */
  public boolean overlap(LocalDate first, @Nullable LocalDate through) {
    return list.stream()
        .filter(freeze -> !freeze.from().equals(freeze.boundary()))
        .filter(freeze -> freeze.boundary() == null || freeze.boundary().isAfter(first))
        .anyMatch(freeze -> through == null || !freeze.from().isAfter(through));
  }

  /** Whether a freeze of which nobody knows the end begins before that day. */
  public boolean restsWithoutEndBefore(LocalDate day) {
    return list.stream()
        .anyMatch(freeze -> freeze.boundary() == null && freeze.from().isBefore(day));
  }

  /** How many frozen days lie in {@code [start, end)}. */
  public long daysWithin(LocalDate start, LocalDate end) {
    return list.stream().mapToLong(freeze -> freeze.daysWithin(start, end)).sum();
  }
}
