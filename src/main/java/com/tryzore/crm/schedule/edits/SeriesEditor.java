package com.tryzore.crm.schedule.edits;

import com.tryzore.crm.schedule.edits.Change.Cancel;
import com.tryzore.crm.schedule.edits.Change.Facts;
import com.tryzore.crm.schedule.edits.Change.Move;
import com.tryzore.crm.schedule.edits.Change.Repeat;
import com.tryzore.crm.schedule.edits.EditResult.Edited;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Cancelled;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Moved;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Restated;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Changes a series. Nothing is written: the result says what the series becomes and what happens to
 * each occurrence, so that it can be shown before it is done.
 */
public final class SeriesEditor {

  private SeriesEditor() {}

  /**
   * What a wish comes to.
   *
   * @param now what has begun by now never changes
   * @param made which occurrences have rows
   */
  public static EditResult edit(PlannedSeries series, SeriesEdit edit, Instant now, Made made) {
    try {
      if (!series.has(edit.occurrence())) {
        throw new EditRefusedException(EditProblem.NO_SUCH_OCCURRENCE);
      }
      if (edit.scope() != Scope.ALL && series.span(edit.occurrence()).hasBegun(now)) {
        throw new EditRefusedException(EditProblem.HAS_BEGUN);
      }
      checkLength(edit.change());
      return edit.scope() == Scope.THIS
          ? one(series, edit.occurrence(), edit.change(), now)
          : new WideEdit(series, edit, now, made).result();
    } catch (EditRefusedException refused) {
      return refused.result();
    }
  }

  private static void checkLength(Change change) throws EditRefusedException {
    boolean fits =
        switch (change) {
          case Move move -> fits(move.start(), move.duration());
          case Repeat repeat -> fits(repeat.start(), repeat.duration());
          case Cancel ignored -> true;
          case Facts ignored -> true;
        };
    if (!fits) {
      throw new EditRefusedException(EditProblem.LENGTH);
    }
  }

  private static boolean fits(LocalDateTime start, Duration duration) {
    return SeriesTimes.fits(duration) && start.equals(start.truncatedTo(ChronoUnit.MINUTES));
  }

  private static EditResult one(
      PlannedSeries series, LocalDateTime original, Change change, Instant now)
      throws EditRefusedException {
    Span before = series.span(original);
    return switch (change) {
      case Cancel ignored -> {
        TreeSet<LocalDateTime> exceptions = new TreeSet<>(series.times().exceptions());
        exceptions.add(original);
        TreeMap<LocalDateTime, Alone> changed = new TreeMap<>(series.changed());
        changed.remove(original);
        PlannedSeries after = new PlannedSeries(series.times().except(exceptions), changed);
        yield new Edited(series, after, Optional.empty(), List.of(new Cancelled(original, before)));
      }
      case Facts ignored -> {
        Alone alone =
            series.changed().getOrDefault(original, new Alone(original, series.times().duration()));
        PlannedSeries after = withAlone(series, original, alone);
        yield new Edited(
            series, after, Optional.empty(), List.of(new Restated(original, original, before)));
      }
      case Move move -> {
        PlannedSeries after = withAlone(series, original, new Alone(move.start(), move.duration()));
        Span moved = after.span(original);
        if (moved.hasBegun(now)) {
          throw new EditRefusedException(EditProblem.NEW_TIME_HAS_PASSED);
        }
        yield new Edited(
            series,
            after,
            Optional.empty(),
            List.of(
                moved.equals(before)
                    ? new Restated(original, original, before)
                    : new Moved(original, original, before, moved)));
      }
      case Repeat ignored -> throw new EditRefusedException(EditProblem.ONE_HAS_NO_RULE);
    };
  }

  private static PlannedSeries withAlone(
      PlannedSeries series, LocalDateTime original, Alone alone) {
    TreeMap<LocalDateTime, Alone> changed = new TreeMap<>(series.changed());
    changed.put(original, alone);
    return new PlannedSeries(series.times(), changed);
  }
}
