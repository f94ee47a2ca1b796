package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.schedule.Booking;
import com.tryzore.crm.schedule.BookingsChanged;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.NextClass;
import com.tryzore.crm.schedule.ParticipantId;
import com.tryzore.crm.schedule.TimetableChanged;
import com.tryzore.crm.ui.Drawing;
import com.tryzore.crm.ui.EmptyState;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.KeyHint;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * The next classes for one member, numbered: a digit or an arrow chooses, Enter books, a click does
 * both, Escape leaves. What changes elsewhere changes here in place; numbers stay while it is open.
 */
@StyleSheet("context://styles/calendar.css")
@StyleSheet("context://styles/book.css")
final class BookDialog extends Dialog {

  private final transient BookDeed deed;
  private final transient ClientId member;
  private final String name;
  private final transient EventWords words;
  private final BookList list;
  private final RefusalNotice refusal = new RefusalNotice();
  private final Div content = new Div();
  private transient List<NextClass> shown = List.of();

  BookDialog(BookDeed deed, ClientId member, String name, EventWords words) {
    this.deed = deed;
    this.member = member;
    this.name = name;
    this.words = words;
    addClassNames("zore-dialog", "book-dialog");
    setHeaderTitle(getTranslation("schedule.book.title", name));
    setWidth("38rem");
    Button close = new Button(Icon.CLOSE.create(), click -> close());
    close.addClassNames("zore-quiet", "zore-icon-button");
    close.setAriaLabel(getTranslation("ui.close"));
    getHeader().add(close);
    list = new BookList(new BookingWords(words), this::chosen);
    content.addClassName("book-content");
    add(content);
    Span keys =
        new Span(
            new KeyHint("1", "–", "9"),
            new Span(getTranslation("schedule.book.choose")),
            new KeyHint("↵"),
            new Span(getTranslation("schedule.book.book")),
            new KeyHint("Esc"),
            new Span(getTranslation("schedule.book.leave")));
    keys.addClassName("book-keys");
    keys.getElement().setAttribute("aria-hidden", "true");
    Anchor whole =
        new Anchor(
            CalendarAddress.of(words.binding().slug()), getTranslation("schedule.book.calendar"));
    whole.getElement().addEventListener("click", click -> close());
    getFooter().add(keys, whole);
    UUID here = words.binding().organization().value();
    deed.kit()
        .live()
        .subscribe(this, here, ScheduleNews.TOPIC, BookingsChanged.class, change -> refresh());
    deed.kit()
        .live()
        .subscribe(this, here, ScheduleNews.TOPIC, TimetableChanged.class, change -> refresh());
  }

  /** Opens with these classes. */
  void open(List<NextClass> classes) {
    shown = classes;
    if (classes.isEmpty()) {
      content.add(
          new EmptyState(
              Drawing.CALENDAR,
              getTranslation("schedule.book.none.title"),
              getTranslation("schedule.book.none.text")));
    } else {
      list.show(classes);
      content.add(list, refusal);
    }
    open();
  }

  private void refresh() {
    if (isOpened() && !shown.isEmpty()) {
      List<NextClass> now = new ArrayList<>(shown);
      for (NextClass read : deed.again(member, shown)) {
        now.replaceAll(old -> old.event().id().equals(read.event().id()) ? read : old);
      }
      shown = List.copyOf(now);
      list.show(shown);
    }
  }

  private void chosen(NextClass one) {
    EventId event = one.event().id();
    attempt(one, () -> deed.kit().bookings().book(event, member));
  }

  private void attempt(NextClass one, Supplier<Booking> booking) {
    refusal.clear();
    try {
      answered(one, booking.get());
    } catch (PessimisticLockingFailureException lostEveryRace) {
      Toasts.trouble(getTranslation("schedule.roster.busy"));
      list.focus();
    }
  }

  private void answered(NextClass one, Booking booking) {
    switch (booking) {
      case Booking.Booked(ParticipantId place) ->
          booked(place, getTranslation("schedule.book.booked", name, when(one)));
      case Booking.Waitlisted(ParticipantId place, long position) ->
          booked(place, getTranslation("schedule.book.waitlisted", name, when(one), position));
      case Booking.Refused refused -> {
        refusal.show(
            getTranslation("schedule.book.refused", name, when(one)),
            new Mends(words, member, one.event(), false, this::close).lines(refused.reasons()),
            refused.mayOverride()
                ? reason ->
                    attempt(
                        one,
                        () -> deed.kit().bookings().bookAnyway(one.event().id(), member, reason))
                : null);
        if (!refusal.ask()) {
          list.focus();
        }
      }
      case Booking.Unknown unknown -> {
        close();
        Toasts.trouble(getTranslation("schedule.roster.gone"));
      }
    }
  }

  private void booked(ParticipantId place, String said) {
    close();
    String person = name;
    Toasts.undoable(said, () -> takeBack(place, person));
  }

  private void takeBack(ParticipantId place, String person) {
    try {
      deed.kit().bookings().cancelExcused(place);
      Toasts.done(I18NProvider.translate("schedule.roster.cancelled", person));
    } catch (PessimisticLockingFailureException lostEveryRace) {
      Toasts.trouble(I18NProvider.translate("schedule.roster.busy"));
    }
  }

  /** Spin, tomorrow 18:00. */
  private String when(NextClass one) {
    return getTranslation(
        "schedule.book.class",
        one.event().title(),
        words.formats().day(words.day(one.event())),
        words.begins(one.event()));
  }
}
