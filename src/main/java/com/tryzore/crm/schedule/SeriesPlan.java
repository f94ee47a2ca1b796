package com.tryzore.crm.schedule;

import com.tryzore.crm.schedule.EventReader.Slot;
import com.tryzore.crm.schedule.EventWriter.Row;
import com.tryzore.crm.schedule.edits.EditResult.Edited;
import com.tryzore.crm.schedule.edits.OccurrenceChange;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Cancelled;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Created;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Kept;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Moved;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Restated;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Restored;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Withdrawn;
import com.tryzore.crm.schedule.edits.PlannedSeries;
import com.tryzore.crm.schedule.edits.Scope;
import com.tryzore.crm.schedule.recurrence.Occurrence;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What a change of a series means for its rows: which are rewritten and how, which are cancelled,
 * which are made.
 */
final class SeriesPlan {
  final SeriesRecord series;
  final Edited edited;
  final SeriesId later;
  final PlannedSeries laterTimes;
  final EventFacts laterFacts;
  final List<Row> rewritten = new ArrayList<>();
  final List<EventId> cancelled = new ArrayList<>();
  final List<Occurrence> created = new ArrayList<>();
  final Set<EventId> kept = new HashSet<>();
  final List<SeriesImpact.Overfull> overfull = new ArrayList<>();

  /** Where a room or a trainer is needed that was not before. */
  final List<Slot> rooms = new ArrayList<>();

  final List<Slot> trainers = new ArrayList<>();

  private final SeriesWish wish;
  private final Map<LocalDateTime, EventRecord> rows = new HashMap<>();

  SeriesPlan(SeriesRecord series, SeriesWish wish, Edited edited, List<EventRecord> rows) {
    this.series = series;
    this.wish = wish;
    this.edited = edited;
    this.later = edited.continuation().isPresent() ? new SeriesId(UUID.randomUUID()) : series.id();
    this.laterTimes = edited.continuation().orElse(edited.series());
    this.laterFacts = isAlone() ? series.facts() : wish.facts().orElse(series.facts());
    rows.forEach(row -> this.rows.put(Objects.requireNonNull(row.originalStart()), row));
    edited.changes().forEach(this::plan);
  }

  boolean isDivided() {
    return edited.continuation().isPresent();
  }

  /** Every row that is written, made ones not included. */
  List<EventId> touched() {
    List<EventId> touched = new ArrayList<>(rewritten.stream().map(Row::id).toList());
    touched.addAll(cancelled);
    return touched;
  }

  /** The rows that leave their place: no clash with what is there now. */
  List<EventId> leaving() {
    return touched().stream().filter(event -> !kept.contains(event)).toList();
  }

  List<EventRecord> rowsOf(List<EventId> events) {
    Set<EventId> wanted = Set.copyOf(events);
    return rows.values().stream().filter(row -> wanted.contains(row.id())).toList();
  }

  private boolean isAlone() {
    return wish.edit().scope() == Scope.THIS;
  }

  private void plan(OccurrenceChange change) {
    switch (change) {
      case Moved it -> {
        EventRecord row = row(it.original());
        RoomId wanted = row.wantedRoom();
        Row then = patched(row, renamed(row, it.newOriginal()));
        if (wanted != null && then.facts().room() == null) {
          then = then.with(then.facts().in(wanted), then.tour());
        }
        then = then.at(it.after().startsAt(), it.after().endsAt());
        rewritten.add(then);
        rooms.add(slot(then));
        trainers.add(slot(then));
      }
      case Restated it -> {
        EventRecord row = row(it.original());
        Row then = patched(row, renamed(row, it.newOriginal()));
        rewritten.add(then);
        if (!Objects.equals(row.facts().room(), then.facts().room())) {
          rooms.add(slot(then));
        }
        if (!Objects.equals(row.facts().trainer(), then.facts().trainer())) {
          trainers.add(slot(then));
        }
      }
      case Kept it -> {
        EventRecord row = rows.get(it.original());
        if (row != null) {
          Row then = renamed(row, it.newOriginal());
          if (!then.equals(Row.of(row))) {
            rewritten.add(then);
            kept.add(row.id());
          }
        }
      }
      case Cancelled it -> cancelled.add(row(it.original()).id());
      case Created it -> {
        Occurrence made =
            new Occurrence(it.newOriginal(), it.after().startsAt(), it.after().endsAt());
        created.add(made);
        Slot slot =
            new Slot(made.startsAt(), made.endsAt(), laterFacts.room(), laterFacts.trainer());
        rooms.add(slot);
        trainers.add(slot);
      }
      case Restored ignored -> throw new IllegalStateException("only undoing restores");
      case Withdrawn ignored -> throw new IllegalStateException("only undoing withdraws");
    }
  }

  private Row renamed(EventRecord row, LocalDateTime newOriginal) {
    boolean alone =
        row.cancelled() ? row.changedAlone() : laterTimes.changed().containsKey(newOriginal);
    return Row.of(row).called(later, newOriginal, alone);
  }

  private Row patched(EventRecord row, Row then) {
    if (wish.facts().isEmpty()) {
      return then;
    }
    EventFacts before = isAlone() ? row.facts() : series.facts();
    EventFacts facts = FactsPatch.of(before, wish.facts().get()).on(row.facts());
    Integer seats = facts.capacity();
    if (seats != null && seats < row.booked()) {
      overfull.add(new SeriesImpact.Overfull(row.id(), row.startsAt(), row.booked(), seats));
      facts = facts.seats(row.booked());
    }
    return then.with(facts, then.tour());
  }

  private EventRecord row(LocalDateTime original) {
    EventRecord row = rows.get(original);
    if (row == null) {
      throw new IllegalStateException("There is no row of " + original);
    }
    return row;
  }

  private static Slot slot(Row row) {
    return new Slot(row.startsAt(), row.endsAt(), row.facts().room(), row.facts().trainer());
  }
}
