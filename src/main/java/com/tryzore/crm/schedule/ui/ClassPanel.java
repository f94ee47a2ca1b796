package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.BookingRules;
import com.tryzore.crm.schedule.CalendarDetail;
import com.tryzore.crm.schedule.CalendarEvent;
import com.tryzore.crm.schedule.ClassMember;
import com.tryzore.crm.schedule.EmergencyContact;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.MarkedTogether;
import com.tryzore.crm.schedule.Marking;
import com.tryzore.crm.schedule.ParticipantId;
import com.tryzore.crm.schedule.PlaceStatus;
import com.tryzore.crm.schedule.WalkIn;
import com.tryzore.crm.schedule.WalkInHit;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Section;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.PessimisticLockingFailureException;

/** The roster of a class for whoever teaches it: marked, walked in, kept up to date. */
final class ClassPanel extends Composite<Section> implements ClassRow.Deeds {

  private static final Duration CONTACT_BEFORE = Duration.ofHours(1);
  private static final Duration CONTACT_AFTER = Duration.ofHours(2);
  private static final String DUE = "zore-due";

  private final transient ClassKit kit;
  private final transient BookingWords booking;
  private final transient Runnable onGone;
  private final ClassHead head;
  private final WalkInField walkIn;
  private final RefusalNotice refusal = new RefusalNotice();
  private final ClassLists lists;
  private final transient LiveRoster roster;
  private transient CalendarDetail shown;

  /**
   * @param roster who is in it, read just now
   * @param onGone what to do when somebody else teaches it from now on
   */
  ClassPanel(
      ClassKit kit, TaughtWords words, CalendarDetail detail, LiveRoster roster, Runnable onGone) {
    this.kit = kit;
    this.booking = new BookingWords(words.event());
    this.onGone = onGone;
    this.shown = detail;
    this.roster = roster;
    head = new ClassHead(words, this::allPresent);
    walkIn = new WalkInField(this::find, this::letIn);
    lists = new ClassLists(words, kit.photos(), this);
    getContent().addClassName("class-panel");
    getContent().getElement().setAttribute("aria-labelledby", ClassHead.TITLE);
    getContent().add(head, walkIn, refusal, lists);
    getContent().getElement().addEventListener(DUE, due -> refresh());
    show();
  }

  EventId event() {
    return shown.event().id();
  }

  /** Shows the class as it is now; says so when somebody else teaches it. */
  void refresh() {
    Optional<CalendarDetail> now = kit.classes().find(event());
    if (now.isEmpty()) {
      onGone.run();
      return;
    }
    shown = now.get();
    roster.refresh();
    show();
  }

  private void show() {
    CalendarEvent event = shown.event();
    Instant now = Instant.now();
    BookingRules rules = kit.settings().read();
    Instant opens = event.startsAt().minus(rules.checkInBefore());
    Instant absentFrom = event.startsAt().plus(rules.noShowAfter());
    boolean open = !event.cancelled() && !now.isBefore(opens);
    ClassRow.Now may =
        new ClassRow.Now(
            open,
            !event.cancelled() && !now.isBefore(absentFrom),
            !now.isBefore(contactFrom(event, opens))
                && now.isBefore(event.endsAt().plus(CONTACT_AFTER)));
    head.show(shown, roster.members(), open, opens);
    walkIn.setVisible(open && !event.over(now));
    lists.show(roster.members(), may);
    Stream.of(
            opens,
            contactFrom(event, opens),
            event.startsAt(),
            absentFrom,
            event.endsAt(),
            event.endsAt().plus(CONTACT_AFTER))
        .filter(moment -> moment.isAfter(now))
        .min(Instant::compareTo)
        .ifPresent(moment -> wake(Duration.between(now, moment)));
  }

  private static Instant contactFrom(CalendarEvent event, Instant opens) {
    Instant anHourBefore = event.startsAt().minus(CONTACT_BEFORE);
    return opens.isBefore(anHourBefore) ? opens : anHourBefore;
  }

  /** Looks again when something begins to be possible, or ends to be. */
  private void wake(Duration after) {
    if (after.compareTo(Duration.ofHours(12)) < 0) {
      getContent()
          .getElement()
          .executeJs(
              """
              clearTimeout(this.zoreDue);
              this.zoreDue = setTimeout(() => this.dispatchEvent(new CustomEvent($1)), $0)""",
              after.toMillis() + 500,
              DUE);
    }
  }

  @Override
  public void mark(ClassMember member, PlaceStatus status) {
    attempt(
        () -> {
          Marking marking = kit.bookings().mark(member.participant(), status);
          if (marking != Marking.DONE && marking != Marking.UNCHANGED) {
            Toasts.trouble(booking.sentence(marking));
          }
        });
  }

  @Override
  public EmergencyContact contact(ClassMember member) {
    return kit.rosters().emergencyContact(member.participant());
  }

  private void allPresent() {
    List<ParticipantId> booked =
        roster.members().stream()
            .filter(member -> member.status() == PlaceStatus.BOOKED)
            .map(ClassMember::participant)
            .toList();
    attempt(
        () -> {
          MarkedTogether marked = together(booked, PlaceStatus.BOOKED, PlaceStatus.ATTENDED);
          if (marked.outcome() == Marking.DONE) {
            Toasts.undoable(
                getTranslation("schedule.taught.allPresent.done", marked.marked().size()),
                () ->
                    attempt(
                        () -> together(marked.marked(), PlaceStatus.ATTENDED, PlaceStatus.BOOKED)));
          } else if (marked.outcome() != Marking.UNCHANGED) {
            Toasts.trouble(booking.sentence(marked.outcome()));
          }
        });
  }

  private MarkedTogether together(List<ParticipantId> places, PlaceStatus from, PlaceStatus to) {
    return kit.bookings().mark(event(), places, from, to);
  }

  private List<WalkInHit> find(String typed) {
    refusal.clear();
    return kit.rosters().findWalkIns(event(), typed);
  }

  private void letIn(WalkInHit hit) {
    attempt(
        () -> {
          switch (kit.bookings().walkIn(event(), hit.client())) {
            case WalkIn.Attended(ParticipantId place) -> letIn(hit, place);
            case WalkIn.Already already ->
                Toasts.note(getTranslation("schedule.roster.presentAlready", hit.name()));
            case WalkIn.Refused(WalkIn.Reason reason) ->
                refusal.show(
                    getTranslation("schedule.taught.walkIn.not", hit.name()),
                    List.of(new RefusalNotice.Line(booking.sentence(reason), null)),
                    null);
            case WalkIn.Unknown unknown -> Toasts.trouble(getTranslation("schedule.roster.gone"));
          }
        });
  }

  /** Somebody booked is only marked; whoever had no place loses it again by the undo. */
  private void letIn(WalkInHit hit, ParticipantId place) {
    Toasts.undoable(
        getTranslation("schedule.roster.walkedIn", hit.name()),
        () ->
            attempt(
                () -> {
                  if (hit.place() != null) {
                    kit.bookings().mark(place, PlaceStatus.BOOKED);
                  } else if (!kit.bookings().undoWalkIn(event(), place)) {
                    Toasts.trouble(getTranslation("schedule.taught.walkIn.late", hit.name()));
                  }
                }));
  }

  private void attempt(Runnable deed) {
    try {
      deed.run();
    } catch (PessimisticLockingFailureException lostEveryRace) {
      Toasts.trouble(getTranslation("schedule.roster.busy"));
    } catch (com.tryzore.crm.access.NotAllowedException taughtByAnother) {
      // The look that follows finds it out and says so.
    }
    refresh();
  }
}
