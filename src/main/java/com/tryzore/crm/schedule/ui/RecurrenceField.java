package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.recurrence.Limit;
import com.tryzore.crm.schedule.recurrence.Pattern;
import com.tryzore.crm.schedule.recurrence.Recurrence;
import com.tryzore.crm.schedule.recurrence.RecurrenceWords;
import com.tryzore.crm.schedule.recurrence.RuleReading;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import com.tryzore.crm.ui.QueryState;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How something repeats, in words, with the sentence of it and the next dates. A form tells it the
 * start ({@link #startsAt}); what repeats begins on the first day from there that fits.
 *
 * <pre>{@code
 * RecurrenceField repeats = new RecurrenceField(words, this::fresh);
 * day.addValueChangeListener(c -> repeats.startsAt(day.getValue(), time.getValue(), length));
 * … if (repeats.repeats()) { repeats.repetition().ifPresent(it -> plans.create(…)); }
 * }</pre>
 */
final class RecurrenceField extends Composite<Div> {

  /** How it repeats; the last is a rule from elsewhere that this form has no fields for. */
  private enum Mode {
    NEVER,
    DAILY,
    WEEKLY,
    MONTHLY,
    AS_IT_IS
  }

  private final transient EventWords words;
  private final transient RecurrenceWords rules;
  private final transient Runnable onChange;
  private final Select<Mode> mode = new Select<>();
  private final IntegerField every = new IntegerField(getTranslation("schedule.repeat.every"));
  private final Span unit = new Span();
  private final CheckboxGroup<DayOfWeek> weekdays = new CheckboxGroup<>();
  private final Select<MonthDay> monthDay = new Select<>();
  private final RepeatEnd end;
  private final Paragraph sentence = new Paragraph();
  private final NextDates next;
  private transient LocalDate day;
  private transient @Nullable LocalTime time;
  private transient @Nullable Duration length;
  private transient @Nullable SeriesTimes given;
  private boolean quiet;

  RecurrenceField(EventWords words, Runnable onChange) {
    this.words = words;
    this.rules = RecurrenceWords.in(getLocale());
    this.onChange = onChange;
    day = words.formats().today();
    end = new RepeatEnd(this::changed);
    next = new NextDates(words, this::changed);
    mode.setLabel(getTranslation("schedule.repeat.mode"));
    mode.setItems(Mode.NEVER, Mode.DAILY, Mode.WEEKLY, Mode.MONTHLY);
    mode.setItemLabelGenerator(
        way -> getTranslation("schedule.repeat.mode." + QueryState.word(way)));
    mode.setValue(Mode.NEVER);
    every.setMin(1);
    every.setMax(Recurrence.MOST_INTERVAL);
    every.setStepButtonsVisible(true);
    every.setValue(1);
    every.setValueChangeMode(ValueChangeMode.LAZY);
    every.setSuffixComponent(unit);
    weekdays.setLabel(getTranslation("schedule.repeat.on"));
    weekdays.setItems(week());
    weekdays.setItemLabelGenerator(
        one -> one.getDisplayName(TextStyle.SHORT_STANDALONE, getLocale()));
    weekdays.setValue(Set.of(day.getDayOfWeek()));
    weekdays.addClassName("repeat-weekdays");
    monthDay.setLabel(getTranslation("schedule.repeat.on"));
    monthDay.setItemLabelGenerator(way -> way == null ? "" : rules.say(way.days(day)));
    monthDay.setItems(MonthDay.of(day));
    monthDay.setValue(MonthDay.DATE);
    mode.addValueChangeListener(change -> changed());
    every.addValueChangeListener(change -> changed());
    weekdays.addValueChangeListener(change -> changed());
    monthDay.addValueChangeListener(change -> changed());
    sentence.addClassName("repeat-sentence");
    sentence.getElement().setAttribute("aria-live", "polite");
    Div row = new Div(mode, every, monthDay);
    row.addClassName("repeat-row");
    Div outcome = new Div(sentence, next);
    outcome.addClassName("repeat-outcome");
    getContent().addClassName("repeat");
    getContent().add(row, weekdays, end, outcome);
    end.from(day);
    changed();
  }

  /**
   * Where it begins, as far as the form knows.
   *
   * @param newDay the day from which on it repeats; the last one that was said stays when null
   * @param newTime the local time of each; null while it is not known
   * @param newLength how long each lasts; null while it is not known
   */
  void startsAt(
      @Nullable LocalDate newDay, @Nullable LocalTime newTime, @Nullable Duration newLength) {
    quiet = true;
    if (newDay != null && !newDay.equals(day)) {
      if (weekdays.getValue().equals(Set.of(day.getDayOfWeek()))) {
        weekdays.setValue(Set.of(newDay.getDayOfWeek()));
      }
      day = newDay;
      MonthDay way = monthDay.getValue();
      List<MonthDay> ways = MonthDay.of(day);
      monthDay.setItems(ways);
      monthDay.setValue(ways.contains(way) ? way : MonthDay.DATE);
      end.from(day);
    }
    time = newTime;
    length = newLength;
    quiet = false;
    changed();
  }

  /**
   * Shows a series that there is, to be repeated otherwise from one of its days on; that it does
   * not repeat is no choice then. An end after so many times becomes the day of the last.
   */
  void show(SeriesTimes times, LocalDate from) {
    quiet = true;
    Recurrence rule = times.recurrence();
    given = times;
    day = from;
    next.fixed();
    Mode is = modeOf(rule.pattern());
    mode.setItems(
        Arrays.stream(Mode.values())
            .filter(way -> way != Mode.NEVER)
            .filter(way -> way != Mode.AS_IT_IS || is == Mode.AS_IT_IS)
            .toList());
    every.setValue(rule.interval());
    monthDay.setItems(MonthDay.of(day));
    monthDay.setValue(MonthDay.DATE);
    switch (rule.pattern()) {
      case Pattern.Weekly weekly -> weekdays.setValue(weekly.days());
      case Pattern.Monthly monthly ->
          MonthDay.of(monthly.days(), day).ifPresent(monthDay::setValue);
      case Pattern.Daily daily -> {}
      case Pattern.Yearly yearly -> {}
    }
    mode.setValue(is);
    end.from(day);
    end.show(
        rule.limit() instanceof Limit.Times
            ? new Limit.Until(
                times
                    .startsOfRule(times.start(), java.time.LocalDateTime.MAX)
                    .reduce((one, later) -> later)
                    .orElse(times.start())
                    .toLocalDate())
            : rule.limit());
    time = times.start().toLocalTime();
    length = times.duration();
    quiet = false;
    changed();
  }

  /** Whether it is to repeat at all. */
  boolean repeats() {
    return mode.getValue() != Mode.NEVER;
  }

  /** What is chosen; empty when it does not repeat, or cannot. */
  Optional<Repetition> repetition() {
    Recurrence rule = rule().orElse(null);
    if (rule == null) {
      return Optional.empty();
    }
    return first(rule)
        .filter(first -> rule.checkedFor(first) instanceof RuleReading.Read)
        .map(first -> new Repetition(rule, first, next.leftOut()));
  }

  /** Puts the focus where something is missing. */
  void focusMissing() {
    if (every.getValue() == null) {
      every.focus();
    } else if (mode.getValue() == Mode.WEEKLY && weekdays.isEmpty()) {
      weekdays.getElement().executeJs("this.querySelector('vaadin-checkbox')?.focus()");
    } else {
      end.focusMissing();
    }
  }

  private Optional<Recurrence> rule() {
    Integer interval = every.getValue();
    if (interval == null || interval < 1 || interval > Recurrence.MOST_INTERVAL) {
      return Optional.empty();
    }
    SeriesTimes old = given;
    Optional<Pattern> pattern =
        switch (mode.getValue()) {
          case NEVER -> Optional.empty();
          case DAILY -> Optional.of(new Pattern.Daily());
          case WEEKLY ->
              weekdays.isEmpty()
                  ? Optional.empty()
                  : Optional.of(new Pattern.Weekly(new TreeSet<>(weekdays.getValue())));
          case MONTHLY ->
              Optional.of(
                  new Pattern.Monthly(
                      Objects.requireNonNullElse(monthDay.getValue(), MonthDay.DATE).days(day)));
          case AS_IT_IS -> Optional.ofNullable(old).map(is -> is.recurrence().pattern());
        };
    DayOfWeek weekStart = old == null ? DayOfWeek.MONDAY : old.recurrence().weekStart();
    return pattern.flatMap(
        days -> end.limit().map(limit -> new Recurrence(days, interval, limit, weekStart)));
  }

  /** The first day that fits: the interval counts from there. */
  private Optional<LocalDate> first(Recurrence rule) {
    return rule.every(1).with(new Limit.Endless()).firstFrom(day);
  }

  private void changed() {
    if (quiet) {
      return;
    }
    Mode way = mode.getValue();
    every.setVisible(way != Mode.NEVER);
    unit.setText(
        getTranslation(
            "schedule.repeat.unit." + QueryState.word(way),
            Objects.requireNonNullElse(every.getValue(), 2)));
    weekdays.setVisible(way == Mode.WEEKLY);
    monthDay.setVisible(way == Mode.MONTHLY);
    monthDay.setHelperText(
        way == Mode.MONTHLY && monthDay.getValue() == MonthDay.DATE && day.getDayOfMonth() > 28
            ? getTranslation("schedule.repeat.shortMonths")
            : null);
    end.setVisible(way != Mode.NEVER);
    outcome();
    onChange.run();
  }

  private void outcome() {
    Optional<Recurrence> rule = rule();
    LocalTime at = time;
    Duration lasts = length;
    Optional<LocalDate> first = rule.flatMap(this::first);
    sentence.setVisible(repeats());
    sentence.removeClassName("zore-invalid");
    next.setVisible(false);
    if (rule.isEmpty() || first.isEmpty()) {
      sentence.setText(getTranslation("schedule.repeat.incomplete"));
      sentence.addClassName("zore-invalid");
    } else if (rule.get().checkedFor(first.get()) instanceof RuleReading.Refused refused) {
      sentence.setText(rules.say(refused));
      sentence.addClassName("zore-invalid");
    } else {
      sentence.setText(at == null ? rules.say(rule.get()) : rules.say(rule.get(), at));
      if (at != null && lasts != null && SeriesTimes.fits(lasts)) {
        next.setVisible(true);
        SeriesTimes times =
            SeriesTimes.of(first.get().atTime(at), words.binding().zone(), lasts, rule.get());
        SeriesTimes old = given;
        next.show(old == null ? times : times.except(old.exceptions()), first.get());
      }
    }
  }

  private Mode modeOf(Pattern pattern) {
    return switch (pattern) {
      case Pattern.Daily daily -> Mode.DAILY;
      case Pattern.Weekly weekly -> Mode.WEEKLY;
      case Pattern.Monthly monthly ->
          MonthDay.of(monthly.days(), day).isPresent() ? Mode.MONTHLY : Mode.AS_IT_IS;
      case Pattern.Yearly yearly -> Mode.AS_IT_IS;
    };
  }

  private List<DayOfWeek> week() {
    DayOfWeek first = CalendarView.weekStart(getLocale());
    return Arrays.stream(DayOfWeek.values()).map(one -> first.plus(one.getValue() - 1L)).toList();
  }
}
