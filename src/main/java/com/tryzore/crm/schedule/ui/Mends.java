package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.schedule.BookingRefusal;
import com.tryzore.crm.schedule.CalendarEvent;
import com.tryzore.crm.schedule.EventId;
import com.vaadin.flow.component.html.Anchor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What puts right the rules that kept a member out of an event.
 *
 * @param words the reader's
 * @param member who was not booked
 * @param event into what
 * @param onRoster whether the roster of the event is on screen already
 * @param leave closes what lies over the page before a link is followed
 */
record Mends(
    EventWords words, ClientId member, CalendarEvent event, boolean onRoster, Runnable leave) {

  /** Each rule as a sentence, with its mend where there is one. */
  List<RefusalNotice.Line> lines(List<BookingRefusal> reasons) {
    BookingWords sentences = new BookingWords(words);
    return reasons.stream()
        .map(reason -> new RefusalNotice.Line(sentences.sentence(reason), mend(reason)))
        .toList();
  }

  private @Nullable Anchor mend(BookingRefusal refusal) {
    return switch (refusal) {
      case BookingRefusal.NoStanding standing -> profile();
      case BookingRefusal.EndsBefore ends -> profile();
      case BookingRefusal.HasPlace place ->
          onRoster ? null : roster("schedule.mend.roster", event.id(), event.startsAt());
      case BookingRefusal.SeatElsewhere other ->
          roster("schedule.mend.other", other.event(), other.startsAt());
      case BookingRefusal.Started started ->
          onRoster ? null : roster("schedule.mend.walkIn", event.id(), event.startsAt());
      case BookingRefusal.EventCancelled cancelled -> null;
      case BookingRefusal.Over over -> null;
      case BookingRefusal.NotOpenYet early -> null;
      case BookingRefusal.Closed closed -> null;
    };
  }

  private Anchor profile() {
    return link("schedule.mend.membership", "o/" + words.binding().slug() + "/members/" + member);
  }

  private Anchor roster(String key, EventId roster, Instant startsAt) {
    LocalDate day = LocalDate.ofInstant(startsAt, words.binding().zone());
    return link(key, CalendarAddress.of(words.binding().slug(), day, roster));
  }

  private Anchor link(String key, String address) {
    Anchor link = new Anchor(address, words.texts().get(key));
    link.getElement().addEventListener("click", click -> leave.run());
    return link;
  }
}
