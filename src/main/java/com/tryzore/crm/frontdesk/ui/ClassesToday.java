package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.frontdesk.DeskBoard;
import com.tryzore.crm.frontdesk.EventToday;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.ui.CalendarAddress;
import com.tryzore.crm.ui.Drawing;
import com.tryzore.crm.ui.EmptyState;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.StatusBadge;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What takes place today, how full it is, and who waits; what is over is folded away. */
final class ClassesToday extends Section {

  private final DeskBoard board;
  private final Reception reception;
  private final Div content = new Div();

  ClassesToday(DeskBoard board, Reception reception) {
    this.board = board;
    this.reception = reception;
    addClassNames("zore-card", "desk-classes");
    add(new H2(getTranslation("frontdesk.classes.title")), content);
  }

  /** Reads again. */
  void refresh() {
    List<EventToday> events = board.events();
    Instant now = Instant.now();
    DeskWords words = reception.words(UI.getCurrent());
    content.removeAll();
    if (events.isEmpty()) {
      content.add(
          new EmptyState(
              Drawing.CALENDAR,
              getTranslation("frontdesk.classes.none.title"),
              getTranslation("frontdesk.classes.none.text")));
      return;
    }
    List<EventToday> over = events.stream().filter(event -> event.over(now)).toList();
    List<EventToday> ahead = events.stream().filter(event -> !event.over(now)).toList();
    if (!over.isEmpty()) {
      NativeDetails earlier =
          new NativeDetails(
              getTranslation("frontdesk.classes.over", over.size()), list(over, words, now));
      earlier.addClassName("desk-classes-over");
      content.add(earlier);
    }
    content.add(list(ahead, words, now));
  }

  private UnorderedList list(List<EventToday> events, DeskWords words, Instant now) {
    UnorderedList list = new UnorderedList();
    list.addClassName("desk-class-list");
    events.forEach(event -> list.add(row(event, words, now)));
    return list;
  }

  private ListItem row(EventToday event, DeskWords words, Instant now) {
    Span time = new Span(words.formats().times(event.startsAt(), event.endsAt()));
    time.addClassName("desk-class-time");
    Anchor title = new Anchor(address(event), event.title());
    title.addClassName("desk-class-title");
    Div head = new Div(time, title);
    head.addClassName("desk-class-head");
    ListItem row = new ListItem(head);
    row.addClassNames("desk-class", "desk-colour-" + event.colour());
    Span where =
        new Span(
            Stream.of(event.trainer(), event.room())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · ")));
    where.addClassName("desk-class-where");
    row.add(where);
    if (event.cancelled()) {
      row.addClassName("desk-class-cancelled");
      head.add(badge(Tone.BAD, Icon.CLOSE, getTranslation("frontdesk.classes.cancelled")));
    } else {
      if (event.running(now)) {
        head.add(badge(Tone.ACCENT, Icon.CLOCK, getTranslation("frontdesk.classes.now")));
      }
      row.add(fill(event));
    }
    return row;
  }

  /** The event in the calendar, with its roster. */
  private String address(EventToday event) {
    Binding binding = reception.bindings().required();
    return CalendarAddress.of(
        binding.slug(),
        LocalDate.ofInstant(event.startsAt(), binding.zone()),
        new EventId(event.id()));
  }

  private Div fill(EventToday event) {
    Integer capacity = event.capacity();
    Div fill = new Div();
    fill.addClassName("desk-fill");
    Span words =
        new Span(
            capacity == null
                ? getTranslation("frontdesk.classes.booked", event.booked())
                : getTranslation("frontdesk.classes.places", event.booked(), capacity));
    words.addClassName("desk-fill-words");
    if (capacity != null) {
      Div bar = new Div();
      bar.addClassName("desk-fill-bar");
      bar.getStyle().set("--fill", Math.round(event.fill() * 100) + "%");
      bar.getElement().setAttribute("aria-hidden", "true");
      fill.add(bar);
    }
    fill.add(words);
    if (event.waiting() > 0) {
      fill.add(
          badge(
              Tone.CAUTION,
              Icon.WAITLIST,
              getTranslation("frontdesk.classes.waiting", event.waiting())));
    } else if (event.full()) {
      fill.add(badge(Tone.CAUTION, Icon.LOCK, getTranslation("frontdesk.classes.full")));
    }
    return fill;
  }

  private static StatusBadge badge(Tone tone, Icon icon, String words) {
    return new StatusBadge(tone, icon, words);
  }
}
