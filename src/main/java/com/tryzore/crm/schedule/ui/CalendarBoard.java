package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.EventId;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The days and what takes place on them, drawn in the browser ({@code calendar.js} over
 * FullCalendar's standard bundle). It tells what somebody opens; it never changes by itself.
 */
@JavaScript("context://webjars/fullcalendar/6.1.15/index.global.min.js")
@JavaScript("context://scripts/calendar.js")
final class CalendarBoard extends Div {

  private static final String WHAT = "event.detail";
  private static final String ID = "event.detail.id";
  private static final String START = "event.detail.start";
  private static final String MINUTES = "event.detail.minutes";

  private transient @Nullable CalendarSheet shown;

  CalendarBoard(
      Consumer<EventId> onOpen,
      Consumer<LocalDate> onDay,
      BiConsumer<EventId, MoveTo> onMove,
      Consumer<Slot> onSlot) {
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
    getElement()
        .addEventListener(
            "calendar-move",
            event ->
                EventId.parse(event.getEventData().path(ID).asString(""))
                    .ifPresent(
                        id -> target(event.getEventData()).ifPresent(to -> onMove.accept(id, to))))
        .addEventData(ID)
        .addEventData(START)
        .addEventData(MINUTES);
    getElement()
        .addEventListener("calendar-slot", event -> slot(event.getEventData()).ifPresent(onSlot))
        .addEventData(START)
        .addEventData(MINUTES);
  }

  /** An empty slot that was clicked or drawn up; in a month, a day. */
  private static Optional<Slot> slot(JsonNode data) {
    String start = data.path(START).asString("");
    return target(data)
        .map(
            drawn ->
                new Slot(drawn.start().toLocalDate(), drawn.start().toLocalTime(), drawn.length()))
        .or(() -> time(start).map(at -> new Slot(at.toLocalDate(), at.toLocalTime(), null)))
        .or(() -> day(start).map(on -> new Slot(on, null, null)));
  }

  private static Optional<LocalDateTime> time(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  /** A drag, as the browser tells it; what it says of times is looked at like anything typed. */
  private static Optional<MoveTo> target(JsonNode data) {
    int minutes = data.path(MINUTES).asInt(0);
    try {
      LocalDateTime start = LocalDateTime.parse(data.path(START).asString(""));
      return minutes < 5 || minutes > 1440
          ? Optional.empty()
          : Optional.of(new MoveTo(start, Duration.ofMinutes(minutes)));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
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
