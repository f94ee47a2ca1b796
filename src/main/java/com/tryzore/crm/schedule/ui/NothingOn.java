package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.ui.Drawing;
import com.tryzore.crm.ui.EmptyState;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.QueryState;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What stands where nothing takes place: that it is so, and where there is something. */
final class NothingOn extends Composite<Div> {

  /**
   * @param clear takes the filters away; null when there are none
   * @param next the next day on which something fits; null when there is none
   */
  NothingOn(
      CalendarMode mode,
      @Nullable Runnable clear,
      @Nullable LocalDate next,
      Formats formats,
      Consumer<LocalDate> goTo) {
    String sentence =
        clear != null
            ? getTranslation("schedule.calendar.none.filtered")
            : next != null
                ? getTranslation("schedule.calendar.none.later")
                : getTranslation("schedule.calendar.none.ahead");
    EmptyState empty =
        new EmptyState(
            Drawing.CALENDAR,
            getTranslation("schedule.calendar.none." + QueryState.word(mode)),
            sentence);
    if (next != null) {
      Button go =
          new Button(
              getTranslation("schedule.calendar.none.goTo", formats.weekday(next)),
              Icon.ARROW_RIGHT.create(),
              click -> goTo.accept(next));
      go.addClassName("zore-primary");
      empty.action(go);
    }
    if (clear != null) {
      empty.action(new Button(getTranslation("ui.filter.clear"), click -> clear.run()));
    }
    getContent().add(empty);
  }
}
