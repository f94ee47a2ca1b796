package com.tryzore.crm.schedule.ui;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A field for a time of minutes, hours or days; a sentence below it says what it means. */
final class SpanField extends CustomField<Duration> {

  /** What is counted. */
  enum Unit {
    MINUTES(1),
    HOURS(60),
    DAYS(1440);

    private final int minutes;

    Unit(int minutes) {
      this.minutes = minutes;
    }

    private boolean counts(Duration time) {
      return time.toMinutes() % minutes == 0;
    }
  }

  private final IntegerField amount = new IntegerField();
  private final Select<Unit> unit = new Select<>();
  private final Duration longest;
  private boolean showing;

  /**
   * An empty field.
   *
   * @param longest the most it takes
   * @param units what can be counted, the usual one first
   */
  SpanField(String label, Duration longest, Unit... units) {
    super(Duration.ZERO);
    this.longest = longest;
    setLabel(label);
    addClassName("rules-field");
    amount.setValue(0);
    amount.setMin(0);
    amount.setStepButtonsVisible(true);
    amount.setAriaLabel(getTranslation("schedule.rules.amount", label));
    amount.setManualValidation(true);
    unit.setItems(units);
    unit.setValue(units[0]);
    unit.setItemLabelGenerator(
        one -> getTranslation("schedule.rules.unit." + one.name().toLowerCase(Locale.ROOT)));
    unit.setAriaLabel(getTranslation("schedule.rules.unit", label));
    unit.setVisible(units.length > 1);
    Div row = new Div(amount, unit);
    row.addClassName("rules-amount");
    if (units.length == 1) {
      Div suffix =
          new Div(
              getTranslation("schedule.rules.unit." + units[0].name().toLowerCase(Locale.ROOT)));
      suffix.addClassName("zore-muted");
      row.add(suffix);
    }
    amount.addValueChangeListener(change -> typed());
    unit.addValueChangeListener(change -> typed());
    add(row);
  }

  /** Not while a value is shown, which is half of it between two fields. */
  private void typed() {
    if (!showing) {
      updateValue();
    }
  }

  /** What is wrong with what stands in it; null when nothing is. */
  @Nullable String problem() {
    Integer number = amount.getValue();
    if (amount.isInvalid() || number == null || number < 0) {
      return getTranslation("schedule.rules.wrong");
    }
    Duration time = time(number);
    return time.compareTo(longest) > 0
        ? getTranslation(
            longest.toDays() > 0 ? "schedule.rules.most.days" : "schedule.rules.most.hours",
            longest.toDays() > 0 ? longest.toDays() : longest.toHours())
        : null;
  }

  private Duration time(int number) {
    return Duration.ofMinutes((long) number * unit.getValue().minutes);
  }

  @Override
  protected Duration generateModelValue() {
    return time(Objects.requireNonNullElse(amount.getValue(), 0));
  }

  @Override
  protected void setPresentationValue(Duration time) {
    Unit best =
        time.isZero()
            ? unit.getValue()
            : unit.getListDataView()
                .getItems()
                .filter(one -> one.counts(time))
                .max(Comparator.comparingInt(one -> one.minutes))
                .orElseThrow();
    showing = true;
    unit.setValue(best);
    amount.setValue((int) (time.toMinutes() / best.minutes));
    showing = false;
  }

  @Override
  public void setReadOnly(boolean readOnly) {
    amount.setReadOnly(readOnly);
    amount.setStepButtonsVisible(!readOnly);
    unit.setReadOnly(readOnly);
  }

  @Override
  public void focus() {
    amount.focus();
  }
}
