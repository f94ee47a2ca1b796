package com.tryzore.crm.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.schedule.Bookings;
import com.tryzore.crm.schedule.Calendar;
import com.tryzore.crm.schedule.CalendarChoice;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.EventKind;
import com.tryzore.crm.schedule.PaymentStatus;
import com.tryzore.crm.schedule.Room;
import com.tryzore.crm.schedule.RosterEntry;
import com.tryzore.crm.schedule.Rosters;
import com.tryzore.crm.schedule.ScheduleGym;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The form of an event, as the desk makes and changes one. */
@SpringBootTest(properties = "zore.data=target")
class EventFormTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Duration HOUR = Duration.ofHours(1);

  @Autowired ApplicationContext context;

  private final ScheduleGym gym = ScheduleGym.open("Forms");
  private final TestGym.Person nora = gym.gym().person("Nora Feld", Tier.TRAINER);
  private TestTabs tabs;

  @BeforeEach
  void tabs() {
    tabs = TestTabs.of(context);
    room("Studio", 12);
  }

  @AfterEach
  void close() {
    tabs.close();
  }

  @Test
  void an_empty_slot_becomes_a_class_in_a_room_that_says_how_many_it_holds() {
    BrowserlessUIContext desk = opened(Tier.STAFF);
    EventForm form = slot(desk, "2031-03-04T18:30", Duration.ofMinutes(45));
    EventFields fields = form.fields();
    assertThat(fields.times.day.getValue()).isEqualTo(LocalDate.parse("2031-03-04"));
    assertThat(fields.times.start.getValue()).isEqualTo(LocalTime.of(18, 30));
    assertThat(fields.times.end.getValue()).isEqualTo(LocalTime.of(19, 15));
    form.save();
    assertThat(form.isOpened()).isTrue();
    assertThat(fields.title.getErrorMessage()).contains("title");
    fields.title.setValue("Yoga");
    choose(fields.place.room, "Studio");
    assertThat(fields.capacity.getValue()).isEqualTo(12);
    choose(fields.trainer, "Nora Feld");
    form.save();
    assertThat(form.isOpened()).isFalse();
    heard(desk, "Yoga");
    assertThat(row("Yoga")).isEqualTo("class Studio Nora Feld 12 45");
  }

  @Test
  void a_length_follows_from_the_end_and_an_end_before_the_start_is_on_the_next_day() {
    EventForm form = slot(opened(Tier.STAFF), "2031-03-04T23:30", HOUR);
    EventTimes times = form.fields().times;
    assertThat(times.end.getValue()).isEqualTo(LocalTime.of(0, 30));
    assertThat(times.end.getHelperText()).isNotEmpty();
    times.end.setValue(LocalTime.of(23, 50));
    assertThat(times.minutes.getValue()).isEqualTo(20);
    assertThat(times.end.getHelperText()).isEmpty();
    times.start.setValue(LocalTime.of(18, 0));
    assertThat(times.end.getValue()).isEqualTo(LocalTime.of(18, 20));
  }

  @Test
  void a_taken_room_is_refused_with_the_other_event_and_a_busy_trainer_only_warned_of() {
    EventId early = gym.event("Early", at("2031-03-04T18:00"), HOUR, 10, nora);
    gym.set(early, "room_id", room("Hall", 20));
    BrowserlessUIContext desk = opened(Tier.STAFF);
    EventForm form = slot(desk, "2031-03-04T18:30", HOUR);
    form.fields().title.setValue("Late");
    choose(form.fields().place.room, "Hall");
    choose(form.fields().trainer, "Nora Feld");
    form.save();
    assertThat(text(form)).contains("The room is taken then", "Early", "18:00–19:00");
    assertThat(button(desk, "Save all the same")).isEmpty();
    choose(form.fields().place.room, "Studio");
    form.save();
    assertThat(text(form)).contains("The trainer teaches something else then", "Early");
    assertThat(form.isOpened()).isTrue();
    assertThat(button(desk, "Save all the same")).hasSize(1);
    form.save();
    assertThat(form.isOpened()).isFalse();
    heard(desk, "Late");
    assertThat(row("Late")).isEqualTo("class Studio Nora Feld 12 60");
  }

  @Test
  void personal_training_has_one_place_and_needs_a_trainer() {
    EventForm form = slot(opened(Tier.STAFF), "2031-03-04T18:30", HOUR);
    EventFields fields = form.fields();
    fields.kind.setValue(EventKind.PERSONAL_TRAINING);
    assertThat(fields.title.getValue()).isEqualTo("Personal training");
    assertThat(fields.capacity.getValue()).isEqualTo(1);
    form.save();
    assertThat(fields.trainer.getErrorMessage()).contains("trainer");
    assertThat(form.isOpened()).isTrue();
  }

  @Test
  void what_two_change_at_once_is_asked_field_by_field_and_nothing_typed_is_lost() {
    EventId event = gym.event("Yoga", at("2031-03-04T18:00"), HOUR, 10, null);
    BrowserlessUIContext desk = opened(Tier.STAFF, "date=2031-03-04&event=" + event);
    button(desk, "Edit").getFirst().click();
    EventForm form = desk.find(EventForm.class).single();
    gym.set(event, "title", "Power yoga");
    gym.set(event, "capacity", 14);
    form.fields().title.setValue("Gentle yoga");
    form.fields().description.setValue("Bring a mat.");
    form.save();
    assertThat(form.isOpened()).isTrue();
    List<RadioButtonGroup<?>> asked =
        desk.find(RadioButtonGroup.class).all().stream()
            .<RadioButtonGroup<?>>map(one -> (RadioButtonGroup<?>) one)
            .filter(one -> List.of("Title", "Places", "Description").contains(one.getLabel()))
            .toList();
    assertThat(asked).hasSize(3);
    pick(asked.getFirst());
    button(desk, "Save the choice").getFirst().click();
    assertThat(form.isOpened()).isFalse();
    heard(desk, "Gentle yoga");
    assertThat(
            gym.gym()
                .value(
                    String.class,
                    "select concat_ws('|', title, capacity, description) from events where id = ?",
                    event.value()))
        .isEqualTo("Gentle yoga|14|Bring a mat.");
  }

  @Test
  void a_cancellation_names_who_loses_a_place_and_is_taken_back_with_their_places() {
    EventId event = gym.event("Yoga", at("2031-03-04T18:00"), HOUR, 10, null);
    Bookings bookings = context.getBean(Bookings.class);
    BrowserlessUIContext desk = opened(Tier.STAFF, "date=2031-03-04&event=" + event);
    bookings.book(event, gym.member("Ann"));
    button(desk, "Cancel …").getFirst().click();
    CancelDialog form = desk.find(CancelDialog.class).single();
    assertThat(text(form)).contains("One person loses a place", "Ann Test");
    bookings.book(event, gym.member("Bob"));
    form.save();
    assertThat(form.isOpened()).isTrue();
    assertThat(text(form)).contains("2 people lose their places", "Bob Test");
    form.save();
    assertThat(form.isOpened()).isFalse();
    assertThat(gym.places(event)).containsExactly("Ann cancelled", "Bob cancelled");
    button(desk, "Undo").getLast().click();
    assertThat(gym.places(event)).containsExactly("Ann booked", "Bob booked");
    heard(desk, "Yoga");
  }

  @Test
  void a_lead_becomes_a_member_in_one_step_from_the_tour_and_is_a_lead_again_when_taken_back() {
    EventId tour = gym.event("Tour", at("2031-03-04T18:00"), HOUR, null, null);
    gym.set(tour, "kind", "tour");
    ClientId lead = gym.member("Lea", "prospect", null);
    BrowserlessUIContext desk = opened(Tier.STAFF, "date=2031-03-04&event=" + tour);
    context.getBean(Bookings.class).book(tour, lead);
    desk.find(RosterPanel.class)
        .single()
        .show(context.getBean(Calendar.class).find(tour).orElseThrow().event());
    button(desk, "Becomes a member").getFirst().click();
    assertThat(standing(lead, tour)).isEqualTo("active joined");
    assertThat(desk.find(RosterRow.class).single().getElement().getTextRecursively())
        .contains("Lea");
    button(desk, "Undo").getLast().click();
    assertThat(standing(lead, tour)).isEqualTo("prospect");
    heard(desk, "Tour");
  }

  private String standing(ClientId client, EventId tour) {
    return Objects.requireNonNull(
        gym.gym()
            .value(
                String.class,
                """
                select concat_ws(' ', co.status, e.tour_outcome)
                  from client_organizations co, events e
                 where co.client_id = ? and e.id = ?
                """,
                client.value(),
                tour.value()));
  }

  @Test
  void what_a_place_costs_and_whether_it_is_paid_stands_on_the_roster_and_is_changed_there() {
    EventId event = gym.event("Workshop", at("2031-03-04T18:00"), HOUR, 10, null);
    gym.set(event, "price_minor", 1250L);
    BrowserlessUIContext desk = opened(Tier.STAFF, "date=2031-03-04&event=" + event);
    context.getBean(Bookings.class).book(event, gym.member("Ann"));
    RosterPanel panel = desk.find(RosterPanel.class).single();
    panel.show(context.getBean(Calendar.class).find(event).orElseThrow().event());
    assertThat(text(panel)).contains("12.50 · Not paid");
    RosterEntry place = context.getBean(Rosters.class).forDesk(event).getFirst();
    panel.pay(place, PaymentStatus.PAID);
    assertThat(text(panel)).contains("12.50 · Paid");
    panel.pay(place, PaymentStatus.WAIVED);
    assertThat(text(panel)).as("what somebody else decided stays").contains("12.50 · Paid");
    button(desk, "Undo").getFirst().click();
    assertThat(text(panel)).contains("12.50 · Not paid");
    heard(desk, "Workshop");
  }

  @Test
  void a_trainer_makes_nothing_here() {
    BrowserlessUIContext trainer = opened(Tier.TRAINER);
    assertThat(button(trainer, "New")).isEmpty();
    trainer
        .find(CalendarView.class)
        .single()
        .create(new Slot(LocalDate.parse("2031-03-04"), null, null));
    assertThat(trainer.find(EventForm.class).all()).isEmpty();
  }

  /** Waits until the calendar behind has heard of it. */
  private static void heard(BrowserlessUIContext tab, String title) {
    Awaitility.await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              tab.roundTrip();
              assertThat(
                      Objects.requireNonNull(tab.find(CalendarView.class).single().board().shown())
                          .events())
                  .extracting(CalendarSheet.Item::title)
                  .contains(title);
            });
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void pick(RadioButtonGroup group) {
    group.setValue(group.getListDataView().getItem(0));
  }

  private EventForm slot(BrowserlessUIContext tab, String start, Duration length) {
    LocalDateTime at = LocalDateTime.parse(start);
    tab.find(CalendarView.class)
        .single()
        .create(new Slot(at.toLocalDate(), at.toLocalTime(), length));
    return tab.find(EventForm.class).single();
  }

  private static <T> void choose(Select<T> select, String name) {
    select.setValue(
        select
            .getListDataView()
            .getItems()
            .filter(
                one ->
                    one instanceof Room room
                        ? room.name().equals(name)
                        : one instanceof CalendarChoice choice && choice.name().equals(name))
            .findFirst()
            .orElseThrow());
  }

  private static List<Button> button(BrowserlessUIContext tab, String words) {
    return tab.find(Button.class).all().stream()
        .filter(button -> button.getText().startsWith(words))
        .toList();
  }

  private String row(String title) {
    return Objects.requireNonNull(
        gym.gym()
            .value(
                String.class,
                """
                select concat_ws(' ', e.kind, r.name, u.display_name, e.capacity,
                                 extract(epoch from e.ends_at - e.starts_at)::int / 60)
                  from events e
                  left join rooms r on r.organization_id = e.organization_id and r.id = e.room_id
                  left join users u on u.id = e.trainer_id
                 where e.organization_id = ?
                   and e.title = ?
                """,
                gym.gym().id().value(),
                title));
  }

  private UUID room(String name, int capacity) {
    return Objects.requireNonNull(
        gym.gym()
            .value(
                UUID.class,
                "insert into rooms (organization_id, name, capacity) values (?, ?, ?) returning id",
                gym.gym().id().value(),
                name,
                capacity));
  }

  private BrowserlessUIContext opened(Tier tier) {
    return opened(tier, "date=2031-03-04");
  }

  private BrowserlessUIContext opened(Tier tier, String query) {
    BrowserlessUIContext tab = tabs.signedIn(gym.gym().person("Dana Desk", tier));
    tab.navigate(CalendarAddress.of(gym.gym().slug()), CalendarView.class);
    UI.getCurrent()
        .navigate(CalendarAddress.of(gym.gym().slug()), QueryParameters.fromString(query));
    return tab;
  }

  private static String text(Component part) {
    return part.getElement().getTextRecursively();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }
}
