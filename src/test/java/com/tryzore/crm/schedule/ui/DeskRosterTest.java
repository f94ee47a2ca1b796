package com.tryzore.crm.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.schedule.Booking;
import com.tryzore.crm.schedule.Bookings;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.ParticipantId;
import com.tryzore.crm.schedule.ScheduleGym;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The roster of an event as the desk has it over the calendar. */
@SpringBootTest(properties = "zore.data=target")
class DeskRosterTest {

  private static final Duration TOMORROW = Duration.ofHours(24);

  @Autowired ApplicationContext context;
  @Autowired Bookings bookings;

  private final ScheduleGym river = ScheduleGym.open("River");
  private TestTabs tabs;
  private BrowserlessUIContext desk;

  @BeforeEach
  void a_desk() {
    tabs = TestTabs.of(context);
    desk = tabs.signedIn(river.gym().person("Dana Desk", Tier.STAFF));
    desk.navigate(CalendarAddress.of(river.gym().slug()), CalendarView.class);
  }

  @AfterEach
  void close() {
    tabs.close();
  }

  private ParticipantId book(EventId event, ClientId client) {
    return switch (bookings.book(event, client)) {
      case Booking.Booked(ParticipantId place) -> place;
      case Booking.Waitlisted(ParticipantId place, long position) -> place;
      default -> throw new AssertionError("not booked");
    };
  }

  private String roster(EventId event) {
    UI.getCurrent()
        .navigate(
            CalendarAddress.of(river.gym().slug()), QueryParameters.fromString("event=" + event));
    return desk.find(RosterPanel.class).single().getElement().getTextRecursively();
  }

  @Test
  void the_line_stands_in_its_order_with_who_is_next_who_is_passed_over_and_why() {
    EventId spin = river.event("Spin", TOMORROW, 1);
    EventId yoga = river.event("Yoga", TOMORROW.plusMinutes(30), 9);
    List<ClientId> people = river.members(4);
    people.forEach(person -> book(spin, person));
    book(yoga, people.get(1));
    String shown = roster(spin);
    assertThat(shown)
        .containsSubsequence(
            "Member0 Test",
            "Waiting list (3)",
            "Free places go to the next in line until",
            "Member1 Test",
            "Passed over: There is a place booked in Yoga",
            "Member2 Test",
            "Gets the next free place",
            "Member3 Test",
            "One person goes first");
  }

  @Test
  void who_moved_up_who_was_passed_over_and_who_cancelled_late_stays_to_be_read() {
    EventId spin = river.event("Spin", TOMORROW, 1);
    EventId yoga = river.event("Yoga", TOMORROW.plusMinutes(30), 9);
    List<ClientId> people = river.members(3);
    ParticipantId first = book(spin, people.get(0));
    book(spin, people.get(1));
    book(spin, people.get(2));
    book(yoga, people.get(1));
    river.settings("{\"late_cancel_minutes\": 2880}");
    bookings.cancel(first);
    assertThat(roster(spin))
        .containsSubsequence("Member2 Test", "Moved up from the waiting list", "Given up (2)")
        .contains("Cancelled late", "Passed over: There is a place booked in Yoga");
  }

  @Test
  void who_did_not_come_is_shown_and_the_roster_can_be_printed() {
    EventId spin = river.event("Spin", Duration.ofMinutes(-5), 5);
    ClientId ann = river.member("Ann");
    river
        .gym()
        .execute(
            "insert into event_participants (organization_id, event_id, client_id, status, booked_by)"
                + " select ?, ?, ?, 'no_show', user_id from user_organizations where organization_id ="
                + " ? limit 1",
            river.gym().id().value(),
            spin.value(),
            ann.value(),
            river.gym().id().value());
    assertThat(roster(spin)).contains("Ann Test", "Did not come");
    assertThat(desk.find(Anchor.class).all())
        .extracting(Anchor::getHref)
        .contains(TaughtAddress.print(river.gym().slug(), spin));
  }
}
