package com.tryzore.crm.schedule.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Rules, zones and starts as they come, the awkward ones often. */
class AnyRule extends DomainContextBase {

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "America/New_York",
            "Europe/Berlin",
            "Australia/Lord_Howe",
            "America/Sao_Paulo",
            "Pacific/Apia",
            "UTC")
        .map(ZoneId::of);
  }

  @Provide
  Arbitrary<LocalDateTime> starts() {
    Arbitrary<LocalDate> days =
        Arbitraries.longs()
            .between(LocalDate.of(2008, 1, 1).toEpochDay(), LocalDate.of(2032, 1, 1).toEpochDay())
            .map(LocalDate::ofEpochDay);
    // Nights, when clocks change, are as frequent as days.
    Arbitrary<Integer> minutes =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 180), Arbitraries.integers().between(0, 1439));
    return Combinators.combine(days, minutes)
        .as((day, minute) -> day.atTime(LocalTime.ofSecondOfDay(minute * 60L)));
  }

  @Provide
  Arbitrary<Recurrence> rules() {
    Arbitrary<Limit> limits =
        Arbitraries.oneOf(
            Arbitraries.just(new Limit.Endless()),
            Arbitraries.integers().between(1, 80).map(Limit.Times::new),
            Arbitraries.longs()
                .between(
                    LocalDate.of(2025, 1, 1).toEpochDay(), LocalDate.of(2045, 1, 1).toEpochDay())
                .map(day -> new Limit.Until(LocalDate.ofEpochDay(day))));
    return Combinators.combine(
            patterns(),
            Arbitraries.integers().between(1, 7),
            limits,
            Arbitraries.of(DayOfWeek.class))
        .as(Recurrence::new);
  }

  private static Arbitrary<Pattern> patterns() {
    Arbitrary<Pattern> daily = Arbitraries.just(new Pattern.Daily());
    Arbitrary<Pattern> weekly =
        Arbitraries.of(DayOfWeek.class)
            .set()
            .ofMinSize(1)
            .map(days -> new Pattern.Weekly(new TreeSet<>(days)));
    Arbitrary<Pattern> monthly = daysOfMonth().map(Pattern.Monthly::new);
    Arbitrary<Pattern> yearly =
        Combinators.combine(
                Arbitraries.of(Month.class).set().ofMinSize(1).ofMaxSize(3), daysOfMonth())
            .as((months, days) -> new Pattern.Yearly(new TreeSet<>(months), days));
    return Arbitraries.oneOf(daily, weekly, monthly, yearly);
  }

  private static Arbitrary<DaysOfMonth> daysOfMonth() {
    Arbitrary<DaysOfMonth> dates =
        Arbitraries.integers()
            .between(-31, 31)
            .filter(date -> date != 0)
            .edgeCases(edges -> edges.add(31, 30, 29, -1, -31))
            .set()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(days -> new DaysOfMonth.OnDates(new TreeSet<>(days)));
    Arbitrary<DaysOfMonth> weekdays =
        Combinators.combine(
                Arbitraries.of(1, 2, 3, 4, 5, -1, -2, -3, -4, -5), Arbitraries.of(DayOfWeek.class))
            .as(NthWeekday::new)
            .set()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(days -> new DaysOfMonth.OnWeekdays(new TreeSet<>(days)));
    return Arbitraries.oneOf(dates, weekdays);
  }
}
