package com.tryzore.crm.schedule;

import com.tryzore.crm.schedule.ImportLine.Problem;
import com.tryzore.crm.schedule.ImportLine.State;
import com.tryzore.crm.schedule.edits.Change;
import com.tryzore.crm.schedule.edits.Impact;
import com.tryzore.crm.schedule.edits.Scope;
import com.tryzore.crm.schedule.edits.SeriesEdit;
import com.tryzore.crm.schedule.ical.TimetableDraft;
import com.tryzore.crm.schedule.ical.TimetableDraft.Repeating;
import com.tryzore.crm.schedule.recurrence.Limit;
import com.tryzore.crm.schedule.recurrence.Recurrence;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes one series of a timetable, for the first time or again. */
@Component
class SeriesImport {

  private static final Duration LOOK_BACK = Duration.ofDays(366);
  private static final Despite AS_FAR_AS_NOBODY_LOSES_A_PLACE =
      new Despite(true, true, false, true);

  private final JdbcClient sql;
  private final SeriesStore store;
  private final SeriesSteps steps;
  private final EventReader reader;
  private final SeriesImportDates dates;
  private final Clock clock = Clock.systemUTC();

  SeriesImport(
      JdbcClient sql,
      SeriesStore store,
      SeriesSteps steps,
      EventReader reader,
      SeriesImportDates dates) {
    this.sql = sql;
    this.store = store;
    this.steps = steps;
    this.reader = reader;
    this.dates = dates;
  }

  ImportLine take(TimetableDraft draft, Repeating said, ImportedNames names, String digest) {
    EventFacts facts = names.facts(draft.facts());
    SeriesRecord known =
        store.imported(draft.uid()).flatMap(it -> store.lock(it.id())).orElse(null);
    if (known == null) {
      return draft.cancelled()
          ? ImportSteps.line(draft, State.CANCELLED, 0, 0)
          : make(draft, said, facts, names, digest);
    }
    return again(draft, said, facts, names, digest, known);
  }

  private ImportLine make(
      TimetableDraft draft, Repeating said, EventFacts facts, ImportedNames names, String digest) {
    SeriesTimes times = said.times();
    Instant now = clock.instant();
    Instant horizon = times.horizon(now);
    SeriesId id = new SeriesId(UUID.randomUUID());
    store.insert(id, facts, times, null, draft.uid(), digest);
    SeriesStore.MadeRows made =
        store.make(id, times.occurrencesMissing(List.of(), now.minus(LOOK_BACK), horizon), horizon);
    dates.change(id, times, said.changed(), names, Instant.MIN);
    return ImportSteps.line(draft, State.NEW, made.events().size(), made.withoutRoom());
  }

  private ImportLine again(
      TimetableDraft draft,
      Repeating said,
      EventFacts facts,
      ImportedNames names,
      String digest,
      SeriesRecord known) {
    Instant now = clock.instant();
    Optional<LocalDateTime> next = next(known.times(), now);
    Optional<Change> change = next.flatMap(at -> change(draft, said.times(), facts, known, at));
    SeriesId later = known.id();
    int sessions = 0;
    if (change.isPresent()) {
      SeriesWish wish =
          new SeriesWish(
              new SeriesEdit(Scope.ALL, next.get(), change.get(), false), Optional.of(facts));
      switch (steps.apply(
          known.id(),
          known.version(),
          wish,
          AS_FAR_AS_NOBODY_LOSES_A_PLACE,
          SeriesImport::keptWithTheImport)) {
        case SeriesChange.Applied applied -> {
          later = applied.continuation().orElse(later);
          Impact impact = applied.impact().sessions();
          sessions = impact.moved() + impact.restated() + impact.cancelled() + impact.created();
        }
        case SeriesChange.Undecided ignored -> {
          return problem(draft, Problem.HAS_PLACES);
        }
        default -> {
          return problem(draft, Problem.TIMES);
        }
      }
    } else if (next.isEmpty() && next(said.times(), now).isPresent()) {
      return problem(draft, Problem.TIMES);
    }
    if (draft.cancelled()) {
      remember(later, digest);
      return ImportSteps.line(draft, State.CANCELLED, sessions, 0);
    }
    SeriesImportDates.Dates found = dates.take(later, said.times(), facts, now);
    sessions += found.sessions();
    sessions += dates.change(later, said.times(), said.changed(), names, now);
    if (found.kept()) {
      return problem(draft, Problem.HAS_PLACES);
    }
    remember(later, digest);
    return ImportSteps.line(draft, State.UPDATED, sessions, found.withoutRoom());
  }

  private static Optional<LocalDateTime> next(SeriesTimes times, Instant now) {
    LocalDateTime yesterday = LocalDateTime.ofInstant(now, times.zone()).minusDays(1);
    return times
        .starts(yesterday, LocalDateTime.MAX)
        .filter(start -> SeriesTimes.startsAt(start, times.zone()).isAfter(now))
        .findFirst();
  }

  /** What the file changes of the whole series, if anything. */
  private static Optional<Change> change(
      TimetableDraft draft,
      SeriesTimes said,
      EventFacts facts,
      SeriesRecord known,
      LocalDateTime next) {
    if (draft.cancelled()) {
      return Optional.of(new Change.Cancel());
    }
    Recurrence rule = remaining(said, next);
    boolean sameTimes =
        said.start().toLocalTime().equals(known.times().start().toLocalTime())
            && said.duration().equals(known.times().duration())
            && (rule.equals(remaining(known.times(), next))
                || said.recurrence().equals(known.times().recurrence()));
    if (!sameTimes) {
      return Optional.of(
          new Change.Repeat(
              next.toLocalDate().atTime(said.start().toLocalTime()), said.duration(), rule));
    }
    return facts.equals(known.facts()) ? Optional.empty() : Optional.of(new Change.Facts());
  }

  /** The rule from a start on: what it counts is counted from there. */
  private static Recurrence remaining(SeriesTimes times, LocalDateTime from) {
    if (!(times.recurrence().limit() instanceof Limit.Times count)) {
      return times.recurrence();
    }
    long before = times.startsOfRule(times.start(), from).count();
    return times.recurrence().times((int) Math.max(1, count.count() - before));
  }

  /** The import keeps all that it did to a series as one change. */
  private static ChangeId keptWithTheImport(
      ChangeLog.Action action, ChangeLog.Before before, ChangeLog.After after) {
    return new ChangeId(UUID.randomUUID());
  }

  private void remember(SeriesId series, String digest) {
    sql.sql("update event_series set source_digest = ? where organization_id = ? and id = ?")
        .params(digest, reader.here(), series.value())
        .update();
  }

  private static ImportLine problem(TimetableDraft draft, Problem problem) {
    return ImportLine.problem(draft.line(), draft.uid(), draft.facts().title(), problem);
  }
}
