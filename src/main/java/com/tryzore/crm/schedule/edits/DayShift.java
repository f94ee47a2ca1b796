package com.tryzore.crm.schedule.edits;

import com.tryzore.crm.schedule.recurrence.DaysOfMonth;
import com.tryzore.crm.schedule.recurrence.DaysOfMonth.OnDates;
import com.tryzore.crm.schedule.recurrence.DaysOfMonth.OnWeekdays;
import com.tryzore.crm.schedule.recurrence.NthWeekday;
import com.tryzore.crm.schedule.recurrence.Pattern;
import com.tryzore.crm.schedule.recurrence.Pattern.Daily;
import com.tryzore.crm.schedule.recurrence.Pattern.Monthly;
import com.tryzore.crm.schedule.recurrence.Pattern.Weekly;
import com.tryzore.crm.schedule.recurrence.Pattern.Yearly;
import com.tryzore.crm.schedule.recurrence.Recurrence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A pattern after one of its days was moved: who drags Monday's class to Tuesday in a series of
 * Mondays and Wednesdays means Tuesdays and Wednesdays.
 *
 * @param pattern the new days
 * @param everyDay whether all days move by the same distance, not some of them
 * @param image where a day of the old pattern goes; nowhere when that month lacks the day
 */
record DayShift(Pattern pattern, boolean everyDay, Function<LocalDate, Optional<LocalDate>> image) {

  static DayShift of(Recurrence rule, LocalDate from, LocalDate to) throws EditRefusedException {
    long distance = ChronoUnit.DAYS.between(from, to);
    if (distance == 0) {
      return new DayShift(rule.pattern(), false, Optional::of);
    }
    return switch (rule.pattern()) {
      case Daily daily -> {
        if (Math.abs(distance) >= rule.interval()) {
          throw new EditRefusedException(EditProblem.DAY_TAKEN);
        }
        yield new DayShift(daily, true, day -> Optional.of(day.plusDays(distance)));
      }
      case Weekly weekly -> weekly(weekly, rule.weekStart(), from, to, distance);
      case Monthly monthly -> {
        MonthShift days = MonthShift.of(monthly.days(), from, to);
        yield new DayShift(new Monthly(days.days()), false, days.image());
      }
      case Yearly yearly -> {
        MonthShift days = MonthShift.of(yearly.days(), from, to);
        yield new DayShift(new Yearly(yearly.months(), days.days()), false, days.image());
      }
    };
  }

  private static DayShift weekly(
      Weekly weekly, DayOfWeek weekStart, LocalDate from, LocalDate to, long distance)
      throws EditRefusedException {
    DayOfWeek old = from.getDayOfWeek();
    if (!weekly.days().contains(old)) {
      throw new EditRefusedException(EditProblem.ADDED_BESIDES);
    }
    if (weekly.days().size() == 1) {
      return new DayShift(
          Weekly.on(to.getDayOfWeek()), true, day -> Optional.of(day.plusDays(distance)));
    }
    if (!from.with(TemporalAdjusters.previousOrSame(weekStart))
        .equals(to.with(TemporalAdjusters.previousOrSame(weekStart)))) {
      throw new EditRefusedException(EditProblem.LEAVES_ITS_WEEK);
    }
    TreeSet<DayOfWeek> days = new TreeSet<>(weekly.days());
    days.remove(old);
    if (!days.add(to.getDayOfWeek())) {
      throw new EditRefusedException(EditProblem.DAY_TAKEN);
    }
    return new DayShift(
        new Weekly(days),
        false,
        day -> Optional.of(day.getDayOfWeek() == old ? day.plusDays(distance) : day));
  }

  /** The same within months. */
  private record MonthShift(DaysOfMonth days, Function<LocalDate, Optional<LocalDate>> image) {

    static MonthShift of(DaysOfMonth days, LocalDate from, LocalDate to)
        throws EditRefusedException {
      if (!YearMonth.from(from).equals(YearMonth.from(to))) {
        throw new EditRefusedException(EditProblem.LEAVES_ITS_MONTH);
      }
      return switch (days) {
        case OnDates on -> dates(on, from, to);
        case OnWeekdays on -> weekdays(on, from, to);
      };
    }

    private static MonthShift dates(OnDates on, LocalDate from, LocalDate to)
        throws EditRefusedException {
      int length = from.lengthOfMonth();
      Set<Integer> moved =
          on.dates().stream()
              .filter(date -> day(YearMonth.from(from), date).equals(Optional.of(from)))
              .collect(Collectors.toSet());
      boolean fromTheEnd = moved.stream().allMatch(date -> date < 0);
      int date = fromTheEnd ? to.getDayOfMonth() - length - 1 : to.getDayOfMonth();
      TreeSet<Integer> dates = replaced(on.dates(), moved, date);
      return new MonthShift(
          new OnDates(dates),
          day -> {
            YearMonth month = YearMonth.from(day);
            return moved.stream().anyMatch(old -> day(month, old).equals(Optional.of(day)))
                ? day(month, date)
                : Optional.of(day);
          });
    }

    private static MonthShift weekdays(OnWeekdays on, LocalDate from, LocalDate to)
        throws EditRefusedException {
      Set<NthWeekday> moved =
          on.weekdays().stream().filter(nth -> isOn(nth, from)).collect(Collectors.toSet());
      boolean fromTheEnd = moved.stream().allMatch(nth -> nth.place() < 0);
      NthWeekday target = fromTheEnd ? NthWeekday.fromTheEnd(to) : NthWeekday.of(to);
      return new MonthShift(
          new OnWeekdays(replaced(on.weekdays(), moved, target)),
          day ->
              moved.stream().anyMatch(old -> isOn(old, day))
                  ? day(YearMonth.from(day), target)
                  : Optional.of(day));
    }

    private static <T extends Comparable<T>> TreeSet<T> replaced(Set<T> all, Set<T> old, T target)
        throws EditRefusedException {
      if (old.isEmpty()) {
        throw new EditRefusedException(EditProblem.ADDED_BESIDES);
      }
      TreeSet<T> days = new TreeSet<>(all);
      days.removeAll(old);
      if (!days.add(target)) {
        throw new EditRefusedException(EditProblem.DAY_TAKEN);
      }
      return days;
    }

    private static boolean isOn(NthWeekday nth, LocalDate day) {
      return nth.equals(NthWeekday.of(day)) || nth.equals(NthWeekday.fromTheEnd(day));
    }

    private static Optional<LocalDate> day(YearMonth month, int date) {
      int day = date > 0 ? date : month.lengthOfMonth() + date + 1;
      return day >= 1 && month.isValidDay(day) ? Optional.of(month.atDay(day)) : Optional.empty();
    }

    private static Optional<LocalDate> day(YearMonth month, NthWeekday nth) {
      LocalDate day =
          month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth.place(), nth.day()));
      return YearMonth.from(day).equals(month) ? Optional.of(day) : Optional.empty();
    }
  }
}
