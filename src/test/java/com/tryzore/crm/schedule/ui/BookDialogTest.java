package com.tryzore.crm.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.ui.MemberDeed;
import com.tryzore.crm.members.ui.MemberDeeds;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.ScheduleGym;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The numbered classes of one member. */
@SpringBootTest(properties = "zore.data=target")
class BookDialogTest {

  @Autowired ApplicationContext context;
  @Autowired MemberDeeds deeds;

  private final ScheduleGym gym = ScheduleGym.open("Numbers");
  private TestTabs tabs;
  private BrowserlessUIContext desk;

  @BeforeEach
  void a_desk() {
    tabs = TestTabs.of(context);
    TestGym.Person sam = gym.gym().person("Sam Staff", Tier.STAFF);
    desk = tabs.signedIn(sam);
    desk.navigate(CalendarAddress.of(gym.gym().slug()), CalendarView.class);
  }

  @AfterEach
  void close() {
    tabs.close();
  }

  private void b(ClientId member) {
    deeds.offered().stream()
        .filter(deed -> deed.key().equals("B"))
        .findFirst()
        .orElseThrow()
        .begin(member);
    desk.roundTrip();
  }

  private List<Div> rows() {
    return desk.find(Div.class).all().stream().filter(div -> div.hasClassName("book-row")).toList();
  }

  private void choose(int number) {
    ComponentUtil.fireEvent(rows().get(number - 1), new ClickEvent<>(rows().get(number - 1)));
    desk.roundTrip();
  }

  private String toasts() {
    return String.join(
        "|", desk.find(Notification.class).all().stream().map(BookDialogTest::text).toList());
  }

  private static String text(Component component) {
    return component.getElement().getTextRecursively();
  }

  @Test
  void a_number_books_and_undo_gives_the_place_back() {
    ClientId ann = gym.member("Ann");
    gym.event("Yoga", Duration.ofHours(1), 5);
    EventId spin = gym.event("Spin", Duration.ofHours(3), 5);
    b(ann);
    assertThat(rows()).hasSize(2);
    assertThat(text(rows().getLast())).contains("2", "Spin", "5 places free", "Can book");
    choose(2);
    assertThat(desk.find(BookDialog.class).all()).isEmpty();
    assertThat(gym.places(spin)).containsExactly("Ann booked");
    assertThat(toasts()).contains("Ann Test is booked: Spin");
    desk.find(Button.class).all().stream()
        .filter(button -> button.getText().equals("Undo"))
        .findFirst()
        .orElseThrow()
        .click();
    assertThat(gym.places(spin)).containsExactly("Ann cancelled");
  }

  @Test
  void a_full_class_puts_them_in_the_line_and_says_where() {
    EventId spin = gym.event("Spin", Duration.ofHours(3), 1);
    b(gym.member("Bob"));
    choose(1);
    b(gym.member("Ann"));
    assertThat(text(rows().getFirst())).contains("Full", "Waiting list");
    choose(1);
    assertThat(toasts()).contains("Ann Test waits under number 1");
    assertThat(gym.places(spin)).containsExactly("Ann waitlisted 1", "Bob booked");
  }

  @Test
  void a_refusal_lists_the_rules_with_their_mends_and_one_reason_books_all_the_same() {
    ClientId ann = gym.member("Ann", "active", "2020-01-31");
    EventId spin = gym.event("Spin", Duration.ofHours(3), 5);
    b(ann);
    choose(1);
    assertThat(text(desk.find(RefusalNotice.class).single()))
        .contains("The membership ends on", "before this event", "See the membership");
    assertThat(desk.find(Anchor.class).all().stream().map(Anchor::getHref))
        .contains("o/" + gym.gym().slug() + "/members/" + ann);
    assertThat(gym.places(spin)).containsExactly("");
    Button anyway =
        desk.find(Button.class).all().stream()
            .filter(button -> button.getText().equals("Book all the same"))
            .findFirst()
            .orElseThrow();
    anyway.click();
    assertThat(gym.places(spin)).as("without a reason nothing happens").containsExactly("");
    desk.find(TextField.class).all().getLast().setValue("renews tonight");
    anyway.click();
    assertThat(gym.places(spin)).containsExactly("Ann booked");
    assertThat(desk.find(BookDialog.class).all()).isEmpty();
  }

  @Test
  void nobody_gets_past_a_rule_that_cannot_be_overridden() {
    gym.event("Spin", Duration.ofHours(3), 5);
    b(gym.member("Ice", "frozen", null));
    assertThat(text(rows().getFirst())).contains("Not entitled");
    choose(1);
    assertThat(text(desk.find(RefusalNotice.class).single()))
        .contains("The membership does not allow it")
        .doesNotContain("Book all the same");
  }

  @Test
  void what_others_book_meanwhile_is_seen_and_the_numbers_stay() throws InterruptedException {
    gym.event("Yoga", Duration.ofHours(1), 5);
    gym.event("Spin", Duration.ofHours(3), 1);
    ClientId bob = gym.member("Bob");
    b(gym.member("Ann"));
    BrowserlessUIContext other = tabs.signedIn(gym.gym().person("Olga Other", Tier.STAFF));
    other.navigate(CalendarAddress.of(gym.gym().slug()), CalendarView.class);
    desk.activate();
    BrowserlessUIContext first = desk;
    desk = other;
    other.activate();
    b(bob);
    choose(2);
    desk = first;
    desk.activate();
    Instant patience = Instant.now().plusSeconds(10);
    while (!text(rows().getLast()).contains("Full") && Instant.now().isBefore(patience)) {
      Thread.sleep(20);
      desk.roundTrip();
    }
    assertThat(text(rows().getLast())).contains("2", "Spin", "Full");
    assertThat(text(rows().getFirst())).contains("1", "Yoga");
  }

  @Test
  void an_empty_calendar_says_what_to_do() {
    b(gym.member("Ann"));
    assertThat(rows()).isEmpty();
    assertThat(text(desk.find(BookDialog.class).single())).contains("No classes ahead");
  }

  @Test
  void trainers_book_nobody() {
    TestGym.Person tara = gym.gym().person("Tara Trainer", Tier.TRAINER);
    tabs.signedIn(tara).navigate(CalendarAddress.of(gym.gym().slug()), CalendarView.class);
    assertThat(deeds.offered()).extracting(MemberDeed::key).doesNotContain("B");
  }
}
