package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.schedule.EventReader.Slot;
import com.tryzore.crm.schedule.EventWriter.Row;
import com.tryzore.crm.schedule.edits.Change;
import com.tryzore.crm.schedule.edits.EditResult;
import com.tryzore.crm.schedule.edits.Made;
import com.tryzore.crm.schedule.edits.SeriesEditor;
import com.tryzore.crm.schedule.recurrence.Occurrence;
import com.tryzore.crm.schedule.recurrence.RuleReading;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import com.tryzore.crm.tags.SubjectType;
import com.tryzore.crm.tags.Tags;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of {@link SeriesPlans}, each one transaction. */
@Service
@Transactional
class SeriesSteps {
  private final SeriesStore store;
  private final EventReader reader;
  private final EventWriter writer;
  private final ChangeLog log;
  private final Bindings bindings;
  private final Tags tags;
  private final Clock clock = Clock.systemUTC();

  SeriesSteps(
      SeriesStore store,
      EventReader reader,
      EventWriter writer,
      ChangeLog log,
      Bindings bindings,
      Tags tags) {
    this.store = store;
    this.reader = reader;
    this.writer = writer;
    this.log = log;
    this.bindings = bindings;
    this.tags = tags;
  }

  @Transactional(readOnly = true)
  Optional<SeriesRecord> find(SeriesId series) {
    return store.find(series);
  }

  @Transactional(readOnly = true)
  List<EventRecord> sessions(SeriesId series, LocalDate from, LocalDate to) {
    SeriesRecord found = store.find(series).orElse(null);
    if (found == null) {
      return List.of();
    }
    Instant first = from.atStartOfDay(found.times().zone()).toInstant();
    Instant end = to.plusDays(1).atStartOfDay(found.times().zone()).toInstant();
    return reader.ofSeries(series).stream()
        .filter(row -> !row.cancelled())
        .filter(row -> !row.startsAt().isBefore(first) && row.startsAt().isBefore(end))
        .toList();
  }

  SeriesSaving create(NewSeries wanted, Despite despite) {
    writer.hold(List.of(), List.of());
    Instant now = clock.instant();
    RuleReading rule = wanted.recurrence().checkedFor(wanted.start().toLocalDate());
    if (rule instanceof RuleReading.Refused refused) {
      return new SeriesSaving.RuleRefused(refused);
    }
    SeriesTimes times =
        SeriesTimes.of(
                wanted.start(), bindings.required().zone(), wanted.length(), wanted.recurrence())
            .except(
                wanted.leftOut().stream()
                    .map(day -> day.atTime(wanted.start().toLocalTime()))
                    .toList());
    if (!SeriesTimes.startsAt(wanted.start(), times.zone()).isAfter(now)) {
      return new SeriesSaving.HasBegun();
    }
    Instant horizon = times.horizon(now);
    List<Occurrence> occurrences = times.occurrencesMissing(List.of(), now, horizon);
    List<Slot> slots =
        occurrences.stream()
            .map(
                it ->
                    new Slot(
                        it.startsAt(),
                        it.endsAt(),
                        wanted.facts().room(),
                        wanted.facts().trainer()))
            .toList();
    List<Clash> taken = reader.roomClashes(slots, List.of());
    if (!taken.isEmpty() && !despite.roomTaken()) {
      return new SeriesSaving.RoomTaken(taken);
    }
    List<Clash> busy = reader.trainerClashes(slots, List.of());
    if (!busy.isEmpty() && !despite.trainerBusy()) {
      return new SeriesSaving.TrainerBusy(busy);
    }
    SeriesId id = new SeriesId(UUID.randomUUID());
    store.insert(id, wanted.facts(), times, null, null, null);
    SeriesStore.MadeRows made = store.make(id, occurrences, horizon);
    ChangeId change =
        log.record(
            ChangeLog.Action.CREATE,
            ChangeLog.nothing(),
            new ChangeLog.After(made.events(), Set.of(), id, null, List.of()));
    return new SeriesSaving.Made(id, made.events().size(), made.withoutRoom(), change);
  }

  @Transactional(readOnly = true)
  SeriesChange impact(SeriesId id, SeriesWish wish) {
    SeriesRecord series = store.find(id).orElse(null);
    if (series == null) {
      return new SeriesChange.Unknown();
    }
    List<EventRecord> rows = reader.ofSeries(id);
    return switch (edited(series, wish, rows)) {
      case EditResult.Refused refused ->
          new SeriesChange.Refused(refused.problem(), refused.rule());
      case EditResult.Edited edited ->
          new SeriesChange.Shown(impact(new SeriesPlan(series, wish, edited, rows)));
    };
  }

  /** How a change that was written is kept to be undone. */
  interface Keeping {
    ChangeId keep(ChangeLog.Action action, ChangeLog.Before before, ChangeLog.After after);
  }

  SeriesChange apply(SeriesId id, long version, SeriesWish wish, Despite despite) {
    return apply(id, version, wish, despite, log::record);
  }

  SeriesChange apply(SeriesId id, long version, SeriesWish wish, Despite despite, Keeping keeping) {
    SeriesRecord series = store.lock(id).orElse(null);
    if (series == null) {
      // A row that may not be changed is not found for that; then this refuses.
      writer.hold(List.of(), List.of());
      return new SeriesChange.Unknown();
    }
    if (series.version() != version) {
      return new SeriesChange.ChangedMeanwhile();
    }
    Instant now = clock.instant();
    writer.hold(
        reader.ofSeries(id).stream()
            .filter(row -> row.startsAt().isAfter(now))
            .map(EventRecord::id)
            .toList(),
        List.of());
    List<EventRecord> rows = reader.ofSeries(id);
    return switch (edited(series, wish, rows)) {
      case EditResult.Refused refused ->
          new SeriesChange.Refused(refused.problem(), refused.rule());
      case EditResult.Edited edited ->
          decided(new SeriesPlan(series, wish, edited, rows), wish, despite, keeping);
    };
  }

  private SeriesChange decided(SeriesPlan plan, SeriesWish wish, Despite despite, Keeping keeping) {
    SeriesImpact impact = impact(plan);
    if (!impact.isDecided(despite)) {
      return new SeriesChange.Undecided(impact);
    }
    ChangeId change = write(plan, impact, action(wish.edit().change()), keeping);
    return new SeriesChange.Applied(
        plan.series.id(),
        plan.isDivided() ? Optional.of(plan.later) : Optional.empty(),
        change,
        impact);
  }

  /** Writes what a plan says, the room left out where it is taken. */
  private ChangeId write(
      SeriesPlan plan, SeriesImpact impact, ChangeLog.Action action, Keeping keeping) {
    SeriesRecord series = plan.series;
    ChangeLog.Before before = log.remember(plan.touched(), series.id());
    SeriesTimes earlier = plan.edited.series().times();
    if (plan.isDivided()) {
      // The part that is still to come keeps the identifier of the file it came from.
      store.update(series.id(), series.facts(), earlier, null, null);
      store.insert(
          plan.later,
          plan.laterFacts,
          plan.laterTimes.times(),
          series.id(),
          series.sourceUid(),
          series.sourceDigest());
      tags.of(SubjectType.CLASSES, List.of(series.id().value()))
          .getOrDefault(series.id().value(), List.of())
          .forEach(tag -> tags.put(tag.id(), SubjectType.CLASSES, List.of(plan.later.value())));
    } else {
      store.update(
          series.id(), plan.laterFacts, earlier, series.sourceUid(), series.sourceDigest());
    }
    List<ParticipantId> released = writer.cancel(plan.cancelled, null);
    writer.update(withFreeRooms(plan, impact));
    SeriesStore.MadeRows made = store.make(plan.later, plan.created, series.madeUntil());
    List<EventId> all = new ArrayList<>(plan.touched());
    all.addAll(made.events());
    return keeping.keep(
        action,
        before,
        new ChangeLog.After(
            all, plan.kept, series.id(), plan.isDivided() ? plan.later : null, released));
  }

  private static List<Row> withFreeRooms(SeriesPlan plan, SeriesImpact impact) {
    Set<Instant> taken = new HashSet<>();
    impact.roomClashes().forEach(clash -> taken.add(clash.at()));
    List<Row> rows = new ArrayList<>();
    for (Row row : plan.rewritten) {
      RoomId room = row.facts().room();
      boolean stays = plan.kept.contains(row.id());
      rows.add(
          room != null && !stays && taken.contains(row.startsAt()) ? row.withoutRoom(room) : row);
    }
    return rows;
  }

  EditResult edited(SeriesRecord series, SeriesWish wish, List<EventRecord> rows) {
    List<LocalDateTime> originals =
        rows.stream().map(row -> Objects.requireNonNull(row.originalStart())).toList();
    LocalDateTime until = LocalDateTime.ofInstant(series.madeUntil(), series.times().zone());
    return SeriesEditor.edit(
        SeriesStore.planned(series.times(), rows),
        wish.edit(),
        clock.instant(),
        Made.of(originals, until));
  }

  SeriesImpact impact(SeriesPlan plan) {
    List<HeldPlace> lost = reader.heldPlaces(plan.cancelled);
    List<EventId> concerned = plan.leaving();
    int booked = 0;
    int waiting = 0;
    for (EventRecord row : plan.rowsOf(concerned)) {
      booked += row.booked();
      waiting += row.waiting();
    }
    Set<ClientId> people = new HashSet<>();
    lost.forEach(place -> people.add(place.client()));
    List<EventId> moving =
        plan.rewritten.stream()
            .filter(row -> plan.rowsOf(List.of(row.id())).stream().anyMatch(was -> moves(was, row)))
            .map(Row::id)
            .toList();
    reader.heldPlaces(moving).forEach(place -> people.add(place.client()));
    return new SeriesImpact(
        plan.edited.impact(),
        booked,
        waiting,
        people.size(),
        lost,
        reader.roomClashes(plan.rooms, concerned),
        reader.trainerClashes(plan.trainers, concerned),
        plan.overfull);
  }

  private static boolean moves(EventRecord was, Row row) {
    return !was.startsAt().equals(row.startsAt()) || !was.endsAt().equals(row.endsAt());
  }

  private static ChangeLog.Action action(Change change) {
    return switch (change) {
      case Change.Cancel ignored -> ChangeLog.Action.CANCEL;
      case Change.Facts ignored -> ChangeLog.Action.CHANGE;
      case Change.Move ignored -> ChangeLog.Action.MOVE;
      case Change.Repeat ignored -> ChangeLog.Action.CHANGE;
    };
  }
}
