package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.ui.CalendarMode.Days;
import com.tryzore.crm.ui.DayField;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.QueryState;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** Which days are on screen, and the ways to others. */
final class CalendarHead extends Composite<Div> {

  /** What can be asked for here. */
  interface Ways {
    void today();

    void step(int steps);

    void day(LocalDate day);

    void mode(CalendarMode mode);
  }

  private final H2 days = new H2();
  private final DayField jump = new DayField("");
  private final Map<CalendarMode, Button> modes = new EnumMap<>(CalendarMode.class);

  CalendarHead(Ways ways) {
    getContent().addClassName("cal-head");
    Button today = new Button(getTranslation("schedule.calendar.today"), click -> ways.today());
    Div steps =
        new Div(
            arrow(Icon.CHEVRON_LEFT, "schedule.calendar.previous", () -> ways.step(-1)),
            arrow(Icon.CHEVRON_RIGHT, "schedule.calendar.next", () -> ways.step(1)));
    steps.addClassName("cal-steps");
    days.addClassName("cal-days");
    days.getElement().setAttribute("aria-live", "polite");
    jump.addClassName("cal-jump");
    jump.setAriaLabel(getTranslation("schedule.calendar.jump"));
    jump.addValueChangeListener(
        change -> {
          if (change.isFromClient() && change.getValue() != null) {
            ways.day(change.getValue());
          }
        });
    Div switcher = new Div();
    switcher.addClassName("cal-modes");
    switcher.getElement().setAttribute("role", "group");
    switcher.getElement().setAttribute("aria-label", getTranslation("schedule.calendar.view"));
    for (CalendarMode mode : CalendarMode.values()) {
      Button button =
          new Button(
              getTranslation("schedule.calendar.view." + QueryState.word(mode)),
              click -> ways.mode(mode));
      modes.put(mode, button);
      switcher.add(button);
    }
    getContent().add(today, steps, days, jump, switcher);
  }

  void show(CalendarMode mode, LocalDate date, Days shown, Formats formats) {
    days.setText(
        switch (mode) {
          case DAY -> formats.weekday(date);
          case MONTH -> formats.month(date);
          case WEEK, AGENDA ->
              getTranslation(
                  "schedule.calendar.span",
                  formats.dayAndMonth(shown.first()),
                  formats.date(shown.last()));
        });
    jump.setValue(date);
    modes.forEach(
        (one, button) -> {
          button.setClassName("cal-mode-on", one == mode);
          button.getElement().setAttribute("aria-pressed", String.valueOf(one == mode));
        });
  }

  private Button arrow(Icon icon, String words, Runnable action) {
    Button button = new Button(icon.create(), click -> action.run());
    button.addClassNames("zore-quiet", "zore-icon-button");
    button.setAriaLabel(getTranslation(words));
    return button;
  }
}
