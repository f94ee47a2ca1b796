package com.tryzore.crm.schedule.edits;

import com.tryzore.crm.schedule.edits.OccurrenceChange.Cancelled;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Created;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Kept;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Moved;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Reason;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Restated;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Restored;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Withdrawn;
import com.tryzore.crm.schedule.recurrence.Occurrence;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The series from the cut on. Old occurrences become new ones, row by row; those that were changed
 * or cancelled on their own keep what was done to them under their new names.
 */
final class Continuation {

  private final PlannedSeries old;
  private final SeriesEdit edit;
  private final Instant now;
  private final Made made;
  private final SeriesTimes times;
  private final NewTimes after;
  private final boolean factsOnly;
  private final TreeSet<LocalDateTime> exceptions;
  private final TreeSet<LocalDateTime> additions = new TreeSet<>();
  private final TreeMap<LocalDateTime, Alone> changed = new TreeMap<>();
  private final Set<LocalDateTime> taken = new HashSet<>();
  private final List<OccurrenceChange> changes = new ArrayList<>();

  Continuation(
      PlannedSeries old,
      SeriesEdit edit,
      Instant now,
      Made made,
      LocalDateTime cut,
      NewTimes after,
      boolean factsOnly) {
    this.old = old;
    this.edit = edit;
    this.now = now;
    this.made = made;
    this.times = after.times();
    this.factsOnly = factsOnly;
    this.after = after;
    this.exceptions = new TreeSet<>(times.exceptions());
    LocalDateTime reach = made.reach(old);
    List<LocalDateTime> olds = old.everHad(cut, reach).toList();
    TreeSet<LocalDateTime> news =
        times
            .starts(times.start(), reach.plusDays(400))
            .collect(Collectors.toCollection(TreeSet::new));
    Pairing pairing = pair(olds, news);
    for (LocalDateTime original : olds) {
      carryOver(original, pairing.of(original), news);
    }
    if (after.onlyAdditions() && pairing.isFree(times.start())) {
      exceptions.add(times.start());
    }
    create(news);
    changes.sort(Comparator.comparing(Continuation::startOf));
  }

  PlannedSeries series() {
    return new PlannedSeries(times.except(exceptions).plus(additions), changed);
  }

  List<OccurrenceChange> changes() {
    return Collections.unmodifiableList(changes);
  }

  private Pairing pair(List<LocalDateTime> olds, Set<LocalDateTime> news) {
    Pairing pairing = new Pairing(news);
    List<LocalDateTime> regular =
        olds.stream().filter(original -> !old.times().additions().contains(original)).toList();
    pairing.byDay(regular, after.image());
    if (after.byPeriod()) {
      pairing.byPeriod(regular, old.times().recurrence().pattern(), times.recurrence().pattern());
    }
    for (LocalDateTime added : olds) {
      if (old.times().additions().contains(added)) {
        LocalDateTime image = after.besides(added, old.times());
        if (pairing.isFree(image)) {
          pairing.byDay(List.of(added), Optional::of);
        } else if (!news.contains(image)) {
          additions.add(image);
          pairing.besides(added, image);
        }
      }
    }
    return pairing;
  }

  private void carryOver(
      LocalDateTime original, Optional<LocalDateTime> image, Set<LocalDateTime> news) {
    Span before = old.span(original);
    Alone alone = old.changed().get(original);
    boolean hasRow = made.has(original);
    if (old.times().exceptions().contains(original)) {
      image.ifPresent(
          it -> {
            exceptions.add(it);
            if (hasRow) {
              changes.add(new Kept(original, it, before, Reason.CANCELLED));
            }
          });
    } else if (alone != null && before.hasBegun(now)) {
      keep(original, image.orElseGet(() -> besides(original, news)), alone, Reason.PAST);
    } else if (alone != null && !edit.includesChanged() && !original.equals(edit.occurrence())) {
      keep(original, image.orElseGet(() -> besides(original, news)), alone, Reason.CHANGED_ALONE);
    } else if (image.isPresent()) {
      carryOver(original, image.get(), alone, hasRow);
    } else if (hasRow && wouldBePast(original)) {
      Alone here = alone == null ? new Alone(original, old.times().duration()) : alone;
      keep(original, besides(original, news), here, Reason.PAST);
    } else if (hasRow) {
      changes.add(new Cancelled(original, before));
    }
  }

  private void carryOver(
      LocalDateTime original, LocalDateTime image, @Nullable Alone alone, boolean hasRow) {
    if (!hasRow) {
      return;
    }
    taken.add(image);
    Span before = old.span(original);
    if (factsOnly) {
      if (alone != null) {
        changed.put(image, alone);
      }
      changes.add(new Restated(original, image, before));
      return;
    }
    Occurrence at = times.at(image);
    Span then = new Span(at.startsAt(), at.endsAt());
    if (then.hasBegun(now)) {
      Alone here = alone == null ? new Alone(original, old.times().duration()) : alone;
      keep(original, image, here, Reason.PAST);
    } else if (then.equals(before)) {
      changes.add(new Restated(original, image, before));
    } else {
      changes.add(new Moved(original, image, before, then));
    }
  }

  private void keep(LocalDateTime original, LocalDateTime image, Alone alone, Reason reason) {
    taken.add(image);
    changed.put(image, alone);
    changes.add(new Kept(original, image, old.span(original), reason));
  }

  /** A name for what the rule has no place for: its old one, if that is free. */
  private LocalDateTime besides(LocalDateTime original, Set<LocalDateTime> news) {
    LocalDateTime name = original;
    while (news.contains(name) || !additions.add(name)) {
      name = name.plusMinutes(1);
    }
    return name;
  }

  private boolean wouldBePast(LocalDateTime original) {
    return after
        .image()
        .apply(original.toLocalDate())
        .map(day -> SeriesTimes.startsAt(day.atTime(times.start().toLocalTime()), times.zone()))
        .filter(start -> !start.isAfter(now))
        .isPresent();
  }

  private void create(Set<LocalDateTime> news) {
    for (LocalDateTime start : news) {
      Occurrence at = times.at(start);
      Span span = new Span(at.startsAt(), at.endsAt());
      if (start.isBefore(made.until())
          && !taken.contains(start)
          && !exceptions.contains(start)
          && !span.hasBegun(now)) {
        changes.add(new Created(start, span));
      }
    }
  }

  private static Instant startOf(OccurrenceChange change) {
    return switch (change) {
      case Moved it -> it.before().startsAt();
      case Restated it -> it.span().startsAt();
      case Cancelled it -> it.before().startsAt();
      case Restored it -> it.after().startsAt();
      case Created it -> it.after().startsAt();
      case Withdrawn it -> it.before().startsAt();
      case Kept it -> it.span().startsAt();
    };
  }
}
