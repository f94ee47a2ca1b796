package com.tryzore.crm.schedule.edits;

import com.tryzore.crm.schedule.recurrence.Recurrence;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A series divided at an original start: what comes before it, and what the rule says of both. */
final class SeriesCut {

  private final PlannedSeries series;
  private final LocalDateTime cut;
  private final List<LocalDateTime> ruleBefore;

  SeriesCut(PlannedSeries series, LocalDateTime cut) {
    this.series = series;
    this.cut = cut;
    this.ruleBefore = series.times().startsOfRule(series.times().start(), cut).toList();
  }

  /** How many starts of the rule come before, cancelled ones included. */
  int countBefore() {
    return ruleBefore.size();
  }

  /** The last day of the rule before. */
  Optional<LocalDate> lastBefore() {
    return ruleBefore.isEmpty()
        ? Optional.empty()
        : Optional.of(ruleBefore.get(ruleBefore.size() - 1).toLocalDate());
  }

  /** The days of the rule in the two months before. */
  List<LocalDate> recentlyBefore() {
    return ruleBefore.stream()
        .map(LocalDateTime::toLocalDate)
        .filter(day -> day.isAfter(cut.toLocalDate().minusDays(62)))
        .toList();
  }

  /** Whether the series had anything before. */
  boolean hasBefore() {
    return !ruleBefore.isEmpty() || !series.times().additions().headSet(cut).isEmpty();
  }

  /**
   * The part before.
   *
   * @param survivors original starts from the cut on that stay in it nevertheless
   */
  PlannedSeries before(Collection<LocalDateTime> survivors) {
    SeriesTimes times = series.times();
    TreeSet<LocalDateTime> exceptions = new TreeSet<>(times.exceptions().headSet(cut));
    TreeSet<LocalDateTime> additions = new TreeSet<>(times.additions().headSet(cut));
    additions.addAll(survivors);
    Recurrence rule = times.recurrence();
    if (ruleBefore.isEmpty()) {
      rule = rule.times(1);
      if (!survivors.contains(times.start())) {
        exceptions.add(times.start());
      }
    } else {
      rule = rule.until(ruleBefore.get(ruleBefore.size() - 1).toLocalDate());
    }
    SortedMap<LocalDateTime, Alone> changed = new TreeMap<>(series.changed().headMap(cut));
    for (LocalDateTime survivor : survivors) {
      Alone alone = series.changed().get(survivor);
      if (alone != null) {
        changed.put(survivor, alone);
      }
    }
    return new PlannedSeries(times.with(rule).except(exceptions).plus(additions), changed);
  }
}
