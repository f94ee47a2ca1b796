package com.tryzore.crm.memberships.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A date is told as the lines that it is made of. */
class DateStoryTest {

  private static final Mark SAM = new Mark("Sam Rivera", Instant.parse("2026-03-02T10:00:00Z"));
  private static final LocalDate START = LocalDate.of(2026, 1, 31);

  private static Agreement yearly(Freezes freezes) {
    return new Agreement(
        START,
        SAM,
        new Term.Periods(12, BillingPeriod.MONTH),
        BillingPeriod.MONTH,
        6,
        30,
        freezes,
        null);
  }

  private static Freeze fortnight() {
    return new Freeze(
        LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 15), null, "Abroad for work", SAM);
  }

  @Test
  void an_end_is_start_and_term_and_freeze_each_with_who_decided_it() {
    DateStory end = yearly(new Freezes(List.of(fortnight()))).end().orElseThrow();

    assertThat(end.steps())
        .extracting(DateStory.Step::date)
        .containsExactly(
            START, LocalDate.of(2027, 1, 31), LocalDate.of(2027, 2, 14), LocalDate.of(2027, 2, 13));
    assertThat(end.lines())
        .containsExactly(
            new DateLine.Started(START, SAM),
            new DateLine.Periods(12, BillingPeriod.MONTH),
            new DateLine.Frozen(fortnight()),
            new DateLine.LastDay());
    assertThat(end.result()).isEqualTo(LocalDate.of(2027, 2, 13));
  }

  @Test
  void the_earliest_cancellation_says_what_it_waits_for() {
    Agreement agreement = yearly(Freezes.NONE);

    DateStory early = agreement.atPeriodEnd(LocalDate.of(2026, 2, 10));
    assertThat(early.lines())
        .containsExactly(
            new DateLine.Asked(LocalDate.of(2026, 2, 10)),
            new DateLine.Notice(30),
            new DateLine.MinimumTerm(LocalDate.of(2026, 7, 30)),
            new DateLine.EndOfPeriod(LocalDate.of(2026, 7, 30)));
    DateStory later = agreement.atPeriodEnd(LocalDate.of(2026, 10, 5));
    assertThat(later.lines())
        .containsExactly(
            new DateLine.Asked(LocalDate.of(2026, 10, 5)),
            new DateLine.Notice(30),
            new DateLine.EndOfPeriod(LocalDate.of(2026, 11, 29)));
    DateStory last = agreement.atPeriodEnd(LocalDate.of(2027, 1, 20));
    assertThat(last.lines().getLast())
        .isEqualTo(new DateLine.EndsAnyway(LocalDate.of(2027, 1, 30)));
  }

  @Test
  void nobody_is_billed_while_nobody_knows_when_they_return() {
    Agreement agreement = yearly(Freezes.NONE);
    LocalDate today = LocalDate.of(2026, 4, 10);
    assertThat(agreement.nextBilling(today).orElseThrow().result())
        .isEqualTo(LocalDate.of(2026, 4, 30));

    Agreement ill =
        agreement.frozen(new Freezes(List.of(Freeze.of(LocalDate.of(2026, 4, 2), null))));
    assertThat(ill.nextBilling(today)).isEmpty();
    Agreement back =
        agreement.frozen(
            new Freezes(
                List.of(
                    new Freeze(
                        LocalDate.of(2026, 4, 2), null, LocalDate.of(2026, 4, 10), null, null))));
    assertThat(back.nextBilling(today).orElseThrow().result()).isEqualTo(LocalDate.of(2026, 5, 8));
  }

  @Test
  void what_cannot_be_is_refused() {
    assertThatThrownBy(() -> new DateStory(List.of(new DateLine.LastDay())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Freezes(List.of(fortnight(), Freeze.of(START, null))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Term.Periods(1, BillingPeriod.ONCE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Term.Days(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
