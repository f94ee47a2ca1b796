package com.tryzore.crm.schedule.edits;

import com.tryzore.crm.schedule.edits.Change.Repeat;
import com.tryzore.crm.schedule.recurrence.Limit;
import com.tryzore.crm.schedule.recurrence.Pattern;
import com.tryzore.crm.schedule.recurrence.Recurrence;
import com.tryzore.crm.schedule.recurrence.RuleReading;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The times from the cut on, before anything is known of single occurrences.
 *
 * @param times the new rule; its exceptions are days that the earlier part has held already
 * @param image where a day goes by the shift; each day to itself when the rule is another
 * @param byPeriod whether what the shift leaves over is paired within weeks, months and years
 * @param onlyAdditions whether nothing of the rule is left, so that its one start is none either
 *     unless an added date becomes it
 */
record NewTimes(
    SeriesTimes times,
    Function<LocalDate, Optional<LocalDate>> image,
    boolean byPeriod,
    boolean onlyAdditions) {

  private static final int MOST_TO_LOOK_AT = 62;

  /** By moving the days. */
  static NewTimes moved(
      SeriesTimes old,
      SeriesCut divided,
      LocalDateTime cut,
      DayShift shift,
      LocalTime time,
      Duration duration,
      Instant now)
      throws EditRefusedException {
    List<LocalDate> days =
        old.startsOfRule(cut, LocalDateTime.MAX)
            .limit(MOST_TO_LOOK_AT)
            .map(LocalDateTime::toLocalDate)
            .toList();
    Function<LocalDate, Optional<LocalDate>> future =
        day ->
            shift
                .image()
                .apply(day)
                .filter(it -> SeriesTimes.startsAt(it.atTime(time), old.zone()).isAfter(now));
    Optional<LocalDate> first =
        days.stream().map(future).flatMap(Optional::stream).min(LocalDate::compareTo);
    if (first.isEmpty()) {
      // Nothing of the rule is left, only dates besides it.
      Recurrence once = Recurrence.of(new Pattern.Daily()).times(1);
      LocalDateTime only = besides(cut, old, time);
      return new NewTimes(
          SeriesTimes.of(only, old.zone(), duration, once), shift.image(), false, true);
    }
    LocalDate start = first.get();
    if (shift.everyDay() && divided.lastBefore().filter(day -> !day.isBefore(start)).isPresent()) {
      throw new EditRefusedException(EditProblem.OVERTAKES);
    }
    Set<LocalDate> images =
        days.stream().map(future).flatMap(Optional::stream).collect(Collectors.toSet());
    Set<LocalDate> held = new HashSet<>();
    divided.recentlyBefore().stream()
        .map(shift.image())
        .flatMap(Optional::stream)
        .filter(day -> !day.isBefore(start) && !images.contains(day))
        .forEach(held::add);
    Recurrence rule =
        old.recurrence()
            .on(shift.pattern())
            .with(limit(old, divided, cut, shift, held.size(), start));
    TreeSet<LocalDateTime> exceptions = new TreeSet<>();
    held.forEach(day -> exceptions.add(day.atTime(time)));
    return new NewTimes(
        SeriesTimes.of(start.atTime(time), old.zone(), duration, rule).except(exceptions),
        shift.image(),
        false,
        false);
  }

  /** Where a date goes that was added: it keeps its day, and its time if that was its own. */
  LocalDateTime besides(LocalDateTime added, SeriesTimes old) {
    return besides(added, old, times.start().toLocalTime());
  }

  /** The same before there are new times. */
  static LocalDateTime besides(LocalDateTime added, SeriesTimes old, LocalTime time) {
    boolean itsOwn = !added.toLocalTime().equals(old.start().toLocalTime());
    return itsOwn ? added : added.toLocalDate().atTime(time);
  }

  private static Limit limit(
      SeriesTimes old,
      SeriesCut divided,
      LocalDateTime cut,
      DayShift shift,
      int held,
      LocalDate start) {
    return switch (old.recurrence().limit()) {
      case Limit.Endless endless -> endless;
      case Limit.Times times -> new Limit.Times(times.count() - divided.countBefore() + held);
      case Limit.Until until ->
          shift.pattern().equals(old.recurrence().pattern()) && !shift.everyDay()
              ? until
              : new Limit.Until(
                  old.startsOfRule(cut, until.lastDay().plusDays(1).atStartOfDay())
                      .map(day -> shift.image().apply(day.toLocalDate()))
                      .flatMap(Optional::stream)
                      .max(LocalDate::compareTo)
                      .orElse(start));
    };
  }

  /** By another rule. */
  static NewTimes repeating(
      SeriesTimes old,
      SeriesCut divided,
      LocalDateTime cut,
      Repeat repeat,
      boolean fromTheCut,
      Instant now)
      throws EditRefusedException {
    LocalTime time = repeat.start().toLocalTime();
    LocalDate start = repeat.start().toLocalDate();
    if (fromTheCut) {
      LocalDate day = cut.toLocalDate();
      boolean passed = !SeriesTimes.startsAt(day.atTime(time), old.zone()).isAfter(now);
      LocalDate earliest = passed ? day.plusDays(1) : day;
      start = repeat.recurrence().firstFrom(earliest).orElse(earliest);
    }
    LocalDate begins = start;
    if (repeat.recurrence().checkedFor(begins) instanceof RuleReading.Refused refused) {
      throw new EditRefusedException(refused);
    }
    if (divided.lastBefore().filter(day -> !day.isBefore(begins)).isPresent()) {
      throw new EditRefusedException(EditProblem.OVERTAKES);
    }
    return new NewTimes(
        SeriesTimes.of(begins.atTime(time), old.zone(), repeat.duration(), repeat.recurrence()),
        Optional::of,
        true,
        false);
  }
}
