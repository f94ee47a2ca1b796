package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberHit;
import com.tryzore.crm.members.StandingChangedException;
import com.tryzore.crm.schedule.Booking;
import com.tryzore.crm.schedule.BookingRefusal;
import com.tryzore.crm.schedule.BookingRules;
import com.tryzore.crm.schedule.CalendarEvent;
import com.tryzore.crm.schedule.Cancellation;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.Marking;
import com.tryzore.crm.schedule.ParticipantId;
import com.tryzore.crm.schedule.PaymentStatus;
import com.tryzore.crm.schedule.PlaceStatus;
import com.tryzore.crm.schedule.Restoration;
import com.tryzore.crm.schedule.RosterEntry;
import com.tryzore.crm.schedule.Waitlist;
import com.tryzore.crm.schedule.WalkIn;
import com.tryzore.crm.ui.QueryState;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;

/** Who has a place in an event, for the desk: booked by name, marked, cancelled, taken back. */
final class RosterPanel extends Composite<Div> implements RosterRow.Deeds {

  private final transient EventDialogs kit;
  private final transient BookingWords words;
  private final BookField field;
  private final RefusalNotice refusal = new RefusalNotice();
  private final RosterLists lists;
  private transient @Nullable CalendarEvent shown;

  RosterPanel(EventDialogs kit, EventWords event) {
    this.kit = kit;
    this.words = new BookingWords(event);
    field =
        new BookField(
            kit.search(),
            day -> getTranslation("schedule.roster.born", event.formats().date(day)),
            this::typed);
    lists = new RosterLists(words, kit.photos(), this);
    getContent().addClassName("roster-panel");
    getContent().add(field, refusal, lists);
  }

  /** Reads the places of the event again. */
  void show(CalendarEvent event) {
    shown = event;
    Instant now = Instant.now();
    field.setVisible(!event.cancelled() && !event.over(now));
    field.label(getTranslation(begun(event) ? "schedule.roster.walkIn" : "schedule.roster.book"));
    BookingRules rules = kit.settings().read();
    RosterRow.Now may =
        new RosterRow.Now(
            !event.cancelled() && !now.isBefore(event.startsAt().minus(rules.checkInBefore())),
            !event.cancelled() && !now.isBefore(event.startsAt().plus(rules.noShowAfter())),
            !event.over(now) && !event.cancelled());
    List<RosterEntry> entries = kit.rosters().forDesk(event.id());
    boolean asksForLine =
        event.waiting() > 0 || entries.stream().anyMatch(entry -> entry.status().ended());
    Waitlist line = asksForLine ? kit.waitlists().of(event.id()).orElse(null) : null;
    lists.show(entries, line, may);
  }

  private static boolean begun(CalendarEvent event) {
    return !event.startsAt().isAfter(Instant.now());
  }

  private void typed(MemberHit hit) {
    attempt(
        event -> {
          if (begun(event)) {
            walkedIn(hit, kit.bookings().walkIn(event.id(), hit.id()));
          } else {
            booked(hit.id(), hit.name(), kit.bookings().book(event.id(), hit.id()));
          }
        });
  }

  private void booked(ClientId client, String name, Booking booking) {
    refusal.clear();
    switch (booking) {
      case Booking.Booked(ParticipantId place) ->
          Toasts.undoable(
              getTranslation("schedule.roster.booked", name),
              () -> attempt(event -> kit.bookings().cancelExcused(place)));
      case Booking.Waitlisted(ParticipantId place, long position) ->
          Toasts.undoable(
              getTranslation("schedule.roster.waitlisted", name, position),
              () -> attempt(event -> kit.bookings().cancelExcused(place)));
      case Booking.Refused refused ->
          refusal.show(
              getTranslation("schedule.refusal.heading", name),
              mends(client, refused.reasons()),
              refused.mayOverride() ? reason -> anyway(client, name, reason) : null);
      case Booking.Unknown unknown -> Toasts.trouble(getTranslation("schedule.roster.gone"));
    }
  }

  private List<RefusalNotice.Line> mends(ClientId client, List<BookingRefusal> reasons) {
    return shown == null
        ? List.of()
        : new Mends(words.event(), client, shown, true, () -> {}).lines(reasons);
  }

  private void anyway(ClientId client, String name, String reason) {
    attempt(event -> booked(client, name, kit.bookings().bookAnyway(event.id(), client, reason)));
    field.focus();
  }

  private void walkedIn(MemberHit hit, WalkIn walkIn) {
    refusal.clear();
    switch (walkIn) {
      case WalkIn.Attended(ParticipantId place) ->
          Toasts.done(getTranslation("schedule.roster.walkedIn", hit.name()));
      case WalkIn.Already(ParticipantId place) ->
          Toasts.note(getTranslation("schedule.roster.presentAlready", hit.name()));
      case WalkIn.Refused(WalkIn.Reason reason) ->
          refusal.show(
              getTranslation("schedule.refusal.heading", hit.name()),
              RefusalNotice.plain(List.of(words.sentence(reason))),
              null);
      case WalkIn.Unknown unknown -> Toasts.trouble(getTranslation("schedule.roster.gone"));
    }
  }

  @Override
  public void mark(RosterEntry entry, PlaceStatus status) {
    attempt(
        event -> {
          Marking marking = kit.bookings().mark(entry.participant(), status);
          if (marking != Marking.DONE && marking != Marking.UNCHANGED) {
            Toasts.trouble(words.sentence(marking));
          }
        });
  }

  @Override
  public void cancel(RosterEntry entry) {
    attempt(
        event -> {
          switch (kit.bookings().cancel(entry.participant())) {
            case Cancellation.Done done ->
                Toasts.undoable(
                    words.cancelled(entry.name(), done.late(), done.promoted()),
                    () -> restore(entry));
            case Cancellation.Already already ->
                Toasts.note(getTranslation("schedule.roster.cancelled", entry.name()));
            case Cancellation.Marked marked ->
                Toasts.trouble(getTranslation("schedule.roster.marked", entry.name()));
            case Cancellation.Over over -> Toasts.trouble(getTranslation("schedule.roster.over"));
            case Cancellation.Unknown unknown ->
                Toasts.trouble(getTranslation("schedule.roster.gone"));
          }
        });
    field.focus();
  }

  @Override
  public void restore(RosterEntry entry) {
    attempt(
        event -> {
          switch (kit.bookings().restore(entry.participant())) {
            case Restoration.Booked booked ->
                Toasts.done(getTranslation("schedule.roster.restored", entry.name()));
            case Restoration.Waitlisted(long position) ->
                Toasts.done(getTranslation("schedule.roster.waitlisted", entry.name(), position));
            case Restoration.SeatTaken taken ->
                Toasts.trouble(getTranslation("schedule.roster.seatTaken", entry.name()));
            case Restoration.Already already ->
                Toasts.note(getTranslation("schedule.roster.restored", entry.name()));
            case Restoration.Refused refused ->
                refusal.show(
                    getTranslation("schedule.refusal.heading", entry.name()),
                    mends(entry.client(), refused.reasons()),
                    null);
            case Restoration.Unknown unknown ->
                Toasts.trouble(getTranslation("schedule.roster.gone"));
          }
        });
    field.focus();
  }

  @Override
  public void pay(RosterEntry entry, PaymentStatus status) {
    attempt(event -> paid(entry, entry.payment(), status));
  }

  private void paid(RosterEntry entry, PaymentStatus from, PaymentStatus to) {
    if (kit.payments().change(entry.participant(), from, to)) {
      Toasts.undoable(
          getTranslation(
              "schedule.roster.paymentDone",
              entry.name(),
              getTranslation("schedule.payment." + QueryState.word(to))),
          () -> attempt(event -> paid(entry, to, from)));
    } else {
      Toasts.trouble(getTranslation("schedule.roster.paymentChanged", entry.name()));
    }
  }

  @Override
  public void join(RosterEntry entry) {
    attempt(
        event ->
            kit.tours()
                .join(event.id(), entry.client())
                .ifPresentOrElse(
                    joined ->
                        Toasts.undoable(
                            getTranslation("schedule.roster.joined", entry.name()),
                            () -> attempt(same -> kit.tours().takeBack(joined))),
                    () -> Toasts.note(getTranslation("schedule.roster.noLead", entry.name()))));
    field.focus();
  }

  /** Does something with the event on screen, and reads it again. */
  private void attempt(Consumer<CalendarEvent> deed) {
    CalendarEvent event = shown;
    if (event == null) {
      return;
    }
    try {
      deed.accept(event);
    } catch (PessimisticLockingFailureException lostEveryRace) {
      Toasts.trouble(getTranslation("schedule.roster.busy"));
    } catch (StandingChangedException changed) {
      Toasts.trouble(getTranslation("schedule.roster.standingChanged"));
    }
    EventId id = event.id();
    kit.calendar().find(id).ifPresent(detail -> show(detail.event()));
  }
}
