package com.tryzore.crm.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.ScheduleGym;
import com.tryzore.crm.ui.PaletteItem;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The rooms on screen. */
@SpringBootTest(properties = "zore.data=target")
class RoomsViewTest {

  @Autowired ApplicationContext context;
  @Autowired SchedulePlaces places;

  private final ScheduleGym river = ScheduleGym.open("River");
  private final ScheduleGym hill = ScheduleGym.open("Hill");
  private TestTabs tabs;

  @BeforeEach
  void open() {
    tabs = TestTabs.of(context);
  }

  @AfterEach
  void close() {
    tabs.close();
  }

  @Test
  void a_room_is_added_filled_shrunk_after_a_warning_and_given_back_its_size() {
    room(hill, "Secret hall", 5);
    BrowserlessUIContext desk = opened(river, Tier.STAFF);
    assertThat(text(desk)).contains("No rooms yet").doesNotContain("Secret hall");
    button(desk, "Add a room").click();
    desk.find(TextField.class).single().setValue(" Studio A ");
    desk.find(IntegerField.class).single().setValue(20);
    desk.find(RoomDialog.class).single().save();
    assertThat(text(desk)).contains("Studio A", "20 people fit in", "Nothing is planned here");

    EventId event = river.event("Yoga", Duration.ofHours(5), 10);
    river.set(event, "room_id", room("Studio A"));
    river.members(3).forEach(member -> book(event, member.value()));
    show(river);
    assertThat(text(desk)).contains("One event in the next seven days, one hour", "3 of 10");

    button(desk, "Change").click();
    RoomDialog form = desk.find(RoomDialog.class).single();
    desk.find(IntegerField.class).single().setValue(2);
    form.save();
    assertThat(form.isOpened()).isTrue();
    assertThat(form.getElement().getTextRecursively())
        .contains("One event to come has more people than 2", "Yoga", "3 booked");
    form.save();
    assertThat(form.isOpened()).isFalse();
    assertThat(text(desk)).contains("2 people fit in");
    button(desk, "Undo").click();
    assertThat(text(desk)).contains("20 people fit in");
  }

  @Test
  void a_room_with_events_to_come_stays_and_an_empty_one_goes_and_comes_back() {
    UUID full = room(river, "Full", null);
    room(river, "Idle", null);
    river.set(river.event("Yoga", Duration.ofDays(9), 10), "room_id", full);
    BrowserlessUIContext desk = opened(river, Tier.STAFF);
    buttons(desk, "Archive").getFirst().click();
    assertThat(text(desk)).doesNotContain("Archived");
    buttons(desk, "Archive").getLast().click();
    assertThat(text(desk)).contains("Archived", "one event later");
    button(desk, "Bring back").click();
    assertThat(text(desk)).doesNotContain("Archived");
  }

  @Test
  void a_name_twice_and_a_change_by_somebody_else_are_said_and_nothing_typed_is_lost() {
    room(river, "Hall", null);
    UUID pool = room(river, "Pool", 30);
    BrowserlessUIContext desk = opened(river, Tier.STAFF);
    buttons(desk, "Change").getLast().click();
    RoomDialog form = desk.find(RoomDialog.class).single();
    TextField name = desk.find(TextField.class).single();
    name.setValue("Hall");
    form.save();
    assertThat(name.getErrorMessage()).contains("“Hall”");
    river.gym().execute("update rooms set capacity = 40 where id = ?", pool);
    name.setValue("Big pool");
    form.save();
    assertThat(form.getElement().getTextRecursively())
        .contains("Somebody has just changed this room: Pool, 40 people fit in");
    assertThat(name.getValue()).isEqualTo("Big pool");
    form.save();
    assertThat(text(desk)).contains("Big pool");
  }

  @Test
  void only_those_who_may_edit_the_schedule_come_here() {
    BrowserlessUIContext trainer = opened(river, Tier.TRAINER);
    assertThat(trainer.find(RoomsView.class).all()).isEmpty();
    TestGym.Person clerk = river.gym().person("Clara Clerk", Tier.STAFF);
    river
        .gym()
        .execute(
            "update user_organizations set permissions = '{\"schedule.edit\": false}'"
                + " where organization_id = ? and user_id = ?",
            river.gym().id().value(),
            clerk.id().value());
    BrowserlessUIContext desk = tabs.signedIn(clerk);
    desk.navigate(CalendarAddress.of(river.gym().slug()), Component.class);
    show(river);
    assertThat(desk.find(RoomsView.class).all()).isEmpty();
    assertThat(places.open()).isEmpty();
  }

  @Test
  void the_palette_leads_there() {
    opened(river, Tier.STAFF);
    assertThat(places.find("ro", 5)).extracting(PaletteItem::title).containsExactly("Rooms");
    assertThat(places.find("rules", 5)).isEmpty();
    opened(river, Tier.ADMIN);
    assertThat(places.find("rules", 5)).extracting(PaletteItem::title).contains("Class rules");
  }

  private BrowserlessUIContext opened(ScheduleGym gym, Tier tier) {
    BrowserlessUIContext tab = tabs.signedIn(gym.gym().person("Dana Desk", tier));
    tab.navigate(CalendarAddress.of(gym.gym().slug()), Component.class);
    show(gym);
    return tab;
  }

  private static void show(ScheduleGym gym) {
    UI.getCurrent().navigate(CalendarAddress.of(gym.gym().slug()));
    UI.getCurrent().navigate(ScheduleAddress.ROOMS.of(gym.gym().slug()));
  }

  private static UUID room(ScheduleGym gym, String name, @Nullable Integer capacity) {
    return Objects.requireNonNull(
        gym.gym()
            .value(
                UUID.class,
                "insert into rooms (organization_id, name, capacity) values (?, ?, ?) returning id",
                gym.gym().id().value(),
                name,
                capacity));
  }

  private UUID room(String name) {
    return Objects.requireNonNull(
        river
            .gym()
            .value(
                UUID.class,
                "select id from rooms where organization_id = ? and name = ?",
                river.gym().id().value(),
                name));
  }

  private void book(EventId event, UUID client) {
    river
        .gym()
        .execute(
            "insert into event_participants (organization_id, event_id, client_id, status,"
                + " booked_by) values (?, ?, ?, 'booked', ?)",
            river.gym().id().value(),
            event.value(),
            client,
            river.gym().person("Bea Booker", Tier.STAFF).id().value());
  }

  private static Button button(BrowserlessUIContext tab, String words) {
    return buttons(tab, words).getFirst();
  }

  private static List<Button> buttons(BrowserlessUIContext tab, String words) {
    return tab.find(Button.class).all().stream()
        .filter(button -> button.getText().equals(words))
        .toList();
  }

  private static String text(BrowserlessUIContext tab) {
    return tab.find(RoomsView.class).single().getElement().getTextRecursively();
  }
}
