package com.tryzore.crm.frontdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.frontdesk.DeskGym;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.ui.LiveUpdates;
import com.tryzore.crm.ui.PaletteItem;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/** The page of today: two desks of one gym and one of another, without a browser. */
@SpringBootTest
class TodayTest {

  @Autowired private ApplicationContext context;
  @Autowired private DeskPalette palette;
  @Autowired private CardScanner scanner;
  @Autowired private LiveUpdates live;

  private DeskGym gym;
  private TestGym.Person ada;
  private TestTabs tabs;
  private BrowserlessUIContext desk;

  @BeforeEach
  void open() {
    gym = DeskGym.open("Riverside");
    ada = gym.gym().person("Ada Desk", Tier.STAFF);
    tabs = TestTabs.of(context);
    desk = today(gym, ada);
  }

  @AfterEach
  void close() {
    tabs.close();
  }

  private BrowserlessUIContext today(DeskGym place, TestGym.Person person) {
    BrowserlessUIContext tab = tabs.signedIn(person);
    tab.getUI().setLocale(Locale.ENGLISH);
    tab.navigate("o/" + place.gym().slug() + "/today", TodayView.class);
    return tab;
  }

  /** Types and lets the server answer. */
  private static void type(BrowserlessUIContext tab, String text) {
    tab.find(CheckInField.class).single();
    input(tab).setValue(text);
    tab.roundTrip();
  }

  private static Input input(BrowserlessUIContext tab) {
    return tab.find(Input.class).all().stream()
        .filter(field -> field.getId().filter("desk-who"::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /** Enter on what stands in the field, as the script sends it. */
  private static void enter(BrowserlessUIContext tab) {
    fire(
        tab.find(CheckInField.class).single().getElement(),
        "desk-enter",
        "event.detail",
        input(tab).getValue());
    tab.roundTrip();
  }

  private static void fire(Element element, String type, String data, String value) {
    ObjectNode node = JacksonUtils.createObjectNode();
    node.put(data, value);
    node.put("event.key === 'Enter' && !event.isComposing", true);
    element
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(element, type, node));
  }

  private static String card(BrowserlessUIContext tab) {
    List<VerdictCard> cards =
        tab.find(VerdictCard.class).all().stream()
            .filter(card -> card.findAncestor(Dialog.class) == null)
            .toList();
    return cards.isEmpty() ? "" : cards.getFirst().getElement().getTextRecursively();
  }

  private static List<String> listed(BrowserlessUIContext tab) {
    return tab.find(VisitRow.class).all().stream()
        .map(row -> row.visit().name() + (row.visit().undone() ? " undone" : ""))
        .toList();
  }

  private static String figures(BrowserlessUIContext tab) {
    return tab.find(DayFigures.class).single().getElement().getTextRecursively();
  }

  private static void click(BrowserlessUIContext tab, String words) {
    Button button =
        tab.find(Button.class).all().stream()
            .filter(one -> one.getText().equals(words))
            .findFirst()
            .orElseThrow();
    ComponentUtil.fireEvent(button, new ClickEvent<>(button));
    tab.roundTrip();
  }

  private static String toasts(BrowserlessUIContext tab) {
    tab.roundTrip();
    StringBuilder said = new StringBuilder();
    tab.find(Notification.class)
        .all()
        .forEach(toast -> said.append(toast.getElement().getTextRecursively()).append('\n'));
    return said.toString();
  }

  @Test
  void four_letters_and_enter_check_somebody_in_without_a_dialog() {
    gym.regular("Joanna", "Smith");

    type(desk, "joan");
    assertThat(desk.find(ResultRow.class).single().getElement().getTextRecursively())
        .contains("Joanna Smith", "Active", "No end date", "last here");
    enter(desk);

    assertThat(card(desk)).contains("Welcome", "Joanna Smith", "No end date");
    assertThat(desk.find(Dialog.class).all()).isEmpty();
    assertThat(desk.find(ResultRow.class).all()).isEmpty();
    assertThat(listed(desk)).containsExactly("Joanna Smith");
    assertThat(figures(desk)).startsWith("1check-ins today");
  }

  @Test
  void enter_needs_no_answer_to_have_come_first() {
    gym.regular("Joanna", "Smith");

    fire(
        desk.find(CheckInField.class).single().getElement(),
        "desk-enter",
        "event.detail",
        "smi jo");
    desk.roundTrip();

    assertThat(card(desk)).contains("Welcome", "Joanna Smith");
  }

  @Test
  void namesakes_are_chosen_by_a_person() {
    ClientId first = gym.regular("Joanna", "Smith");
    gym.regular("Joanna", "Smith");
    gym.record(first, "birth_date", LocalDate.of(1988, 5, 3));

    type(desk, "joan");
    enter(desk);

    assertThat(card(desk)).isEmpty();
    assertThat(desk.find(CheckInField.class).single().getElement().getTextRecursively())
        .contains("2 members match. Arrow keys choose, Enter checks in", "born 3 May 1988");
    ResultRow row =
        desk.find(ResultRow.class).all().stream()
            .filter(one -> one.getElement().getTextRecursively().contains("born"))
            .findFirst()
            .orElseThrow();
    ComponentUtil.fireEvent(row, new ClickEvent<>(row));
    desk.roundTrip();
    assertThat(card(desk)).contains("Welcome", "Joanna Smith", gym.number(first));
    assertThat(gym.standing(first)).isEqualTo(1);
  }

  @Test
  void a_number_and_enter_is_exact() {
    ClientId joanna = gym.regular("Joanna", "Smith");
    gym.set(joanna, "member_number", "R-10");
    ClientId other = gym.regular("Jo", "Other");
    gym.set(other, "member_number", "R-100");

    type(desk, "R-10");
    enter(desk);

    assertThat(gym.standing(joanna)).isEqualTo(1);
    assertThat(gym.standing(other)).isZero();
  }

  @Test
  void nobody_of_that_name_is_said_beside_the_field() {
    type(desk, "zzz");
    enter(desk);
    assertThat(desk.find(CheckInField.class).single().getElement().getTextRecursively())
        .contains("Nobody here matches “zzz”");
  }

  @Test
  void amber_comes_in_with_its_reasons_and_without_a_dialog() {
    gym.member("Nina", "New", "active", null);

    type(desk, "nina");
    enter(desk);

    assertThat(card(desk)).contains("Welcome, and mind this", "Nina New", "First visit");
    assertThat(desk.find(Dialog.class).all()).isEmpty();
    assertThat(figures(desk)).contains("1first visits");
  }

  @Test
  void red_asks_once_and_escape_turns_away() {
    ClientId gus = gym.member("Gus", "Gone", "active", LocalDate.now(ZoneOffset.UTC).minusDays(40));
    gym.record(gus, "gender", "male");

    type(desk, "gus");
    enter(desk);

    RefusalDialog dialog = desk.find(RefusalDialog.class).single();
    assertThat(dialog.getElement().getTextRecursively())
        .contains("Not allowed in", "Gus Gone", "His membership ended on", "Renew the membership");
    assertThat(dialog.getElement().getProperty("role", dialog.getRole())).isEqualTo("alertdialog");
    ComponentUtil.fireEvent(dialog, new Dialog.DialogCloseActionEvent(dialog, true));
    desk.roundTrip();
    assertThat(card(desk)).contains("Turned away", "Gus Gone");
    assertThat(gym.standing(gus)).isZero();
    assertThat(listed(desk)).isEmpty();
  }

  @Test
  void red_is_allowed_with_a_reason_that_stands_beside_the_visit() {
    ClientId gus = gym.member("Gus", "Gone", "cancelled", null);
    type(desk, "gus");
    enter(desk);

    click(desk, "Allow");
    TextField reason =
        desk.find(TextField.class).all().stream()
            .filter(field -> "Why are they let in?".equals(field.getLabel()))
            .findFirst()
            .orElseThrow();
    fire(reason.getElement(), "keydown", "event.target.value", "  ");
    assertThat(reason.isInvalid()).isTrue();
    fire(reason.getElement(), "keydown", "event.target.value", "Pays tomorrow");
    desk.roundTrip();

    assertThat(desk.find(RefusalDialog.class).all()).isEmpty();
    assertThat(card(desk)).contains("Let in", "Gus Gone");
    assertThat(gym.standing(gus)).isEqualTo(1);
    assertThat(desk.find(VisitRow.class).single().getElement().getTextRecursively())
        .contains("“Pays tomorrow”", "Let in");
  }

  @Test
  void without_the_right_there_is_no_allowing() {
    gym.gym()
        .execute(
            "update user_organizations set permissions = '{\"checkin.override\": false}'"
                + " where user_id = ?",
            ada.id().value());
    gym.member("Gus", "Gone", "cancelled", null);
    type(desk, "gus");
    enter(desk);

    assertThat(desk.find(RefusalDialog.class).single().getElement().getTextRecursively())
        .contains("Ask a colleague who can");
    assertThat(desk.find(Button.class).all()).noneMatch(button -> button.getText().equals("Allow"));
  }

  @Test
  void a_second_enter_within_five_minutes_says_so() {
    gym.regular("Joanna", "Smith");
    type(desk, "joan");
    enter(desk);
    type(desk, "joan");
    enter(desk);

    assertThat(card(desk)).contains("Already checked in at", "Joanna Smith");
    assertThat(listed(desk)).hasSize(1);
  }

  @Test
  void a_check_in_is_undone_from_the_card_and_from_the_list() {
    ClientId joanna = gym.regular("Joanna", "Smith");
    type(desk, "joan");
    enter(desk);

    click(desk, "Undo");

    assertThat(gym.standing(joanna)).isZero();
    assertThat(card(desk)).isEmpty();
    assertThat(listed(desk)).containsExactly("Joanna Smith undone");
    assertThat(toasts(desk)).contains("Taken back: Joanna Smith is not checked in");

    type(desk, "joan");
    enter(desk);
    VisitRow row = desk.find(VisitRow.class).all().getFirst();
    Button undo =
        (Button) row.getChildren().filter(Button.class::isInstance).findFirst().orElseThrow();
    ComponentUtil.fireEvent(undo, new ClickEvent<>(undo));
    desk.roundTrip();
    assertThat(listed(desk)).containsExactly("Joanna Smith undone", "Joanna Smith undone");
  }

  @Test
  void what_one_desk_does_the_other_sees_and_the_rival_does_not() throws Exception {
    DeskGym rivals = DeskGym.open("Rival");
    gym.regular("Joanna", "Smith");
    BrowserlessUIContext second = today(gym, gym.gym().person("Bob Desk", Tier.STAFF));
    BrowserlessUIContext rival = today(rivals, rivals.gym().person("Rita Rival", Tier.STAFF));
    assertThat(listed(second)).isEmpty();

    desk.activate();
    type(desk, "joan");
    enter(desk);

    eventually(second, () -> assertThat(listed(second)).containsExactly("Joanna Smith"));
    assertThat(figures(second)).startsWith("1check-ins today");
    assertThat(card(second)).as("its own card stays as it is").isEmpty();
    second.activate();
    VisitRow row = second.find(VisitRow.class).single();
    assertThat(row.getElement().getTextRecursively()).contains("by Ada Desk");
    Button undo =
        (Button) row.getChildren().filter(Button.class::isInstance).findFirst().orElseThrow();
    ComponentUtil.fireEvent(undo, new ClickEvent<>(undo));
    second.roundTrip();
    eventually(
        desk,
        () -> {
          assertThat(listed(desk)).containsExactly("Joanna Smith undone");
          assertThat(figures(desk)).startsWith("0check-ins today");
        });
    rival.activate();
    rival.roundTrip();
    assertThat(listed(rival)).isEmpty();
  }

  @Test
  void a_note_for_the_next_shift_is_at_the_other_desk_at_once() throws Exception {
    BrowserlessUIContext second = today(gym, gym.gym().person("Bob Desk", Tier.STAFF));
    desk.activate();
    TextField note =
        desk.find(TextField.class).all().stream()
            .filter(field -> "Leave a note".equals(field.getPlaceholder()))
            .findFirst()
            .orElseThrow();
    fire(note.getElement(), "keydown", "event.target.value", "Towels are out");

    eventually(
        second,
        () ->
            assertThat(second.find(HandOverCard.class).single().getElement().getTextRecursively())
                .contains("Ada Desk"));
  }

  @Test
  void a_tab_that_left_hears_no_more_of_the_desk() {
    int with = live.listeners();
    desk.navigate("o/" + gym.gym().slug() + "/no-such-view", Component.class);
    assertThat(live.listeners()).isLessThan(with);
  }

  @Test
  void a_card_held_to_the_scanner_checks_in_on_this_page_too() {
    ClientId joanna = gym.regular("Joanna", "Smith");

    assertThat(scanner.scanned(gym.number(joanna))).isTrue();
    desk.roundTrip();

    assertThat(card(desk)).contains("Welcome", "Joanna Smith");
    assertThat(
            gym.gym()
                .value(
                    String.class, "select source from visits where client_id = ?", joanna.value()))
        .isEqualTo("scan");
  }

  @Test
  void on_any_other_page_the_verdict_comes_as_a_toast_with_undo() {
    ClientId joanna = gym.regular("Joanna", "Smith");
    desk.navigate("o/" + gym.gym().slug() + "/no-such-view", Component.class);

    assertThat(scanner.scanned(gym.number(joanna))).isTrue();
    assertThat(toasts(desk)).contains("Welcome", "Joanna Smith", "Undo");
    click(desk, "Undo");

    assertThat(gym.standing(joanna)).isZero();
    assertThat(scanner.scanned("NOBODY-1")).isTrue();
    assertThat(toasts(desk)).contains("No member here has the number NOBODY-1");
  }

  @Test
  void the_same_red_card_held_twice_asks_once() {
    ClientId gus = gym.member("Gus", "Gone", "cancelled", null);
    scanner.scanned(gym.number(gus));
    scanner.scanned(gym.number(gus));
    desk.roundTrip();
    assertThat(desk.find(RefusalDialog.class).all()).hasSize(1);
  }

  @Test
  void a_trainers_tab_reads_no_cards_and_finds_nobody_in_the_palette() {
    ClientId joanna = gym.regular("Joanna", "Smith");
    BrowserlessUIContext trainer = tabs.signedIn(gym.gym().person("Tara Trainer", Tier.TRAINER));
    trainer.navigate("o/" + gym.gym().slug(), Component.class);

    assertThat(scanner.scanned(gym.number(joanna))).isFalse();
    assertThat(palette.find("joan", 6)).isEmpty();
    assertThat(gym.standing(joanna)).isZero();
  }

  @Test
  void enter_in_the_palette_checks_in_when_nobody_else_can_be_meant() {
    ClientId joanna = gym.regular("Joanna", "Smith");
    ClientId john = gym.regular("John", "Smith");

    PaletteItem sure = palette.find("joan", 6).getFirst();
    assertThat(sure.enterWords()).isEqualTo("Check in");
    assertThat(sure.subtitle()).startsWith("No end date");
    sure.enter().run();
    assertThat(gym.standing(joanna)).isEqualTo(1);

    List<PaletteItem> both = palette.find("smith", 6);
    assertThat(both.get(0).enterWords()).isEqualTo("Check in: who is it?");
    both.get(0).enter().run();
    desk.roundTrip();
    assertThat(gym.standing(john)).isZero();
    assertThat(desk.find(CheckInDialog.class).single().isOpened()).isTrue();
    assertThat(both.get(1).enterWords()).isEqualTo("Check in");
    assertThat(sure.keys()).extracting(PaletteItem.KeyAction::key).contains("O", "B");
  }

  @Test
  void the_verdict_says_which_class_was_booked_today_and_that_the_check_in_marked_it() {
    ClientId joanna = gym.regular("Joanna", "Smith");
    book("Spin", joanna);
    type(desk, "joan");
    enter(desk);
    assertThat(card(desk)).contains("Spin, ", "marked present");
    click(desk, "Undo");
    assertThat(
            gym.gym()
                .value(
                    String.class,
                    "select status from event_participants where client_id = ?",
                    joanna.value()))
        .isEqualTo("booked");
  }

  /** A place in a class that begins in a minute; the database counts on the clock of the world. */
  private void book(String title, ClientId client) {
    UUID event =
        Objects.requireNonNull(
            gym.gym()
                .value(
                    UUID.class,
                    "insert into events (organization_id, kind, title, starts_at, ends_at) values (?, 'class',"
                        + " ?, now() + interval '1 minute', now() + interval '41 minutes') returning id",
                    gym.gym().id().value(),
                    title));
    gym.gym()
        .execute(
            "insert into event_participants (organization_id, event_id, client_id, status, booked_by)"
                + " values (?, ?, ?, 'booked', ?)",
            gym.gym().id().value(),
            event,
            client.value(),
            ada.id().value());
  }

  @Test
  void who_is_in_the_building_can_be_asked() {
    gym.regular("Joanna", "Smith");
    type(desk, "joan");
    enter(desk);
    assertThat(figures(desk)).contains("1in the building, came within 3 hours");
    assertThat(desk.find(NativeButton.class).all()).isNotEmpty();
  }

  private static void eventually(BrowserlessUIContext tab, Runnable assertion)
      throws InterruptedException {
    for (int tries = 0; tries < 100; tries++) {
      tab.activate();
      tab.roundTrip();
      try {
        assertion.run();
        return;
      } catch (AssertionError notYet) {
        Thread.sleep(20);
      }
    }
    assertion.run();
  }
}
