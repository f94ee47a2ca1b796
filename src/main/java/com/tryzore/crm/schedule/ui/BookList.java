package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.BookingRefusal;
import com.tryzore.crm.schedule.CalendarEvent;
import com.tryzore.crm.schedule.NextClass;
import com.tryzore.crm.schedule.PlaceStatus;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.StatusBadge;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Numbered classes of which one is chosen. The browser's script ({@code book.js}) moves the
 * highlight by digits and arrows, and clicks the row on Enter.
 */
@JavaScript("context://scripts/book.js")
final class BookList extends Div {

  private final transient BookingWords words;
  private final transient Consumer<NextClass> onChoice;
  private final List<Row> rows = new ArrayList<>();

  BookList(BookingWords words, Consumer<NextClass> onChoice) {
    this.words = words;
    this.onChoice = onChoice;
    addClassName("book-list");
    getElement().setAttribute("role", "listbox");
    getElement().setAttribute("tabindex", "0");
    getElement().setAttribute("aria-label", getTranslation("schedule.book.list"));
    addAttachListener(attached -> focus());
  }

  /** Puts the keyboard here, once it can be seen. */
  void focus() {
    getElement().executeJs("window.zoreBook.list(this)");
  }

  /** Shows classes; rows that are there already change in place. */
  void show(List<NextClass> classes) {
    for (int i = 0; i < classes.size(); i++) {
      if (i == rows.size()) {
        Row row = new Row(i + 1, classes.get(i));
        rows.add(row);
        add(row);
      }
      rows.get(i).show(classes.get(i));
    }
  }

  private final class Row extends Div {
    private final Div when = new Div();
    private final Div what = new Div();
    private final Div state = new Div();
    private transient NextClass shown;

    Row(int number, NextClass first) {
      shown = first;
      setId("book-class-" + number);
      addClassName("book-row");
      getElement().setAttribute("role", "option");
      getElement().setAttribute("aria-selected", "false");
      getElement().setAttribute("data-digit", String.valueOf(number));
      Span digit = new Span(String.valueOf(number));
      digit.addClassName("book-digit");
      when.addClassName("book-when");
      what.addClassName("book-what");
      state.addClassName("book-state");
      add(digit, when, what, state);
      addClickListener(click -> onChoice.accept(shown));
    }

    void show(NextClass one) {
      shown = one;
      CalendarEvent event = one.event();
      EventWords said = words.event();
      LocalDate day = said.day(event);
      Span start = new Span(said.begins(event));
      start.addClassName("book-start");
      Span on =
          new Span(
              day.isBefore(said.formats().today().plusDays(2))
                  ? said.formats().day(day)
                  : said.formats().weekday(day));
      on.addClassName("book-day");
      when.removeAll();
      when.add(start, on);
      Span title = new Span(event.title());
      title.addClassName("book-title");
      Span where = new Span(said.whereAndWho(event));
      where.addClassName("book-where");
      what.removeAll();
      what.add(title, where);
      Span seats = new Span(seats(event));
      seats.addClassName("book-seats");
      state.removeAll();
      state.add(badge(one), seats);
      setClassName(
          "book-row-closed",
          !one.open() && !one.against().stream().allMatch(BookingRefusal::overridable));
    }

    private String seats(CalendarEvent event) {
      Integer capacity = event.capacity();
      if (event.full()) {
        return Stream.of(getTranslation("schedule.event.full"), words.event().waiting(event))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" · "));
      }
      return capacity == null
          ? words.event().fill(event)
          : getTranslation("schedule.book.free", capacity - event.booked());
    }

    private StatusBadge badge(NextClass one) {
      if (one.event().cancelled()) {
        return new StatusBadge(Tone.BAD, Icon.STOP, getTranslation("schedule.event.cancelled"));
      }
      return one.place()
          .map(this::placed)
          .orElseGet(
              () -> {
                if (!one.open()) {
                  boolean may = one.against().stream().allMatch(BookingRefusal::overridable);
                  return new StatusBadge(
                      may ? Tone.CAUTION : Tone.BAD,
                      may ? Icon.WARNING : Icon.STOP,
                      getTranslation("schedule.book.against." + kind(one.against().getFirst())));
                }
                return one.event().full()
                    ? new StatusBadge(
                        Tone.CAUTION, Icon.WAITLIST, getTranslation("schedule.book.waits"))
                    : new StatusBadge(Tone.GOOD, Icon.CHECK, getTranslation("schedule.book.open"));
              });
    }

    private StatusBadge placed(BookingRefusal.HasPlace place) {
      return place.status() == PlaceStatus.WAITLISTED
          ? new StatusBadge(Tone.COOL, Icon.WAITLIST, waits(place))
          : new StatusBadge(Tone.COOL, Icon.CALENDAR, words.status(place.status()));
    }

    private String waits(BookingRefusal.HasPlace place) {
      return place.position() == null
          ? words.status(place.status())
          : getTranslation("schedule.book.waitsAs", place.position());
    }
  }

  /** The last part of the key of a rule's few words. */
  private static String kind(BookingRefusal refusal) {
    return switch (refusal) {
      case BookingRefusal.EventCancelled cancelled -> "over";
      case BookingRefusal.Over over -> "over";
      case BookingRefusal.Started started -> "started";
      case BookingRefusal.NoStanding standing -> "standing";
      case BookingRefusal.EndsBefore ends -> "ends";
      case BookingRefusal.HasPlace place -> "place";
      case BookingRefusal.SeatElsewhere elsewhere -> "elsewhere";
      case BookingRefusal.NotOpenYet early -> "early";
      case BookingRefusal.Closed closed -> "closed";
    };
  }
}
