package com.tryzore.crm.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.ScheduleGym;
import com.tryzore.crm.ui.EmptyState;
import com.tryzore.crm.ui.Toolbar;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The calendar on screen, for people of two gyms at once. */
@SpringBootTest(properties = "zore.data=target")
class CalendarViewTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Duration HOUR = Duration.ofHours(1);

  @Autowired ApplicationContext context;

  private final ScheduleGym river = ScheduleGym.open("River");
  private final ScheduleGym hill = ScheduleGym.open("Hill");
  private TestTabs tabs;

  @BeforeEach
  void two_gyms_with_classes() {
    tabs = TestTabs.of(context);
    river.event("Yoga", at("2031-03-04T18:00"), HOUR, 10, null);
    hill.event("Boxing", at("2031-03-04T18:00"), HOUR, 10, null);
  }

  @AfterEach
  void close() {
    tabs.close();
  }

  @Test
  void two_desks_in_two_gyms_see_their_own_week() {
    BrowserlessUIContext one = opened(river, Tier.STAFF, "date=2031-03-04");
    BrowserlessUIContext other = opened(hill, Tier.STAFF, "date=2031-03-04");
    assertThat(titles(other)).containsExactly("Boxing");
    one.activate();
    assertThat(titles(one)).containsExactly("Yoga");
    assertThat(text(one, Toolbar.class)).contains("one event");
  }

  @Test
  void a_trainer_sees_the_timetable_and_no_roster() {
    EventId event = river.event("Boxing", at("2031-03-05T18:00"), HOUR, 10, null);
    BrowserlessUIContext trainer = opened(river, Tier.TRAINER, "date=2031-03-04&event=" + event);
    assertThat(titles(trainer)).containsExactly("Yoga", "Boxing");
    assertThat(trainer.find(EventFacts.class).all()).hasSize(1);
    assertThat(trainer.find(RosterPanel.class).all()).isEmpty();
  }

  @Test
  void a_link_with_filters_view_and_date_shows_the_same_to_a_colleague() {
    EventId tour = river.event("Tour", at("2031-03-05T10:00"), HOUR, 1, null);
    river.set(tour, "kind", "tour");
    BrowserlessUIContext desk = opened(river, Tier.STAFF, "view=month&date=2031-03-20&kind=tour");
    assertThat(titles(desk)).containsExactly("Tour");
    CalendarSheet sheet = sheet(desk);
    assertThat(sheet.view()).isEqualTo("month");
    assertThat(sheet.date()).isEqualTo("2031-03-20");
    assertThat(text(desk, CalendarHead.class)).contains("March 2031");
  }

  @Test
  void an_address_that_says_nonsense_shows_this_week() {
    BrowserlessUIContext desk =
        opened(river, Tier.STAFF, "view=decade&date=yesterday&room=x&event=y");
    assertThat(sheet(desk).view()).isEqualTo("week");
    assertThat(desk.find(EventDialog.class).all()).isEmpty();
  }

  @Test
  void an_empty_week_says_where_the_timetable_goes_on_and_leads_there() {
    BrowserlessUIContext desk = opened(river, Tier.STAFF, "date=2031-02-10");
    assertThat(text(desk, EmptyState.class)).contains("Nothing on this week", "Go to Tue");
    desk.find(Button.class).all().stream()
        .filter(button -> button.getText().startsWith("Go to"))
        .findFirst()
        .orElseThrow()
        .click();
    assertThat(titles(desk)).containsExactly("Yoga");
    assertThat(address()).contains("date=2031-03-04");
  }

  @Test
  void filters_that_nothing_fits_can_be_taken_away() {
    BrowserlessUIContext desk = opened(river, Tier.STAFF, "date=2031-03-04&kind=tour");
    assertThat(text(desk, EmptyState.class)).contains("No event fits the filters");
  }

  @Test
  void wall_times_are_the_gyms_and_the_hour_that_comes_twice_keeps_its_length() {
    river.event("First", Instant.parse("2031-10-26T00:30:00Z"), HOUR, 10, null);
    river.event("Second", Instant.parse("2031-10-26T01:30:00Z"), HOUR, 10, null);
    BrowserlessUIContext desk = opened(river, Tier.STAFF, "view=day&date=2031-10-26");
    List<CalendarSheet.Item> night = sheet(desk).events();
    assertThat(night).extracting(CalendarSheet.Item::title).containsExactly("First", "Second");
    assertThat(night.getFirst().start()).isEqualTo("2031-10-26T02:30:00");
    assertThat(night.getFirst().end()).isEqualTo("2031-10-26T03:30:00");
    assertThat(night.getFirst().times()).contains("+02:00").contains("+01:00");
    assertThat(night.getLast().start()).isEqualTo("2031-10-26T02:30:00");
    assertThat(night.getLast().end()).isEqualTo("2031-10-26T03:30:00");
    assertThat(night.getLast().begins()).contains("+01:00");
  }

  @Test
  void today_earlier_and_later_move_by_what_is_shown() {
    BrowserlessUIContext desk = opened(river, Tier.STAFF, "view=month&date=2031-03-31");
    CalendarView view = desk.find(CalendarView.class).single();
    view.step(-1);
    assertThat(sheet(desk).date()).isEqualTo("2031-02-28");
    view.mode(CalendarMode.DAY);
    view.step(1);
    assertThat(address()).contains("date=2031-03-01").contains("view=day");
    view.today();
    assertThat(address()).doesNotContain("date=");
  }

  @Test
  void a_trainer_moves_nothing() {
    EventId event = river.event("Late", at("2031-03-06T18:00"), HOUR, 10, null);
    BrowserlessUIContext trainer = opened(river, Tier.TRAINER, "date=2031-03-04&event=" + event);
    assertThat(sheet(trainer).movable()).isFalse();
    assertThat(moveButtons(trainer)).isEmpty();
  }

  @Test
  void the_desk_moves_what_is_to_come_and_the_calendar_behind_hears_of_it()
      throws InterruptedException {
    EventId event = river.event("Late", at("2031-03-06T18:00"), HOUR, 10, null);
    BrowserlessUIContext desk = opened(river, Tier.STAFF, "date=2031-03-04&event=" + event);
    assertThat(sheet(desk).movable()).isTrue();
    moveButtons(desk).getFirst().click();
    MoveDialog form = desk.find(MoveDialog.class).single();
    desk.find(TimePicker.class).withLabel("Start").single().setValue(LocalTime.of(20, 15));
    form.save();
    assertThat(form.isOpened()).isFalse();
    assertThat(startOf(event)).isEqualTo(at("2031-03-06T20:15"));
    Instant patience = Instant.now().plusSeconds(10);
    while (sheet(desk).events().stream().noneMatch(one -> one.start().equals("2031-03-06T20:15:00"))
        && Instant.now().isBefore(patience)) {
      Thread.sleep(20);
      desk.roundTrip();
    }
    assertThat(sheet(desk).events())
        .extracting(CalendarSheet.Item::start)
        .contains("2031-03-06T20:15:00");
  }

  @Test
  void a_drag_that_meets_a_taken_room_opens_the_form_and_says_so() {
    UUID room =
        Objects.requireNonNull(
            river
                .gym()
                .value(
                    UUID.class,
                    "insert into rooms (organization_id, name) values (?, 'Studio') returning id",
                    river.gym().id().value()));
    EventId event = river.event("Late", at("2031-03-06T18:00"), HOUR, 10, null);
    EventId other = river.event("Early", at("2031-03-06T10:00"), HOUR, 10, null);
    river.set(event, "room_id", room);
    river.set(other, "room_id", room);
    BrowserlessUIContext desk = opened(river, Tier.STAFF, "date=2031-03-04");
    desk.find(CalendarView.class)
        .single()
        .moving()
        .dragged(event, new MoveTo(LocalDateTime.parse("2031-03-06T10:30"), HOUR));
    assertThat(text(desk, MoveDialog.class)).contains("The room is taken then", "Early");
    assertThat(startOf(event)).isEqualTo(at("2031-03-06T18:00"));
  }

  private static List<Button> moveButtons(BrowserlessUIContext tab) {
    return tab.find(Button.class).all().stream()
        .filter(button -> button.getText().startsWith("Move"))
        .toList();
  }

  private Instant startOf(EventId event) {
    return Objects.requireNonNull(
            river
                .gym()
                .value(
                    OffsetDateTime.class,
                    "select starts_at from events where id = ?",
                    event.value()))
        .toInstant();
  }

  @Test
  void an_event_of_another_gym_does_not_open() {
    EventId other = hill.event("Secret", at("2031-03-04T09:00"), HOUR, 10, null);
    BrowserlessUIContext desk = opened(river, Tier.STAFF, "date=2031-03-04&event=" + other);
    assertThat(desk.find(EventDialog.class).all()).isEmpty();
    assertThat(address()).doesNotContain("event=");
  }

  private BrowserlessUIContext opened(ScheduleGym gym, Tier tier, String query) {
    TestGym.Person person = gym.gym().person("Dana Desk", tier);
    BrowserlessUIContext tab = tabs.signedIn(person);
    tab.navigate(CalendarAddress.of(gym.gym().slug()), CalendarView.class);
    UI.getCurrent()
        .navigate(CalendarAddress.of(gym.gym().slug()), QueryParameters.fromString(query));
    return tab;
  }

  private static CalendarSheet sheet(BrowserlessUIContext tab) {
    return Objects.requireNonNull(tab.find(CalendarView.class).single().board().shown());
  }

  private static List<String> titles(BrowserlessUIContext tab) {
    return sheet(tab).events().stream().map(CalendarSheet.Item::title).toList();
  }

  private static String text(BrowserlessUIContext tab, Class<? extends Component> part) {
    return tab.find(part).single().getElement().getTextRecursively();
  }

  private static String address() {
    return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }
}
