package com.tryzore.crm.memberships.terms;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An amount as the sum of its lines. May be negative: then it is owed to the member. */
public record AmountStory(List<AmountLine> lines) {

  public AmountStory {
    lines = List.copyOf(lines);
  }

  /** The sum, in minor units. */
  public long totalMinor() {
    return lines.stream().mapToLong(AmountLine::minor).reduce(0, Math::addExact);
  }

  /**
   * What is due when a membership begins: the first period and the joining fee.
   *
   * @param firstBilling the day from which whole periods are billed; null or the start itself: from
   *     the start. The days before it are a part of the period that ends there
   */
  public static AmountStory first(
      Agreement agreement,
      long priceMinor,
      long joiningFeeMinor,
      @Nullable LocalDate firstBilling) {
    List<AmountLine> lines = new ArrayList<>();
    LocalDate start = agreement.start();
    if (firstBilling == null || firstBilling.equals(start)) {
      lines.add(new AmountLine.Price(priceMinor));
    } else {
      LocalDate from = agreement.billing().after(firstBilling, -1);
      if (firstBilling.isBefore(start) || from.isAfter(start)) {
        throw new IllegalArgumentException("the first whole period begins within the next one");
      }
      long days = ChronoUnit.DAYS.between(from, firstBilling);
      long rest = ChronoUnit.DAYS.between(start, firstBilling);
      lines.add(
          new AmountLine.Part(
              Proration.share(priceMinor, days - rest, days, days),
              start,
              firstBilling.minusDays(1),
              rest,
              days,
              priceMinor));
    }
    if (joiningFeeMinor > 0) {
      lines.add(new AmountLine.JoiningFee(joiningFeeMinor));
    }
    return new AmountStory(lines);
  }

  /**
   * What is given back of the current period when the membership ends the day before; days that
   * rested were not used up. Nothing when that day begins no paid period, or when paid once.
   */
  public static Optional<AmountLine.Credit> unused(
      Agreement agreement, long priceMinor, LocalDate firstDayWithout) {
    return agreement
        .periodAt(firstDayWithout)
        .map(
            period -> {
              LocalDate after = period.last().plusDays(1);
              long rested = agreement.freezes().daysWithin(period.first(), after);
              long of = ChronoUnit.DAYS.between(period.first(), after) - rested;
              long used =
                  ChronoUnit.DAYS.between(period.first(), firstDayWithout)
                      - agreement.freezes().daysWithin(period.first(), firstDayWithout);
              return new AmountLine.Credit(
                  of == 0 ? 0 : -Proration.share(priceMinor, used, of, of),
                  of - used,
                  of,
                  priceMinor);
            });
  }

  /** What is due when a plan is changed: the new beginning less what the old one leaves. */
  public static AmountStory change(Optional<AmountLine.Credit> credit, AmountStory beginning) {
    List<AmountLine> lines = new ArrayList<>(beginning.lines());
    credit.ifPresent(lines::add);
    return new AmountStory(lines);
  }
}
