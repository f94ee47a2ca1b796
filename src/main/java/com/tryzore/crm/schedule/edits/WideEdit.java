package com.tryzore.crm.schedule.edits;

import com.tryzore.crm.schedule.edits.Change.Cancel;
import com.tryzore.crm.schedule.edits.Change.Facts;
import com.tryzore.crm.schedule.edits.Change.Move;
import com.tryzore.crm.schedule.edits.Change.Repeat;
import com.tryzore.crm.schedule.edits.EditResult.Edited;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Cancelled;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Kept;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Reason;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Restated;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A change to this and following, or to all that are still to come. */
final class WideEdit {

  private final PlannedSeries series;
  private final SeriesEdit edit;
  private final Instant now;
  private final Made made;

  WideEdit(PlannedSeries series, SeriesEdit edit, Instant now, Made made) {
    this.series = series;
    this.edit = edit;
    this.now = now;
    this.made = made;
  }

  EditResult result() throws EditRefusedException {
    return switch (edit.change()) {
      case Cancel ignored -> cancelled();
      case Facts ignored -> edit.scope() == Scope.ALL ? restatedInPlace() : restated();
      case Move move -> moved(move);
      case Repeat repeat -> {
        LocalDateTime cut = cut(any -> true);
        boolean all = edit.scope() == Scope.ALL;
        if (!all) {
          refuseThePast(repeat.start());
        }
        SeriesCut divided = new SeriesCut(series, cut);
        yield following(
            cut,
            divided,
            NewTimes.repeating(series.times(), divided, cut, repeat, all, now),
            false);
      }
    };
  }

  private EditResult moved(Move move) throws EditRefusedException {
    SeriesTimes times = series.times();
    DayShift shift =
        DayShift.of(
            times.recurrence(), edit.occurrence().toLocalDate(), move.start().toLocalDate());
    if (edit.scope() != Scope.ALL) {
      refuseThePast(move.start());
    }
    LocalDateTime cut = cut(original -> !isPastThen(original, shift, move));
    SeriesCut divided = new SeriesCut(series, cut);
    NewTimes after =
        NewTimes.moved(
            times, divided, cut, shift, move.start().toLocalTime(), move.duration(), now);
    return following(cut, divided, after, false);
  }

  /** Whether the occurrence would begin in the past. */
  private boolean isPastThen(LocalDateTime original, DayShift shift, Move move) {
    LocalTime time = move.start().toLocalTime();
    return series.times().additions().contains(original)
        ? !isToCome(NewTimes.besides(original, series.times(), time))
        : shift
            .image()
            .apply(original.toLocalDate())
            .filter(day -> !isToCome(day.atTime(time)))
            .isPresent();
  }

  private EditResult restated() throws EditRefusedException {
    SeriesTimes times = series.times();
    LocalDateTime cut = cut(any -> true);
    SeriesCut divided = new SeriesCut(series, cut);
    DayShift nowhere = DayShift.of(times.recurrence(), cut.toLocalDate(), cut.toLocalDate());
    NewTimes after =
        NewTimes.moved(
            times, divided, cut, nowhere, times.start().toLocalTime(), times.duration(), now);
    return following(cut, divided, after, true);
  }

  private EditResult following(
      LocalDateTime cut, SeriesCut divided, NewTimes after, boolean factsOnly) {
    Continuation continuation = new Continuation(series, edit, now, made, cut, after, factsOnly);
    PlannedSeries later = continuation.series();
    return divided.hasBefore()
        ? new Edited(
            /* before= */ series,
            /* series= */ divided.before(List.of()),
            Optional.of(later),
            continuation.changes())
        : new Edited(series, later, Optional.empty(), continuation.changes());
  }

  private EditResult restatedInPlace() throws EditRefusedException {
    LocalDateTime cut = cut(any -> true);
    List<OccurrenceChange> changes = new ArrayList<>();
    for (LocalDateTime original : series.originals(cut, made.reach(series))) {
      Span span = series.span(original);
      boolean alone = series.changed().containsKey(original);
      if (alone && span.hasBegun(now)) {
        changes.add(new Kept(original, original, span, Reason.PAST));
      } else if (alone && !edit.includesChanged() && !original.equals(edit.occurrence())) {
        changes.add(new Kept(original, original, span, Reason.CHANGED_ALONE));
      } else if (made.has(original)) {
        changes.add(new Restated(original, original, span));
      }
    }
    return new Edited(series, series, Optional.empty(), changes);
  }

  private EditResult cancelled() throws EditRefusedException {
    LocalDateTime cut = cut(any -> true);
    List<OccurrenceChange> changes = new ArrayList<>();
    TreeSet<LocalDateTime> survivors = new TreeSet<>();
    for (LocalDateTime original : series.originals(cut, made.reach(series))) {
      Span span = series.span(original);
      boolean alone = series.changed().containsKey(original);
      if (alone && span.hasBegun(now)) {
        survivors.add(original);
        changes.add(new Kept(original, original, span, Reason.PAST));
      } else if (alone && !edit.includesChanged() && !original.equals(edit.occurrence())) {
        survivors.add(original);
        changes.add(new Kept(original, original, span, Reason.CHANGED_ALONE));
      } else if (made.has(original)) {
        changes.add(new Cancelled(original, span));
      }
    }
    PlannedSeries earlier = new SeriesCut(series, cut).before(survivors);
    return new Edited(/* before= */ series, /* series= */ earlier, Optional.empty(), changes);
  }

  /** The first original start that changes. */
  private LocalDateTime cut(Predicate<LocalDateTime> movable) throws EditRefusedException {
    if (edit.scope() == Scope.THIS_AND_FOLLOWING) {
      if (!isToCome(edit.occurrence())) {
        throw new EditRefusedException(EditProblem.MOVED_FROM_THE_PAST);
      }
      return edit.occurrence();
    }
    LocalDateTime today = LocalDateTime.ofInstant(now, series.times().zone()).minusDays(1);
    return series
        .everHad(today, LocalDateTime.MAX)
        .filter(this::isToCome)
        .filter(movable)
        .findFirst()
        .orElseThrow(() -> new EditRefusedException(EditProblem.NOTHING_TO_COME));
  }

  private void refuseThePast(LocalDateTime start) throws EditRefusedException {
    if (!isToCome(start)) {
      throw new EditRefusedException(EditProblem.NEW_TIME_HAS_PASSED);
    }
  }

  private boolean isToCome(LocalDateTime local) {
    return SeriesTimes.startsAt(local, series.times().zone()).isAfter(now);
  }
}
