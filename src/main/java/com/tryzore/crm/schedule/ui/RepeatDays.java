package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.recurrence.Pattern;
import com.tryzore.crm.schedule.recurrence.RecurrenceWords;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** On which days of the week or the month something repeats: those of its start, until told. */
final class RepeatDays {

  final CheckboxGroup<DayOfWeek> week = new CheckboxGroup<>();
  final Select<MonthDay> month = new Select<>();
  private LocalDate day;

  RepeatDays(Locale reader, LocalDate start, Runnable onChange) {
    day = start;
    RecurrenceWords rules = RecurrenceWords.in(reader);
    DayOfWeek first = CalendarView.weekStart(reader);
    week.setLabel(I18NProvider.translate("schedule.repeat.on"));
    week.setItems(
        Arrays.stream(DayOfWeek.values()).map(one -> first.plus(one.getValue() - 1L)).toList());
    week.setItemLabelGenerator(one -> one.getDisplayName(TextStyle.SHORT_STANDALONE, reader));
    week.setValue(Set.of(day.getDayOfWeek()));
    week.addClassName("repeat-weekdays");
    month.setLabel(I18NProvider.translate("schedule.repeat.on"));
    month.setItemLabelGenerator(way -> way == null ? "" : rules.say(way.days(day)));
    month.setItems(MonthDay.of(day));
    month.setValue(MonthDay.DATE);
    week.addValueChangeListener(change -> onChange.run());
    month.addValueChangeListener(change -> onChange.run());
  }

  /** The day of the start. */
  LocalDate start() {
    return day;
  }

  /** Goes with the start to another day. */
  void follow(LocalDate other) {
    if (other.equals(day)) {
      return;
    }
    if (week.getValue().equals(Set.of(day.getDayOfWeek()))) {
      week.setValue(Set.of(other.getDayOfWeek()));
    }
    day = other;
    MonthDay way = month.getValue();
    List<MonthDay> ways = MonthDay.of(day);
    month.setItems(ways);
    month.setValue(ways.contains(way) ? way : MonthDay.DATE);
  }

  /** Shows the days of a rule, as far as there are fields for it. */
  void show(Pattern pattern, LocalDate from) {
    follow(from);
    switch (pattern) {
      case Pattern.Weekly weekly -> week.setValue(weekly.days());
      case Pattern.Monthly monthly -> MonthDay.of(monthly.days(), day).ifPresent(month::setValue);
      case Pattern.Daily daily -> {}
      case Pattern.Yearly yearly -> {}
    }
  }

  /** The days of the week; empty when none is chosen. */
  Optional<Pattern> weekly() {
    return week.isEmpty()
        ? Optional.empty()
        : Optional.of(new Pattern.Weekly(new TreeSet<>(week.getValue())));
  }

  /** The days of the month. */
  Pattern monthly() {
    return new Pattern.Monthly(
        Objects.requireNonNullElse(month.getValue(), MonthDay.DATE).days(day));
  }

  /** Shows the fields for the one or the other, and says when some months have no such day. */
  void shape(boolean byWeek, boolean byMonth) {
    week.setVisible(byWeek);
    month.setVisible(byMonth);
    month.setHelperText(
        month.getValue() == MonthDay.DATE && day.getDayOfMonth() > 28
            ? I18NProvider.translate("schedule.repeat.shortMonths")
            : null);
  }
}
