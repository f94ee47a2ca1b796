package com.tryzore.crm.schedule.edits;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.schedule.edits.EditResult.Edited;
import com.tryzore.crm.schedule.recurrence.Recurrence;
import com.tryzore.crm.schedule.recurrence.RuleReading;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Edits, one upon the other, against a list of occurrences that is changed by hand. */
class SeriesEditPropertiesTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalDateTime START = LocalDateTime.of(2026, 9, 28, 18, 0);
  private static final LocalDateTime UNTIL = LocalDateTime.of(2027, 3, 29, 0, 0);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final List<Scope> SCOPES = List.of(Scope.values());
  private static final List<String> RULES =
      List.of(
          "FREQ=DAILY",
          "FREQ=DAILY;INTERVAL=3",
          "FREQ=WEEKLY;BYDAY=MO",
          "FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20270301",
          "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
          "FREQ=WEEKLY;BYDAY=MO,SU;COUNT=20;WKST=SU",
          "FREQ=MONTHLY;BYMONTHDAY=28,-1",
          "FREQ=MONTHLY;BYDAY=4MO;COUNT=9",
          "FREQ=MONTHLY;BYDAY=-1MO,1TU",
          "FREQ=YEARLY;BYMONTH=9,10,12;BYMONTHDAY=28");

  @Property(tries = 300)
  void times_of_day_lengths_and_cancellations_are_those_of_a_list_changed_by_hand(
      @ForAll Random random) {
    TrackedCalendar calendar = calendar(random);
    ByHand model = new ByHand(calendar);
    Instant now = SeriesTimes.startsAt(START.minusHours(5), NEW_YORK);
    for (int step = 0; step < 8; step++) {
      now = now.plus(Duration.ofHours(random.nextInt(300)));
      int index = random.nextInt(calendar.series.size());
      List<LocalDateTime> originals = originals(calendar.series.get(index));
      if (originals.isEmpty()) {
        continue;
      }
      LocalDateTime chosen = originals.get(random.nextInt(originals.size()));
      Scope scope = SCOPES.get(random.nextInt(3));
      LocalDateTime moved =
          chosen.toLocalDate().atTime(LocalTime.of(random.nextInt(24), 15 * random.nextInt(4)));
      Change change =
          switch (random.nextInt(4)) {
            case 0 -> new Change.Cancel();
            case 1 -> new Change.Facts();
            default -> new Change.Move(moved, Duration.ofMinutes(30 + 15 * random.nextInt(5)));
          };
      SeriesEdit edit = new SeriesEdit(scope, chosen, change, random.nextBoolean());
      EditResult result =
          SeriesEditor.edit(calendar.series.get(index), edit, now, calendar.made(index));
      Statistics.label("edited").collect(result instanceof Edited);
      if (result instanceof Edited edited) {
        model.apply(index, edit, now);
        calendar.apply(index, edited);
        model.renamed();
        assertThat(calendar.live()).isEqualTo(model.live());
        calendar.isConsistent(now);
      }
    }
    mostWasEdited();
  }

  @Property(tries = 500)
  void whatever_is_changed_the_past_stays_no_row_doubles_and_undo_restores(@ForAll Random random) {
    TrackedCalendar calendar = calendar(random);
    Instant now = SeriesTimes.startsAt(START.minusHours(5), NEW_YORK);
    for (int step = 0; step < 8; step++) {
      now = now.plus(Duration.ofHours(random.nextInt(300)));
      int index = random.nextInt(calendar.series.size());
      PlannedSeries before = calendar.series.get(index);
      List<LocalDateTime> originals = originals(before);
      if (originals.isEmpty()) {
        continue;
      }
      LocalDateTime chosen = originals.get(random.nextInt(originals.size()));
      SeriesEdit edit =
          new SeriesEdit(
              SCOPES.get(random.nextInt(3)),
              chosen,
              anyChange(random, chosen),
              random.nextBoolean());
      EditResult result = SeriesEditor.edit(before, edit, now, calendar.made(index));
      Statistics.label("edited").collect(result instanceof Edited);
      if (!(result instanceof Edited edited)) {
        continue;
      }
      Map<Integer, Span> was = calendar.live();
      Map<TrackedCalendar.Key, Integer> rows = new HashMap<>(calendar.rows);
      List<PlannedSeries> series = new ArrayList<>(calendar.series);
      calendar.apply(index, edited);
      calendar.isConsistent(now);
      Map<Integer, Span> is = calendar.live();
      for (Map.Entry<Integer, Span> row : was.entrySet()) {
        if (row.getValue().hasBegun(now)) {
          assertThat(is).containsEntry(row.getKey(), row.getValue());
        }
      }
      if (!edit.includesChanged()) {
        before.changed().keySet().stream()
            .filter(original -> !original.equals(chosen))
            .map(original -> rows.get(new TrackedCalendar.Key(index, original)))
            .forEach(row -> assertThat(is).containsEntry(row, was.get(row)));
      }
      Undoing undoing = edited.undoing(now);
      assertThat(undoing).isInstanceOf(Undoing.Undone.class);
      if (random.nextInt(3) == 0) {
        calendar.undo(index, edited, (Undoing.Undone) undoing);
        assertThat(calendar.live()).isEqualTo(was);
        assertThat(calendar.rows).isEqualTo(rows);
        assertThat(calendar.series).isEqualTo(series);
      }
    }
    mostWasEdited();
  }

  /** A property over refusals would prove nothing. */
  private static void mostWasEdited() {
    Statistics.label("edited")
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 40));
  }

  private static Change anyChange(Random random, LocalDateTime chosen) {
    LocalDateTime start =
        chosen
            .toLocalDate()
            .plusDays(random.nextInt(11) - 5)
            .atTime(LocalTime.of(random.nextInt(24), 15 * random.nextInt(4)));
    Duration duration = Duration.ofMinutes(30 + 15 * random.nextInt(5));
    return switch (random.nextInt(6)) {
      case 0 -> new Change.Cancel();
      case 1 -> new Change.Facts();
      case 2, 3 -> new Change.Move(start, duration);
      default -> {
        Recurrence rule =
            ((RuleReading.Read)
                    Recurrence.read(RULES.get(random.nextInt(RULES.size())), START, NEW_YORK))
                .recurrence();
        yield new Change.Repeat(
            rule.firstFrom(start.toLocalDate())
                .orElse(start.toLocalDate())
                .atTime(start.toLocalTime()),
            duration,
            rule);
      }
    };
  }

  private static TrackedCalendar calendar(Random random) {
    Recurrence rule =
        ((RuleReading.Read)
                Recurrence.read(RULES.get(random.nextInt(RULES.size())), START, NEW_YORK))
            .recurrence();
    SeriesTimes times = SeriesTimes.of(START, NEW_YORK, HOUR, rule);
    if (random.nextInt(3) == 0) {
      times = times.plus(List.of(START.plusDays(5).plusHours(1), START.plusDays(26)));
    }
    if (random.nextInt(3) == 0) {
      List<LocalDateTime> starts = times.starts(START, UNTIL).limit(8).toList();
      times = times.except(List.of(starts.get(random.nextInt(starts.size()))));
    }
    return new TrackedCalendar(PlannedSeries.of(times), UNTIL);
  }

  private static List<LocalDateTime> originals(PlannedSeries series) {
    return series.originals(series.times().start(), UNTIL).stream()
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
