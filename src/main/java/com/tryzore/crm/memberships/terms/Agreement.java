package com.tryzore.crm.memberships.terms;

import com.tryzore.crm.memberships.terms.DateLine.Cancelled;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed when a membership was sold, and what became of it: all that its dates follow
 * from. Days are those of the gym; a last day is included.
 *
 * @param start the first day
 * @param sold by whom and when
 * @param minimumMonths how long it lasts at least, 0 for no minimum term
 * @param noticeDays between a cancellation and the earliest end, 0 for none
 * @param cancelled the end that somebody decided, or null
 */
public record Agreement(
    LocalDate start,
    @Nullable Mark sold,
    Term term,
    BillingPeriod billing,
    int minimumMonths,
    int noticeDays,
    Freezes freezes,
    @Nullable Cancelled cancelled) {

  /** A span of days that is billed together. */
  public record Period(int number, LocalDate first, LocalDate last) {}

  public Agreement {
    if (minimumMonths < 0 || noticeDays < 0) {
      throw new IllegalArgumentException("terms are not negative");
    }
  }

  /** The same with other freezes. */
  public Agreement frozen(Freezes others) {
    return new Agreement(start, sold, term, billing, minimumMonths, noticeDays, others, cancelled);
  }

  /** The same, cancelled; null takes a cancellation back. */
  public Agreement cancelled(@Nullable Cancelled by) {
    return new Agreement(start, sold, term, billing, minimumMonths, noticeDays, freezes, by);
  }

  private DateStory begun() {
    return DateStory.of(new DateLine.Started(start, sold));
  }

  /** The last day that was sold, whatever was cancelled since; none when open-ended. */
  public Optional<DateStory> soldEnd() {
    DateLine length =
        switch (term) {
          case Term.OpenEnded() -> null;
          case Term.Periods(int count, BillingPeriod period) -> new DateLine.Periods(count, period);
          case Term.Days(int count) -> new DateLine.Days(count);
        };
    return Optional.ofNullable(length)
        .map(line -> begun().then(line).thenFrozen(freezes).then(new DateLine.LastDay()));
  }

  /** The last day; none while open-ended and not cancelled. */
  public Optional<DateStory> end() {
    Optional<DateStory> end = soldEnd();
    if (cancelled == null || end.filter(e -> e.result().isBefore(cancelled.on())).isPresent()) {
      return end;
    }
    return Optional.of(end.orElseGet(this::begun).then(cancelled));
  }

  /** The last day of the minimum term, if there is one. */
  public Optional<DateStory> minimumUntil() {
    return minimumMonths == 0
        ? Optional.empty()
        : Optional.of(
            begun()
                .then(new DateLine.Months(minimumMonths))
                .thenFrozen(freezes)
                .then(new DateLine.LastDay()));
  }

  /** The first day of a billing period, counted from 0. */
  public LocalDate periodStart(int number) {
    return freezes.shift(billing.after(start, number));
  }

  /** The billing period that a day falls into; none before the start and when paid once. */
  public Optional<Period> periodAt(LocalDate day) {
    if (!billing.recurs() || day.isBefore(start)) {
      return Optional.empty();
    }
    long unfrozen = ChronoUnit.DAYS.between(start, day) - freezes.daysWithin(start, day);
    LocalDate nominal = start.plusDays(unfrozen);
    int number =
        (int)
            switch (billing) {
              case DAY -> unfrozen;
              case WEEK -> unfrozen / 7;
              case MONTH -> ChronoUnit.MONTHS.between(start, nominal);
              case QUARTER -> ChronoUnit.MONTHS.between(start, nominal) / 3;
              case YEAR, ONCE -> ChronoUnit.YEARS.between(start, nominal);
            };
    // Short months and days that rest at a boundary: the boundaries themselves decide.
    while (!periodStart(number + 1).isAfter(day)) {
      number++;
    }
    while (number > 0 && periodStart(number).isAfter(day)) {
      number--;
    }
    return Optional.of(
        new Period(number, periodStart(number), periodStart(number + 1).minusDays(1)));
  }

  /**
   * The next day on which something is billed after that day; none when paid once, when it ends
   * before, and while it rests until nobody knows when: nobody pays for days of a freeze.
   */
  public Optional<DateStory> nextBilling(LocalDate day) {
    if (!billing.recurs()) {
      return Optional.empty();
    }
    int number = periodAt(day).map(period -> period.number() + 1).orElse(0);
    DateStory story =
        number == 0
            ? begun()
            : begun().then(new DateLine.Periods(number, billing)).thenFrozen(freezes);
    boolean over = end().filter(end -> end.result().isBefore(story.result())).isPresent();
    return over || freezes.restsWithoutEndBefore(story.result())
        ? Optional.empty()
        : Optional.of(story);
  }

  /**
   * The earliest regular end for somebody who cancels: after the notice, not within the minimum
   * term, at the end of a billing period.
   */
  public DateStory atPeriodEnd(LocalDate asked) {
    DateStory story = atMinimumTerm(asked);
    if (story.lines().getLast() instanceof DateLine.EndsAnyway) {
      return story;
    }
    LocalDate day = story.result().isBefore(start) ? start : story.result();
    Optional<Period> period = periodAt(day);
    if (period.isPresent()) {
      story = story.then(new DateLine.EndOfPeriod(period.get().last()));
    }
    return notAfterItsEnd(story);
  }

  /** The earliest end within a billing period: after the notice and the minimum term. */
  public DateStory atMinimumTerm(LocalDate asked) {
    DateStory story = DateStory.of(new DateLine.Asked(asked));
    if (noticeDays > 0) {
      story = story.then(new DateLine.Notice(noticeDays));
    }
    Optional<DateStory> minimum = minimumUntil();
    if (minimum.isPresent() && minimum.get().result().isAfter(story.result())) {
      story = story.then(new DateLine.MinimumTerm(minimum.get().result()));
    }
    return notAfterItsEnd(story);
  }

  /** An end today, whatever was agreed. */
  public DateStory now(LocalDate asked) {
    return notAfterItsEnd(DateStory.of(new DateLine.Asked(asked)));
  }

  private DateStory notAfterItsEnd(DateStory story) {
    Optional<LocalDate> end = soldEnd().map(DateStory::result);
    return end.isPresent() && end.get().isBefore(story.result())
        ? story.then(new DateLine.EndsAnyway(end.get()))
        : story;
  }
}
