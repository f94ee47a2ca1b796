package com.tryzore.crm.schedule.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeSet;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/** Every rule in every zone comes to the same days and instants as lib-recur's. */
class ExpansionTest {

  private static final int COMPARED = 60;
  private static final Duration HOUR = Duration.ofHours(1);

  @Property(tries = 3000)
  @Domain(AnyRule.class)
  void any_rule_falls_on_the_days_that_an_independent_library_finds(
      @ForAll Recurrence recurrence, @ForAll ZoneId zone, @ForAll LocalDateTime wished)
      throws InvalidRecurrenceRuleException {
    SeriesTimes series = series(recurrence, zone, wished);
    List<LocalDateTime> ours =
        series.starts(series.start(), LocalDateTime.of(2300, 1, 1, 0, 0)).limit(COMPARED).toList();
    assertThat(ours).isEqualTo(oracle(series, null, COMPARED));
    assertThat(ours).first().isEqualTo(series.start());
  }

  @Property(tries = 1000)
  @Domain(AnyRule.class)
  void any_rule_comes_to_the_instants_that_an_independent_library_finds(
      @ForAll Recurrence recurrence, @ForAll ZoneId zone, @ForAll LocalDateTime wished)
      throws InvalidRecurrenceRuleException {
    SeriesTimes series = series(recurrence, zone, wished);
    List<Occurrence> ours =
        series
            .occurrences(series.start(), LocalDateTime.of(2300, 1, 1, 0, 0))
            .limit(COMPARED)
            .toList();
    List<DateTime> theirs = zonedOracle(series, ours.size());
    assertThat(theirs).hasSameSizeAs(ours);
    for (int i = 0; i < ours.size(); i++) {
      Occurrence occurrence = ours.get(i);
      assertThat(occurrence.startsAt()).isEqualTo(byRfc(occurrence.originalStart(), zone));
      assertThat(Duration.between(occurrence.startsAt(), occurrence.endsAt())).isEqualTo(HOUR);
      // lib-recur takes the second of a repeated hour and, at midnight, goes back over a gap; where
      // the clock shows a time once, both have to agree.
      if (zone.getRules().getTransition(occurrence.originalStart()) == null) {
        assertThat(occurrence.startsAt())
            .isEqualTo(Instant.ofEpochMilli(theirs.get(i).getTimestamp()));
      }
    }
  }

  @Property(tries = 1000)
  @Domain(value = AnyRule.class, priority = 1)
  @Domain(DomainContext.Global.class)
  void a_part_of_the_series_is_the_same_wherever_one_begins_to_look(
      @ForAll Recurrence recurrence,
      @ForAll ZoneId zone,
      @ForAll LocalDateTime wished,
      @ForAll @IntRange(min = -40, max = 4000) int later,
      @ForAll @IntRange(min = 0, max = 700) int days) {
    SeriesTimes series = series(recurrence, zone, wished);
    LocalDateTime from = series.start().plusDays(later).plusMinutes(days % 3 - 1);
    LocalDateTime until = from.plusDays(days);
    assertThat(series.starts(from, until))
        .containsExactlyElementsOf(
            series.starts(series.start(), until).filter(start -> !start.isBefore(from)).toList());
  }

  @Property(tries = 500)
  @Domain(value = AnyRule.class, priority = 1)
  @Domain(DomainContext.Global.class)
  void the_missing_are_made_once_however_the_horizon_rolls(
      @ForAll Recurrence recurrence,
      @ForAll ZoneId zone,
      @ForAll LocalDateTime wished,
      @ForAll @IntRange(min = 1, max = 60) int step) {
    SeriesTimes series = series(recurrence, zone, wished);
    Instant begin = SeriesTimes.startsAt(series.start(), zone);
    List<LocalDateTime> made = new ArrayList<>();
    Instant reached = begin;
    for (int i = 0; i < 8; i++) {
      reached = reached.plus(Duration.ofDays(step)).plusSeconds(i * 1800L);
      series
          .occurrencesMissing(made, begin, reached)
          .forEach(occurrence -> made.add(occurrence.originalStart()));
    }
    Instant end = reached;
    assertThat(made)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            series
                .starts(series.start(), LocalDateTime.of(2100, 1, 1, 0, 0))
                .takeWhile(start -> start.isBefore(LocalDateTime.ofInstant(end, zone).plusDays(2)))
                .filter(start -> byRfc(start, zone).isBefore(end))
                .toList());
    assertThat(series.occurrencesMissing(made, begin, end)).isEmpty();
  }

  private static SeriesTimes series(Recurrence recurrence, ZoneId zone, LocalDateTime wished) {
    Optional<LocalDate> first = recurrence.firstFrom(wished.toLocalDate());
    Assume.that(first.isPresent());
    return SeriesTimes.of(first.orElseThrow().atTime(wished.toLocalTime()), zone, HOUR, recurrence);
  }

  /** RFC 5545, section 3.3.5, from the zone's offsets alone. */
  private static Instant byRfc(LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    ZoneOffset offset =
        offsets.isEmpty()
            ? zone.getRules().getOffset(local.minusDays(2).toInstant(ZoneOffset.UTC))
            : new TreeSet<>(offsets).first();
    return local.toInstant(offset);
  }

  private static List<LocalDateTime> oracle(SeriesTimes series, @Nullable TimeZone zone, int most)
      throws InvalidRecurrenceRuleException {
    return expand(series, zone, most).stream()
        .map(
            at ->
                LocalDateTime.of(
                    at.getYear(),
                    at.getMonth() + 1,
                    at.getDayOfMonth(),
                    at.getHours(),
                    at.getMinutes()))
        .toList();
  }

  private static List<DateTime> zonedOracle(SeriesTimes series, int most)
      throws InvalidRecurrenceRuleException {
    return expand(series, TimeZone.getTimeZone(series.zone()), most);
  }

  private static List<DateTime> expand(SeriesTimes series, @Nullable TimeZone zone, int most)
      throws InvalidRecurrenceRuleException {
    // Without a zone lib-recur wants an UNTIL without one.
    String text = series.recurrence().text(ZoneOffset.UTC);
    String until =
        series.recurrence().limit() instanceof Limit.Until end
            ? ";UNTIL="
                + end.lastDay().toString().replace("-", "")
                + (zone == null ? "T235959" : "T235959Z")
            : "";
    RecurrenceRule rule =
        new RecurrenceRule(text.replaceAll(";UNTIL=.*", "") + (zone == null ? until : ""));
    LocalDateTime start = series.start();
    RecurrenceRuleIterator instances =
        rule.iterator(
            new DateTime(
                zone,
                start.getYear(),
                start.getMonthValue() - 1,
                start.getDayOfMonth(),
                start.getHour(),
                start.getMinute(),
                0));
    List<DateTime> found = new ArrayList<>();
    while (found.size() < most && instances.hasNext()) {
      DateTime next = instances.nextDateTime();
      if (next.getYear() >= 2300) {
        break;
      }
      found.add(next);
    }
    return found;
  }
}
