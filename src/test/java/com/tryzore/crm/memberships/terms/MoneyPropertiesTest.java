package com.tryzore.crm.memberships.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Money is exact to the minor unit. */
class MoneyPropertiesTest {

  @Provide
  Arbitrary<LocalDate> days() {
    return AnyAgreement.day();
  }

  @Provide
  Arbitrary<Agreement> agreements() {
    return AnyAgreement.any();
  }

  private static Agreement monthly(LocalDate start, Freezes freezes) {
    return new Agreement(
        start, null, new Term.OpenEnded(), BillingPeriod.MONTH, 0, 0, freezes, null);
  }

  @Property(tries = 300)
  void however_a_year_is_cut_into_days_it_comes_to_twelve_prices(
      @ForAll("days") LocalDate start,
      @ForAll @LongRange(min = 0, max = 10_000_000) long price,
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 366) Integer> cuts) {
    Agreement agreement = monthly(start, Freezes.NONE);
    long sum = 0;
    for (int month = 0; month < 12; month++) {
      LocalDate first = agreement.periodStart(month);
      long days = ChronoUnit.DAYS.between(first, agreement.periodStart(month + 1));
      TreeSet<Long> inside = new TreeSet<>(List.of(0L, days));
      for (int cut : cuts) {
        long day = ChronoUnit.DAYS.between(first, start.plusDays(cut));
        if (day > 0 && day < days) {
          inside.add(day);
        }
      }
      for (long from : inside) {
        Long to = inside.higher(from);
        sum += to == null ? 0 : Proration.share(price, from, to, days);
      }
    }

    assertThat(sum).isEqualTo(12 * price);
  }

  @Property(tries = 400)
  void a_share_is_within_a_minor_unit_of_the_exact_one(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long price,
      @ForAll @IntRange(min = 1, max = 366) int days,
      @ForAll @IntRange(min = 0, max = 366) int one,
      @ForAll @IntRange(min = 0, max = 366) int other) {
    long from = Math.min(days, Math.min(one, other));
    long to = Math.min(days, Math.max(one, other));
    BigDecimal exact =
        BigDecimal.valueOf(price)
            .multiply(BigDecimal.valueOf(to - from))
            .divide(BigDecimal.valueOf(days), 6, RoundingMode.HALF_UP);

    assertThat(BigDecimal.valueOf(Proration.share(price, from, to, days)).subtract(exact).abs())
        .isLessThanOrEqualTo(BigDecimal.ONE);
  }

  @Property(tries = 300)
  void what_was_used_and_what_is_given_back_come_to_the_price(
      @ForAll("agreements") Agreement agreement,
      @ForAll @LongRange(min = 0, max = 1_000_000) long price,
      @ForAll @IntRange(min = 0, max = 900) int days) {
    LocalDate day = agreement.start().plusDays(days);
    AmountLine.Credit credit = AmountStory.unused(agreement, price, day).orElseThrow();
    long used = credit.of() - credit.days();

    assertThat(used).isBetween(0L, credit.of());
    assertThat(Proration.share(price, 0, used, credit.of()) - credit.minor()).isEqualTo(price);
  }

  @Property(tries = 300)
  void days_that_rest_are_given_back_like_any_other(
      @ForAll("days") LocalDate start, @ForAll @IntRange(min = 1, max = 20) int rested) {
    Agreement frozen =
        monthly(
            start,
            new Freezes(
                List.of(Freeze.of(start.plusDays(3), start.plusDays(3).plusDays(rested - 1)))));
    LocalDate returned = start.plusDays(3L + rested);

    assertThat(AmountStory.unused(frozen, 5000, returned).map(AmountLine.Credit::days))
        .isEqualTo(
            AmountStory.unused(monthly(start, Freezes.NONE), 5000, start.plusDays(3))
                .map(AmountLine.Credit::days));
  }

  @Property(tries = 300)
  void a_first_part_and_the_part_before_it_come_to_the_price(
      @ForAll("days") LocalDate billing,
      @ForAll @IntRange(min = 1, max = 27) int before,
      @ForAll @LongRange(min = 0, max = 1_000_000) long price) {
    LocalDate start = billing.minusDays(before);
    AmountStory first = AmountStory.first(monthly(start, Freezes.NONE), price, 0, billing);
    long days = ChronoUnit.DAYS.between(billing.minusMonths(1), billing);

    assertThat(first.lines()).hasSize(1);
    assertThat(first.totalMinor() + Proration.share(price, 0, days - before, days))
        .isEqualTo(price);
  }

  @Test
  void a_beginning_costs_its_period_and_the_joining_fee() {
    Agreement agreement = monthly(LocalDate.of(2026, 11, 24), Freezes.NONE);

    assertThat(AmountStory.first(agreement, 4990, 2500, null).totalMinor()).isEqualTo(7490);
    // Seven of the thirty days of November: 4990 * 7 / 30 = 1164.33.
    assertThat(AmountStory.first(agreement, 4990, 0, LocalDate.of(2026, 12, 1)).totalMinor())
        .isEqualTo(1164);
    assertThatThrownBy(() -> AmountStory.first(agreement, 4990, 0, LocalDate.of(2027, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_change_of_plan_costs_the_new_beginning_less_what_the_old_one_leaves() {
    Agreement old = monthly(LocalDate.of(2026, 11, 1), Freezes.NONE);
    LocalDate change = LocalDate.of(2026, 11, 16);
    Agreement fresh = monthly(change, Freezes.NONE);

    AmountStory due =
        AmountStory.change(
            AmountStory.unused(old, 3000, change), AmountStory.first(fresh, 5000, 0, null));

    assertThat(due.totalMinor()).isEqualTo(3500);
    assertThat(
            AmountStory.change(
                    AmountStory.unused(old, 9000, change), AmountStory.first(fresh, 1000, 0, null))
                .totalMinor())
        .as("owed to the member")
        .isEqualTo(-3500);
    assertThat(AmountStory.unused(old, 3000, LocalDate.of(2026, 10, 31)))
        .isEqualTo(Optional.empty());
  }
}
