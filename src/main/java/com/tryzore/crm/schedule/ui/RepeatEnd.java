package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.recurrence.Limit;
import com.tryzore.crm.schedule.recurrence.Recurrence;
import com.tryzore.crm.ui.DayField;
import com.tryzore.crm.ui.QueryState;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a repetition ends: never, after so many times, or with a day. */
final class RepeatEnd extends Composite<Div> {

  private enum Ends {
    NEVER,
    AFTER,
    ON
  }

  private static final int USUAL_TIMES = 10;
  private static final int USUAL_MONTHS = 3;

  private final Select<Ends> ends = new Select<>();
  private final IntegerField times = new IntegerField(getTranslation("schedule.repeat.times"));
  private final DayField lastDay = new DayField(getTranslation("schedule.repeat.lastDay"));

  private transient @Nullable LocalDate usual;

  RepeatEnd(Runnable onChange) {
    getContent().addClassName("repeat-row");
    ends.setLabel(getTranslation("schedule.repeat.ends"));
    ends.setItems(Ends.values());
    ends.setItemLabelGenerator(
        way -> getTranslation("schedule.repeat.ends." + QueryState.word(way)));
    ends.setValue(Ends.NEVER);
    times.setMin(1);
    times.setMax(Recurrence.MOST_TIMES);
    times.setStepButtonsVisible(true);
    times.setValueChangeMode(ValueChangeMode.LAZY);
    times.setValue(USUAL_TIMES);
    ends.addValueChangeListener(
        change -> {
          shape();
          onChange.run();
        });
    times.addValueChangeListener(change -> onChange.run());
    lastDay.addValueChangeListener(change -> onChange.run());
    getContent().add(ends, times, lastDay);
    shape();
  }

  /** Where a last day begins to make sense; the usual one follows as long as none was chosen. */
  void from(LocalDate first) {
    lastDay.setMin(first);
    if (Objects.equals(lastDay.getValue(), usual)) {
      usual = first.plusMonths(USUAL_MONTHS);
      lastDay.setValue(usual);
    }
  }

  void show(Limit limit) {
    switch (limit) {
      case Limit.Endless endless -> ends.setValue(Ends.NEVER);
      case Limit.Times(int count) -> {
        times.setValue(count);
        ends.setValue(Ends.AFTER);
      }
      case Limit.Until(LocalDate day) -> {
        lastDay.setValue(day);
        ends.setValue(Ends.ON);
      }
    }
  }

  /** What is chosen; empty while the number or the day is missing or beyond the limits. */
  Optional<Limit> limit() {
    return switch (ends.getValue()) {
      case NEVER -> Optional.of(new Limit.Endless());
      case AFTER ->
          Optional.ofNullable(times.getValue())
              .filter(count -> count >= 1 && count <= Recurrence.MOST_TIMES)
              .map(Limit.Times::new);
      case ON -> Optional.ofNullable(lastDay.getValue()).map(Limit.Until::new);
    };
  }

  /** Puts the focus where something is missing. */
  void focusMissing() {
    if (ends.getValue() == Ends.AFTER) {
      times.focus();
    } else {
      lastDay.focus();
    }
  }

  private void shape() {
    times.setVisible(ends.getValue() == Ends.AFTER);
    lastDay.setVisible(ends.getValue() == Ends.ON);
  }
}
