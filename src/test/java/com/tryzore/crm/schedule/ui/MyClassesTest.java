package com.tryzore.crm.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.ScheduleGym;
import com.tryzore.crm.ui.EmptyState;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** What whoever teaches has on screen. */
@SpringBootTest(properties = "zore.data=target")
class MyClassesTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration BEGUN = Duration.ofMinutes(-10);

  @Autowired ApplicationContext context;

  private final ScheduleGym river = ScheduleGym.open("River");
  private TestTabs tabs;
  private TestGym.Person tara;
  private EventId spin;

  @BeforeEach
  void a_class_that_has_begun() {
    tabs = TestTabs.of(context);
    tara = river.gym().person("Tara Trainer", Tier.TRAINER);
    spin = river.event("Spin", Instant.now().plus(BEGUN), HOUR, 20, tara);
    ClientId ann = seat("Ann");
    seat("Bob");
    seat("Cat");
    river
        .gym()
        .execute("update clients set care_points = 'No deep squats' where id = ?", ann.value());
  }

  @AfterEach
  void close() {
    tabs.close();
  }

  private ClientId seat(String name) {
    ClientId client = river.member(name);
    river
        .gym()
        .execute(
            "insert into event_participants (organization_id, event_id, client_id, booked_by) values"
                + " (?, ?, ?, ?)",
            river.gym().id().value(),
            spin.value(),
            client.value(),
            tara.id().value());
    return client;
  }

  private BrowserlessUIContext opened(TestGym.Person person, String address) {
    BrowserlessUIContext tab = tabs.signedIn(person);
    tab.navigate(address, MyClassesView.class);
    return tab;
  }

  private String home() {
    return TaughtAddress.of(river.gym().slug());
  }

  private String roster() {
    return TaughtAddress.of(river.gym().slug(), spin);
  }

  @Test
  void it_is_a_trainers_first_place_and_others_have_it_while_they_teach() {
    BrowserlessUIContext trainer = tabs.signedIn(tara);
    UI.getCurrent().navigate("o/" + river.gym().slug());
    assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath()).isEqualTo(home());
    assertThat(trainer.find(NextClassCard.class).all()).hasSize(1);
    TestGym.Person sam = river.gym().person("Sam Staff", Tier.STAFF);
    BrowserlessUIContext before = tabs.signedIn(sam);
    UI.getCurrent().navigate("o/" + river.gym().slug());
    assertThat(places(before)).contains("Calendar").doesNotContain("My classes");
    river.event("Yoga", Instant.now().plus(HOUR), HOUR, 5, sam);
    BrowserlessUIContext after = tabs.signedIn(sam);
    UI.getCurrent().navigate("o/" + river.gym().slug());
    assertThat(places(after)).contains("Calendar", "My classes");
  }

  private static String places(BrowserlessUIContext tab) {
    return tab.find(Nav.class).all().getFirst().getElement().getTextRecursively();
  }

  @Test
  void the_card_says_who_is_new_and_who_must_be_careful() {
    BrowserlessUIContext trainer = opened(tara, home());
    assertThat(text(trainer, NextClassCard.class))
        .contains("Now", "Spin", "3 of 20", "Ann Test", "No deep squats", "3 new", "1 health note");
    assertThat(text(trainer, TaughtAgenda.class)).contains("today", "Spin");
    assertThat(trainer.find(ClassPanel.class).all())
        .as("a telephone shows one at a time")
        .isEmpty();
  }

  @Test
  void one_tap_marks_and_the_same_tap_takes_it_back() {
    BrowserlessUIContext trainer = opened(tara, roster());
    button(trainer, "Mark Ann Test present").click();
    assertThat(places("attended")).isEqualTo("Ann");
    assertThat(text(trainer, ClassPanel.class)).contains("1 of 3 are here", "Present");
    button(trainer, "Mark Ann Test present").click();
    assertThat(places("attended")).isEmpty();
    button(trainer, "Mark Bob Test absent").click();
    assertThat(places("no_show")).isEqualTo("Bob");
  }

  @Test
  void all_present_leaves_who_is_absent_alone_and_is_taken_back_by_undo() {
    BrowserlessUIContext trainer = opened(tara, roster());
    button(trainer, "Mark Bob Test absent").click();
    button(trainer, "All present").click();
    assertThat(places("attended")).isEqualTo("Ann,Cat");
    assertThat(text(trainer, ClassPanel.class)).contains("2 of 3 are here");
    assertThat(buttons(trainer, "All present")).as("there is nobody left to mark").isEmpty();
    trainer.find(Button.class).withText("Undo").all().getLast().click();
    assertThat(places("attended")).isEmpty();
    assertThat(places("no_show")).isEqualTo("Bob");
    assertThat(buttons(trainer, "All present")).hasSize(1);
  }

  @Test
  void somebody_walks_in_by_name_and_a_mistake_is_undone() {
    river.member("Dora");
    BrowserlessUIContext trainer = opened(tara, roster());
    trainer.find(TextField.class).single().setValue("dor");
    NativeButton hit =
        trainer.find(NativeButton.class).all().stream()
            .filter(one -> one.hasClassName("class-walkin-hit"))
            .findFirst()
            .orElseThrow();
    ComponentUtil.fireEvent(hit, new ClickEvent<>(hit));
    assertThat(places("attended")).isEqualTo("Dora");
    assertThat(text(trainer, ClassPanel.class)).contains("Dora Test", "1 of 4 are here");
    trainer.find(Button.class).withText("Undo").all().getLast().click();
    assertThat(places("attended")).isEmpty();
    assertThat(text(trainer, ClassPanel.class)).doesNotContain("Dora Test");
  }

  @Test
  void what_the_desk_marks_or_books_is_seen_without_another_look_in_the_trail()
      throws InterruptedException {
    BrowserlessUIContext trainer = opened(tara, roster());
    assertThat(reads()).isEqualTo(1);
    BrowserlessUIContext desk = opened(river.gym().person("Sam Staff", Tier.STAFF), home());
    desk.find(MyClassesView.class).single();
    context
        .getBean(ClassKit.class)
        .bookings()
        .mark(placeOf("Ann"), com.tryzore.crm.schedule.PlaceStatus.ATTENDED);
    trainer.activate();
    Instant patience = Instant.now().plusSeconds(10);
    while (!text(trainer, ClassPanel.class).contains("1 of 3 are here")
        && Instant.now().isBefore(patience)) {
      Thread.sleep(20);
      trainer.roundTrip();
    }
    assertThat(text(trainer, ClassPanel.class)).contains("1 of 3 are here");
    assertThat(reads()).isEqualTo(1);
  }

  @Test
  void a_class_of_another_trainer_answers_as_one_that_does_not_exist() {
    TestGym.Person uwe = river.gym().person("Uwe Trainer", Tier.TRAINER);
    BrowserlessUIContext other = opened(uwe, roster());
    String foreign = text(other, EmptyState.class, "You teach no such class");
    other.navigate(home() + "/" + UUID.randomUUID(), MyClassesView.class);
    assertThat(text(other, EmptyState.class, "You teach no such class")).isEqualTo(foreign);
    other.navigate(home() + "/nonsense", MyClassesView.class);
    assertThat(text(other, EmptyState.class, "You teach no such class")).isEqualTo(foreign);
    assertThat(other.find(ClassPanel.class).all()).isEmpty();
  }

  @Test
  void a_class_given_to_somebody_else_is_gone_with_the_next_tap() {
    BrowserlessUIContext trainer = opened(tara, roster());
    river.set(spin, "trainer_id", river.gym().person("Uwe Trainer", Tier.TRAINER).id().value());
    button(trainer, "Mark Ann Test present").click();
    assertThat(trainer.find(ClassPanel.class).all()).isEmpty();
    assertThat(text(trainer, EmptyState.class, "Somebody else teaches it now")).contains("Spin");
    assertThat(places("attended")).isEmpty();
  }

  @Test
  void the_sheet_for_the_desk_and_the_trainer_is_kept_as_a_print_and_nobody_elses() {
    String sheet = TaughtAddress.print(river.gym().slug(), spin);
    BrowserlessUIContext trainer = tabs.signedIn(tara);
    trainer.navigate(sheet, RosterPrintView.class);
    assertThat(text(trainer, RosterSheet.class))
        .contains("Spin", "Ann Test", "Bob Test", "Take care", "First visit")
        .doesNotContain("No deep squats");
    assertThat(logged("print")).isEqualTo(1);
    BrowserlessUIContext other = tabs.signedIn(river.gym().person("Uwe Trainer", Tier.TRAINER));
    other.navigate(sheet, RosterPrintView.class);
    assertThat(other.find(RosterSheet.class).all()).isEmpty();
    BrowserlessUIContext desk = tabs.signedIn(river.gym().person("Sam Staff", Tier.STAFF));
    desk.navigate(sheet, RosterPrintView.class);
    assertThat(desk.find(RosterSheet.class).all()).hasSize(1);
    assertThat(logged("print")).isEqualTo(2);
  }

  private com.tryzore.crm.schedule.ParticipantId placeOf(String name) {
    return new com.tryzore.crm.schedule.ParticipantId(
        Objects.requireNonNull(
            river
                .gym()
                .value(
                    UUID.class,
                    "select p.id from event_participants p join client_organizations c on"
                        + " c.client_id = p.client_id where p.event_id = ? and c.given_name = ?",
                    spin.value(),
                    name)));
  }

  private String places(String status) {
    return Objects.requireNonNullElse(
        river
            .gym()
            .value(
                String.class,
                "select string_agg(c.given_name, ',' order by c.given_name) from event_participants"
                    + " p join client_organizations c on c.client_id = p.client_id where p.event_id"
                    + " = ? and p.status = ?",
                spin.value(),
                status),
        "");
  }

  private long reads() {
    return logged("read");
  }

  private long logged(String action) {
    return Objects.requireNonNull(
        river
            .gym()
            .value(
                Long.class,
                "select count(*) from audit_logs where organization_id = ? and action = ? and"
                    + " row_key = ?",
                river.gym().id().value(),
                action,
                spin.toString()));
  }

  private static Button button(BrowserlessUIContext tab, String name) {
    List<Button> found = buttons(tab, name);
    assertThat(found).as(name).isNotEmpty();
    return found.getLast();
  }

  private static List<Button> buttons(BrowserlessUIContext tab, String name) {
    return tab.find(Button.class).all().stream()
        .filter(
            button ->
                button.getText().equals(name)
                    || button.getAriaLabel().filter(name::equals).isPresent())
        .filter(Component::isVisible)
        .toList();
  }

  private static String text(BrowserlessUIContext tab, Class<? extends Component> part) {
    return tab.find(part).single().getElement().getTextRecursively();
  }

  private static String text(
      BrowserlessUIContext tab, Class<? extends Component> part, String with) {
    return tab.find(part).all().stream()
        .map(one -> one.getElement().getTextRecursively())
        .filter(words -> words.contains(with))
        .findFirst()
        .orElse("");
  }
}
