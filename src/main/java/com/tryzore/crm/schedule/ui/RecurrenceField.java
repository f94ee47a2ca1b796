package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.recurrence.Limit;
import com.tryzore.crm.schedule.recurrence.Pattern;
import com.tryzore.crm.schedule.recurrence.Recurrence;
import com.tryzore.crm.schedule.recurrence.RecurrenceWords;
import com.tryzore.crm.schedule.recurrence.RuleReading;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import com.tryzore.crm.ui.QueryState;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
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
  private final RepeatDays days;
  private final RepeatEnd end;
  private final Paragraph sentence = new Paragraph();
  private final NextDates next;
  private transient @Nullable LocalTime time;
  private transient @Nullable Duration length;
  private transient @Nullable SeriesTimes given;
  private boolean quiet;

  RecurrenceField(EventWords words, Runnable onChange) {
    this.words = words;
    this.rules = RecurrenceWords.in(getLocale());
    this.onChange = onChange;
    LocalDate today = words.formats().today();
    days = new RepeatDays(getLocale(), today, this::changed);
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
    mode.addValueChangeListener(change -> changed());
    every.addValueChangeListener(change -> changed());
    sentence.addClassName("repeat-sentence");
    sentence.getElement().setAttribute("aria-live", "polite");
    Div row = new Div(mode, every, days.month);
    row.addClassName("repeat-row");
    Div outcome = new Div(sentence, next);
    outcome.addClassName("repeat-outcome");
    getContent().addClassName("repeat");
    getContent().add(row, days.week, end, outcome);
    end.from(today);
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
    if (newDay != null) {
      days.follow(newDay);
      end.from(newDay);
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
    next.fixed();
    days.show(rule.pattern(), from);
    Mode is = modeOf(rule.pattern());
    mode.setItems(
        Arrays.stream(Mode.values())
            .filter(way -> way != Mode.NEVER)
            .filter(way -> way != Mode.AS_IT_IS || is == Mode.AS_IT_IS)
            .toList());
    every.setValue(rule.interval());
    mode.setValue(is);
    end.from(from);
    end.show(
        rule.limit() instanceof Limit.Times
            ? new Limit.Until(
                times
                    .startsOfRule(times.start(), LocalDateTime.MAX)
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
    } else if (mode.getValue() == Mode.WEEKLY && days.week.isEmpty()) {
      days.week.getElement().executeJs("this.querySelector('vaadin-checkbox')?.focus()");
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
          case WEEKLY -> days.weekly();
          case MONTHLY -> Optional.of(days.monthly());
          case AS_IT_IS -> Optional.ofNullable(old).map(is -> is.recurrence().pattern());
        };
    DayOfWeek weekStart = old == null ? DayOfWeek.MONDAY : old.recurrence().weekStart();
    return pattern.flatMap(
        chosen -> end.limit().map(limit -> new Recurrence(chosen, interval, limit, weekStart)));
  }

  /** The first day that fits: the interval counts from there. */
  private Optional<LocalDate> first(Recurrence rule) {
    return rule.every(1).with(new Limit.Endless()).firstFrom(days.start());
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
    days.shape(way == Mode.WEEKLY, way == Mode.MONTHLY);
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
          MonthDay.of(monthly.days(), days.start()).isPresent() ? Mode.MONTHLY : Mode.AS_IT_IS;
      case Pattern.Yearly yearly -> Mode.AS_IT_IS;
    };
  }
}
