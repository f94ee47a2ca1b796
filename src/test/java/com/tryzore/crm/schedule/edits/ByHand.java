package com.tryzore.crm.schedule.edits;

import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A plain list of occurrences, changed one by one, for changes that do not touch days. Takes only
 * the names from the calendar it shadows, and only after it has made up its mind.
 */
final class ByHand {

  private final TrackedCalendar calendar;
  private final ZoneId zone;
  private final Map<Integer, Span> spans;
  private final Set<Integer> alone = new HashSet<>();
  private final Map<Integer, TrackedCalendar.Key> names = new HashMap<>();

  ByHand(TrackedCalendar calendar) {
    this.calendar = calendar;
    this.zone = calendar.series.get(0).times().zone();
    this.spans = calendar.live();
    renamed();
  }

  void renamed() {
    names.clear();
    calendar.rows.forEach((key, row) -> names.put(row, key));
  }

  Map<Integer, Span> live() {
    return spans;
  }

  void apply(int series, SeriesEdit edit, Instant now) {
    LocalDateTime time = calendar.series.get(series).times().start();
    for (Integer row : Set.copyOf(spans.keySet())) {
      TrackedCalendar.Key name = names.get(row);
      if (name == null || name.series() != series) {
        continue;
      }
      boolean chosen = name.original().equals(edit.occurrence());
      boolean inScope =
          switch (edit.scope()) {
            case THIS -> chosen;
            case THIS_AND_FOLLOWING -> !name.original().isBefore(edit.occurrence());
            case ALL -> SeriesTimes.startsAt(name.original(), zone).isAfter(now);
          };
      boolean spared = alone.contains(row) && !edit.includesChanged() && !chosen;
      if (inScope && !spared && !Objects.requireNonNull(spans.get(row)).hasBegun(now)) {
        change(row, name.original(), time, edit, now);
      }
    }
  }

  private void change(
      Integer row, LocalDateTime original, LocalDateTime series, SeriesEdit edit, Instant now) {
    switch (edit.change()) {
      case Change.Cancel ignored -> {
        spans.remove(row);
        alone.remove(row);
      }
      case Change.Facts ignored -> {
        if (edit.scope() == Scope.THIS) {
          alone.add(row);
        }
      }
      case Change.Move move -> {
        // A date that was added at a time of its own keeps it; only its length changes.
        boolean itsOwn =
            edit.scope() != Scope.THIS && !original.toLocalTime().equals(series.toLocalTime());
        LocalDateTime start =
            itsOwn ? original : original.toLocalDate().atTime(move.start().toLocalTime());
        Span span = span(start, move.duration());
        if (edit.scope() == Scope.THIS) {
          alone.add(row);
          spans.put(row, span);
        } else if (!span.hasBegun(now)) {
          alone.remove(row);
          spans.put(row, span);
        }
      }
      case Change.Repeat ignored -> throw new IllegalArgumentException("not by hand");
    }
  }

  private Span span(LocalDateTime start, Duration duration) {
    Instant startsAt = SeriesTimes.startsAt(start, zone);
    return new Span(startsAt, startsAt.plus(duration));
  }
}
