package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.EventId;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The days and what takes place on them, drawn in the browser ({@code calendar.js} over
 * FullCalendar's standard bundle). It tells what somebody opens; it never changes by itself.
 */
@JavaScript("context://webjars/fullcalendar/6.1.15/index.global.min.js")
@JavaScript("context://scripts/calendar.js")
final class CalendarBoard extends Div {

  private static final String WHAT = "event.detail";

  private transient @Nullable CalendarSheet shown;

  CalendarBoard(Consumer<EventId> onOpen, Consumer<LocalDate> onDay) {
    addClassName("cal-board");
    Span loading = new Span(getTranslation("schedule.calendar.loading"));
    loading.addClassName("cal-loading");
    Div canvas = new Div(loading);
    add(canvas);
    getElement()
        .addEventListener(
            "calendar-open",
            event -> EventId.parse(event.getEventData().path(WHAT).asString("")).ifPresent(onOpen))
        .addEventData(WHAT);
    getElement()
        .addEventListener(
            "calendar-day",
            event -> day(event.getEventData().path(WHAT).asString("")).ifPresent(onDay))
        .addEventData(WHAT);
  }

  void show(CalendarSheet sheet) {
    shown = sheet;
    getElement().executeJs("window.zoreCalendar.show(this, $0)", sheet);
  }

  /** Puts the focus back onto an event, if it is still there. */
  void focus(EventId event) {
    getElement().executeJs("window.zoreCalendar.focus(this, $0)", event.toString());
  }

  /** What is drawn; null until something is. */
  @Nullable CalendarSheet shown() {
    return shown;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }
}
