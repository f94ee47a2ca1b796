package com.tryzore.crm.schedule.edits;

import com.tryzore.crm.schedule.recurrence.Pattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Which new occurrence an old one becomes; its row and bookings go with it. */
final class Pairing {

  private final Map<LocalDateTime, LocalDateTime> pairs = new HashMap<>();
  private final TreeMap<LocalDate, LocalDateTime> free = new TreeMap<>();

  /**
   * @param wanted the new starts, none taken yet
   */
  Pairing(Collection<LocalDateTime> wanted) {
    wanted.forEach(start -> free.put(start.toLocalDate(), start));
  }

  /** Gives each old start the new one on the day it is told, if there is such and it is free. */
  void byDay(Collection<LocalDateTime> olds, Function<LocalDate, Optional<LocalDate>> image) {
    for (LocalDateTime old : olds) {
      if (!pairs.containsKey(old)) {
        image.apply(old.toLocalDate()).map(free::remove).ifPresent(it -> pairs.put(old, it));
      }
    }
  }

  /** Gives what is left of each week, month or year, in order, what is free in the same. */
  void byPeriod(Collection<LocalDateTime> olds, Pattern before, Pattern after) {
    if (before.getClass() != after.getClass() || after instanceof Pattern.Daily) {
      return;
    }
    Map<LocalDate, Deque<LocalDateTime>> left = new LinkedHashMap<>();
    free.values()
        .forEach(
            start ->
                left.computeIfAbsent(period(start, after), any -> new ArrayDeque<>()).add(start));
    for (LocalDateTime old : olds) {
      Deque<LocalDateTime> same = left.get(period(old, after));
      if (!pairs.containsKey(old) && same != null && !same.isEmpty()) {
        LocalDateTime start = same.remove();
        free.remove(start.toLocalDate());
        pairs.put(old, start);
      }
    }
  }

  /** What the old start becomes. */
  Optional<LocalDateTime> of(LocalDateTime old) {
    return Optional.ofNullable(pairs.get(old));
  }

  /** Gives an old start one that is none of the rule's. */
  void besides(LocalDateTime old, LocalDateTime start) {
    pairs.put(old, start);
  }

  /** Whether nobody became this new start. */
  boolean isFree(LocalDateTime start) {
    return start.equals(free.get(start.toLocalDate()));
  }

  private static LocalDate period(LocalDateTime start, Pattern pattern) {
    LocalDate day = start.toLocalDate();
    return switch (pattern) {
      case Pattern.Daily ignored -> day;
      case Pattern.Weekly ignored -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case Pattern.Monthly ignored -> day.withDayOfMonth(1);
      case Pattern.Yearly ignored -> day.withDayOfYear(1);
    };
  }
}
