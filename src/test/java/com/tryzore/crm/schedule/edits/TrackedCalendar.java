package com.tryzore.crm.schedule.edits;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.schedule.edits.EditResult.Edited;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Cancelled;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Created;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Kept;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Moved;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Restated;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Restored;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Withdrawn;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Keeps rows as a database would: each occurrence has a number for ever, found by series and
 * original start, and changes only as results say.
 */
final class TrackedCalendar {

  record Key(int series, LocalDateTime original) {}

  final List<PlannedSeries> series = new ArrayList<>();
  final Map<Key, Integer> rows = new HashMap<>();
  final Map<Integer, Span> spans = new HashMap<>();
  final Set<Integer> cancelled = new HashSet<>();
  private final LocalDateTime until;
  private int next = 1;

  TrackedCalendar(PlannedSeries first, LocalDateTime until) {
    this.until = until;
    series.add(first);
    for (LocalDateTime original : first.originals(first.times().start(), until)) {
      add(new Key(0, original), first.span(original));
    }
  }

  private void add(Key key, Span span) {
    assertThat(rows.put(key, next)).as("a row doubled at " + key).isNull();
    spans.put(next, span);
    next++;
  }

  /** Does what a result says. */
  void apply(int index, Edited edited) {
    series.set(index, edited.series());
    int later = index;
    if (edited.continuation().isPresent()) {
      series.add(edited.continuation().get());
      later = series.size() - 1;
    }
    rename(index, later, edited.changes());
  }

  /** Takes it back. */
  void undo(int index, Edited edited, Undoing.Undone undone) {
    int later = index;
    if (edited.continuation().isPresent()) {
      later = series.size() - 1;
    }
    series.set(index, undone.series());
    rename(later, index, undone.changes());
    if (later != index) {
      series.remove(later);
    }
  }

  private void rename(int from, int to, List<OccurrenceChange> changes) {
    Map<Key, Integer> renamed = new HashMap<>();
    for (OccurrenceChange change : changes) {
      switch (change) {
        case Moved it -> {
          int row = take(new Key(from, it.original()));
          assertThat(spans.put(row, it.after())).isEqualTo(it.before());
          put(renamed, new Key(to, it.newOriginal()), row);
        }
        case Restated it -> {
          int row = take(new Key(from, it.original()));
          assertThat(spans.get(row)).isEqualTo(it.span());
          put(renamed, new Key(to, it.newOriginal()), row);
        }
        case Kept it -> {
          int row = take(new Key(from, it.original()));
          put(renamed, new Key(to, it.newOriginal()), row);
        }
        // A cancelled row keeps its name, and the series that is its own on the way back.
        case Cancelled it -> cancelled.add(row(from, to, it.original()));
        case Restored it -> cancelled.remove(row(from, to, it.original()));
        case Created it -> {
          put(renamed, new Key(to, it.newOriginal()), next);
          spans.put(next++, it.after());
        }
        case Withdrawn it -> spans.remove(take(new Key(from, it.newOriginal())));
      }
    }
    renamed.forEach((key, row) -> put(rows, key, row));
  }

  private int row(int from, int to, LocalDateTime original) {
    return Objects.requireNonNull(rows.get(new Key(Math.min(from, to), original)));
  }

  private int take(Key key) {
    return Objects.requireNonNull(rows.remove(key), () -> "no row at " + key);
  }

  private static void put(Map<Key, Integer> rows, Key key, int row) {
    assertThat(rows.put(key, row)).as("a row doubled at " + key).isNull();
  }

  /** What has rows. */
  Made made(int index) {
    return Made.of(
        rows.keySet().stream().filter(key -> key.series() == index).map(Key::original).toList(),
        until);
  }

  /** What takes place, by number. */
  Map<Integer, Span> live() {
    Map<Integer, Span> live = new HashMap<>(spans);
    live.keySet().removeAll(cancelled);
    return live;
  }

  /** Rows and series tell the same, and the job that makes occurrences finds nothing to make. */
  void isConsistent(Instant now) {
    for (int i = 0; i < series.size(); i++) {
      PlannedSeries planned = series.get(i);
      Map<LocalDateTime, Span> active = new HashMap<>();
      for (Map.Entry<Key, Integer> row : rows.entrySet()) {
        if (row.getKey().series() == i) {
          if (!cancelled.contains(row.getValue())) {
            active.put(row.getKey().original(), spans.get(row.getValue()));
          }
        }
      }
      active.forEach(
          (original, span) -> {
            assertThat(planned.has(original)).as("the series has " + original).isTrue();
            assertThat(planned.span(original)).isEqualTo(span);
          });
      for (LocalDateTime original : planned.originals(planned.times().start(), until)) {
        boolean toCome = !planned.span(original).hasBegun(now);
        assertThat(!toCome || active.containsKey(original))
            .as("a row for %s of %s", original, planned)
            .isTrue();
      }
      assertThat(planned.changed().keySet()).allMatch(planned::has);
    }
  }
}
