package com.tryzore.crm.memberships.terms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Agreements of every kind, with freezes that follow one another; ends of months come often. */
final class AnyAgreement {

  private AnyAgreement() {}

  static Arbitrary<LocalDate> day() {
    Arbitrary<LocalDate> any =
        Arbitraries.longs()
            .between(LocalDate.of(2023, 1, 1).toEpochDay(), LocalDate.of(2032, 12, 31).toEpochDay())
            .map(LocalDate::ofEpochDay);
    Arbitrary<LocalDate> ends =
        any.map(day -> day.withDayOfMonth(1).plusMonths(1).minusDays(day.getDayOfMonth() % 3));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, any),
        net.jqwik.api.Tuple.of(3, ends),
        net.jqwik.api.Tuple.of(1, Arbitraries.just(LocalDate.of(2028, 2, 29))));
  }

  static Arbitrary<BillingPeriod> recurring() {
    return Arbitraries.of(BillingPeriod.class).filter(BillingPeriod::recurs);
  }

  static Arbitrary<Term> term() {
    return Arbitraries.oneOf(
        Arbitraries.just(new Term.OpenEnded()),
        Arbitraries.integers().between(1, 200).map(Term.Days::new),
        Combinators.combine(Arbitraries.integers().between(1, 15), recurring())
            .as(Term.Periods::new));
  }

  /** Each begins so many days after the one before has ended, and lasts so many. */
  static Freezes freezes(LocalDate start, List<Integer> numbers) {
    List<Freeze> freezes = new ArrayList<>();
    LocalDate day = start;
    for (int i = 0; i + 1 < numbers.size(); i += 2) {
      LocalDate from = day.plusDays(numbers.get(i));
      LocalDate resumed = from.plusDays(numbers.get(i + 1));
      freezes.add(
          numbers.get(i) % 3 == 0
              ? new Freeze(from, resumed.plusDays(20), resumed, "ill", null)
              : Freeze.of(from, resumed));
      day = resumed.plusDays(1);
    }
    return new Freezes(freezes);
  }

  static Arbitrary<Agreement> any() {
    return Combinators.combine(
            day(),
            term(),
            recurring(),
            Arbitraries.of(0, 1, 6, 12),
            Arbitraries.of(0, 1, 14, 30),
            Arbitraries.integers().between(0, 60).list().ofMaxSize(8))
        .as(
            (start, term, billing, minimum, notice, numbers) ->
                new Agreement(
                    start,
                    null,
                    term,
                    term instanceof Term.Periods(int count, BillingPeriod period)
                        ? period
                        : billing,
                    minimum,
                    notice,
                    freezes(start, numbers),
                    null));
  }
}
