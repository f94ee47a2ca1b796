package com.tryzore.crm.memberships.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The dates of any membership, against somebody who counts days on a calendar. */
class AgreementPropertiesTest {

  @Provide
  Arbitrary<Agreement> agreements() {
    return AnyAgreement.any();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return AnyAgreement.day();
  }

  @Provide
  Arbitrary<BillingPeriod> recurring() {
    return AnyAgreement.recurring();
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList()).map(ZoneId::of);
  }

  /** The day on which the last of so many days is used up, crossing frozen ones out. */
  private static LocalDate counted(LocalDate start, long days, Freezes freezes) {
    LocalDate day = start;
    for (long used = 0; ; day = day.plusDays(1)) {
      LocalDate today = day;
      if (freezes.list().stream().noneMatch(freeze -> freeze.covers(today)) && ++used == days) {
        return day;
      }
    }
  }

  @Property(tries = 400)
  void the_end_is_start_and_term_and_frozen_days(@ForAll("agreements") Agreement agreement) {
    var end = agreement.end().map(DateStory::result);

    assertThat(end)
        .isEqualTo(
            agreement
                .term()
                .boundary(agreement.start())
                .map(
                    boundary ->
                        counted(
                            agreement.start(),
                            ChronoUnit.DAYS.between(agreement.start(), boundary),
                            agreement.freezes())));
  }

  @Property(tries = 400)
  void a_freeze_moves_the_end_by_exactly_its_days(
      @ForAll("agreements") Agreement agreement,
      @ForAll @IntRange(min = 0, max = 400) int after,
      @ForAll @IntRange(min = 1, max = 60) int days) {
    LocalDate last =
        agreement.freezes().list().stream()
            .flatMap(freeze -> java.util.stream.Stream.ofNullable(freeze.boundary()))
            .reduce(agreement.start(), (one, later) -> later);
    LocalDate from = last.plusDays(after);
    Agreement more =
        agreement.frozen(agreement.freezes().with(Freeze.of(from, from.plusDays(days - 1))));

    agreement
        .end()
        .map(DateStory::result)
        .ifPresent(
            end ->
                assertThat(more.end().orElseThrow().result())
                    .isEqualTo(from.isAfter(end) ? end : end.plusDays(days)));
  }

  @Property(tries = 400)
  void resuming_early_gives_the_rest_of_the_freeze_back(
      @ForAll("agreements") Agreement agreement,
      @ForAll @IntRange(min = 1, max = 30) int planned,
      @ForAll @IntRange(min = 0, max = 30) int rested) {
    Agreement plain = agreement.frozen(Freezes.NONE);
    LocalDate from = plain.start();
    LocalDate resumed = from.plusDays(Math.min(planned, rested));
    Freeze freeze = new Freeze(from, from.plusDays(planned - 1), resumed, null, null);

    assertThat(plain.frozen(new Freezes(List.of(freeze))).end().map(DateStory::result))
        .isEqualTo(plain.end().map(story -> story.result().plusDays(Math.min(planned, rested))));
  }

  @Property(tries = 400)
  void the_minimum_term_moves_by_the_frozen_days_too(@ForAll("agreements") Agreement agreement) {
    assertThat(agreement.minimumUntil().map(DateStory::result).isPresent())
        .isEqualTo(agreement.minimumMonths() > 0);
    agreement
        .minimumUntil()
        .ifPresent(
            story ->
                assertThat(story.result())
                    .isEqualTo(
                        counted(
                            agreement.start(),
                            ChronoUnit.DAYS.between(
                                agreement.start(),
                                agreement.start().plusMonths(agreement.minimumMonths())),
                            agreement.freezes())));
  }

  @Property(tries = 300)
  void every_day_lies_in_one_billing_period_and_periods_follow_each_other(
      @ForAll("agreements") Agreement agreement, @ForAll @IntRange(min = 0, max = 900) int days) {
    LocalDate day = agreement.start().plusDays(days);
    Agreement.Period period = agreement.periodAt(day).orElseThrow();

    assertThat(day).isBetween(period.first(), period.last());
    assertThat(agreement.periodStart(period.number())).isEqualTo(period.first());
    assertThat(agreement.periodStart(period.number() + 1)).isEqualTo(period.last().plusDays(1));
    assertThat(
            ChronoUnit.DAYS.between(period.first(), period.last().plusDays(1))
                - agreement.freezes().daysWithin(period.first(), period.last().plusDays(1)))
        .isEqualTo(
            ChronoUnit.DAYS.between(
                agreement.billing().after(agreement.start(), period.number()),
                agreement.billing().after(agreement.start(), period.number() + 1)));
  }

  @Property(tries = 300)
  void the_next_bill_is_the_first_beginning_of_a_period_after_today(
      @ForAll("agreements") Agreement agreement, @ForAll @IntRange(min = -5, max = 900) int days) {
    LocalDate today = agreement.start().plusDays(days);
    LocalDate next = today.isBefore(agreement.start()) ? agreement.start() : null;
    for (int number = 1; next == null; number++) {
      if (agreement.periodStart(number).isAfter(today)) {
        next = agreement.periodStart(number);
      }
    }
    LocalDate expected = next;
    boolean ends = agreement.end().filter(end -> end.result().isBefore(expected)).isPresent();

    assertThat(agreement.nextBilling(today).map(DateStory::result))
        .isEqualTo(ends ? java.util.Optional.empty() : java.util.Optional.of(expected));
  }

  @Property(tries = 300)
  void a_cancellation_keeps_notice_and_minimum_term_and_ends_with_a_period(
      @ForAll("agreements") Agreement agreement, @ForAll @IntRange(min = 0, max = 900) int days) {
    LocalDate asked = agreement.start().plusDays(days);
    LocalDate earliest = asked.plusDays(agreement.noticeDays());
    if (agreement.minimumMonths() > 0) {
      LocalDate minimum = agreement.minimumUntil().orElseThrow().result();
      earliest = earliest.isBefore(minimum) ? minimum : earliest;
    }
    LocalDate end = agreement.end().map(DateStory::result).orElse(LocalDate.MAX);
    LocalDate within = agreement.atMinimumTerm(asked).result();
    LocalDate whole = agreement.atPeriodEnd(asked).result();

    assertThat(within).isEqualTo(earliest.isAfter(end) ? end : earliest);
    LocalDate lastOfPeriod = agreement.periodAt(within).orElseThrow().last();
    assertThat(whole).isEqualTo(lastOfPeriod.isAfter(end) ? end : lastOfPeriod);
    assertThat(whole).isAfterOrEqualTo(within);
  }

  @Property(tries = 300)
  void taking_a_cancellation_back_leaves_no_trace(
      @ForAll("agreements") Agreement agreement, @ForAll("days") LocalDate on) {
    Agreement cancelled = agreement.cancelled(new DateLine.Cancelled(on, "moves", null));

    assertThat(cancelled.end().orElseThrow().result())
        .isEqualTo(
            agreement.end().map(DateStory::result).filter(end -> end.isBefore(on)).orElse(on));
    assertThat(cancelled.cancelled(null)).isEqualTo(agreement);
  }

  @Property(tries = 400)
  void a_billing_date_never_drifts_to_an_earlier_day_of_the_month(
      @ForAll("days") LocalDate start, @ForAll @IntRange(min = 0, max = 60) int months) {
    LocalDate billed = BillingPeriod.MONTH.after(start, months);

    assertThat(billed.getDayOfMonth())
        .isEqualTo(Math.min(start.getDayOfMonth(), billed.lengthOfMonth()));
    assertThat(ChronoUnit.MONTHS.between(start.withDayOfMonth(1), billed.withDayOfMonth(1)))
        .isEqualTo(months);
  }

  @Property(tries = 400)
  void a_membership_is_over_at_the_gyms_midnight_whatever_its_clocks_do(
      @ForAll("zones") ZoneId zone,
      @ForAll("days") LocalDate last,
      @ForAll @LongRange(min = -200_000, max = 200_000) long seconds) {
    Instant moment = last.atTime(23, 59).toInstant(ZoneOffset.UTC).plusSeconds(seconds);

    assertThat(moment.isBefore(GymDays.over(last, zone)))
        .isEqualTo(!GymDays.at(moment, zone).isAfter(last));
    assertThat(moment.isBefore(GymDays.begins(last, zone)))
        .isEqualTo(GymDays.at(moment, zone).isBefore(last));
  }
}
