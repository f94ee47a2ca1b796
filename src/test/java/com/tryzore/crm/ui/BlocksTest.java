package com.tryzore.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tryzore.crm.access.TestTabs;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The building blocks as a person meets them. */
@SpringBootTest(properties = "zore.data=target")
class BlocksTest {

  @Autowired ApplicationContext context;

  private TestTabs tabs;
  private BrowserlessUIContext tab;

  @BeforeEach
  void open() {
    tabs = TestTabs.of(context);
    tab = tabs.stranger();
    tab.getUI().setLocale(Locale.ENGLISH);
  }

  @AfterEach
  void close() {
    tabs.close();
  }

  @Test
  void a_form_closes_when_it_is_saved_and_stays_when_it_is_not() {
    AtomicInteger tries = new AtomicInteger();
    FormDialog form = new FormDialog("Edit").onSave(() -> tries.incrementAndGet() > 1);
    form.open();
    form.save();
    assertThat(form.isOpened()).as("a refused save keeps what was typed").isTrue();
    form.save();
    assertThat(form.isOpened()).isFalse();
    form.save();
    assertThat(tries).as("a closed form saves no more").hasValue(2);
  }

  @Test
  void long_work_that_fails_leaves_no_progress_and_can_be_tried_again()
      throws InterruptedException {
    AtomicInteger tries = new AtomicInteger();
    List<String> found = new ArrayList<>();
    LongWork work = new LongWork("Reading", null);
    tab.getUI().add(work);
    work.run(
        tab.getUI(),
        progress -> {
          if (tries.incrementAndGet() == 1) {
            throw new IllegalStateException("broken");
          }
          return "read";
        },
        found::add);
    assertThatThrownBy(() -> wait(() -> tab.find(LongWork.class).all().isEmpty()))
        .as("the tab's error handler is told")
        .hasRootCauseMessage("broken");
    assertThat(tab.find(ProgressBar.class).all()).isEmpty();
    tab.find(LoadFailed.class).single();
    tab.find(Button.class).single().click();
    assertThat(tab.find(LoadFailed.class).all()).isEmpty();
    wait(() -> !tab.find(LongWork.class).all().isEmpty() && found.contains("read"));
    assertThat(found).containsExactly("read");
  }

  private void wait(BooleanSupplier met) throws InterruptedException {
    for (int looks = 0; looks < 500 && !met.getAsBoolean(); looks++) {
      Thread.sleep(10);
      tab.roundTrip();
    }
  }

  @Test
  void cancelling_a_form_saves_nothing_and_says_so() {
    List<String> heard = new ArrayList<>();
    FormDialog form =
        new FormDialog("Edit").onSave(() -> heard.add("saved")).onCancel(() -> heard.add("left"));
    form.open();
    form.cancel();
    assertThat(form.isOpened()).isFalse();
    assertThat(heard).containsExactly("left");
  }

  @Test
  void errors_stand_beside_the_fields_they_concern_and_go_when_mended() {
    TextField email = new TextField();
    TextField phone = new TextField();
    FieldErrors errors = new FieldErrors().field("email", email).field("phone", phone);
    assertThat(errors.show(Map.of("phone", "Too short"))).isFalse();
    assertThat(phone.isInvalid()).isTrue();
    assertThat(phone.getErrorMessage()).isEqualTo("Too short");
    assertThat(email.isInvalid()).isFalse();
    assertThat(errors.show(Map.of("email", "Two @"))).isFalse();
    assertThat(phone.isInvalid()).isFalse();
    assertThat(errors.show(Map.of("elsewhere", "Not here"))).isTrue();
    assertThat(email.isInvalid()).isFalse();
  }

  @Test
  void a_filter_tells_the_new_state_and_shows_the_one_it_is_given() {
    List<QueryState> told = new ArrayList<>();
    FilterBar bar = new FilterBar(told::add);
    bar.anyOf(
        "status",
        "Status",
        () ->
            List.of(
                new FilterBar.Choice("active", "Active"),
                new FilterBar.Choice("frozen", "Frozen")));
    bar.dates("joined", "Joined");
    QueryState start = QueryState.EMPTY.with("q", "jo").with("status", "active");
    tab.getUI().add(bar);
    bar.show(start);
    assertThat(bar.getElement().getTextRecursively()).contains("Status: Active", "Joined");
    assertThat(bar.isFiltering()).isTrue();

    Popover choices =
        tab.find(Popover.class).all().stream()
            .filter(popover -> popover.getAriaLabel().filter("Status"::equals).isPresent())
            .findFirst()
            .orElseThrow();
    choices.open();
    @SuppressWarnings("unchecked")
    CheckboxGroup<FilterBar.Choice> group =
        (CheckboxGroup<FilterBar.Choice>) choices.getChildren().findFirst().orElseThrow();
    assertThat(group.getValue()).extracting(FilterBar.Choice::value).containsExactly("active");
    group.setValue(
        Set.of(new FilterBar.Choice("frozen", "Frozen"), new FilterBar.Choice("active", "Active")));
    assertThat(told.getLast().texts("status")).containsExactly("active", "frozen");
    assertThat(told.getLast().text("q"))
        .as("what others keep in the address stays")
        .isEqualTo("jo");

    bar.show(told.getLast().with("joined", "2026-01-01.."));
    assertThat(bar.getElement().getTextRecursively())
        .contains("Status: Active +1", "Joined: 1 Jan 2026 – …");
    bar.clear();
    assertThat(told.getLast()).isEqualTo(QueryState.EMPTY.with("q", "jo"));
  }

  @Test
  void a_search_that_follows_the_address_does_not_search_again() {
    List<String> heard = new ArrayList<>();
    SearchField search = new SearchField("Search").onSearch(heard::add);
    search.showSilently("smi");
    assertThat(search.getValue()).isEqualTo("smi");
    assertThat(heard).isEmpty();
    search.setValue("smi jo ");
    assertThat(heard).containsExactly("smi jo");
    search.showSilently("smi jo");
    assertThat(search.getValue()).as("the space just typed stays").isEqualTo("smi jo ");
  }

  @Test
  void an_undo_can_be_taken_once_and_the_toast_goes() {
    AtomicInteger undone = new AtomicInteger();
    Toasts.undoable("Joanna is checked in.", undone::incrementAndGet);
    tab.roundTrip();
    Notification toast = tab.find(Notification.class).single();
    assertThat(toast.isAssertive()).isFalse();
    Button undo = tab.find(Button.class, toast).withText("Undo").single();
    undo.click();
    assertThat(undone).hasValue(1);
    assertThat(toast.isOpened()).isFalse();
  }

  @Test
  void trouble_is_said_at_once_and_stays() {
    Toasts.trouble("It did not work.");
    tab.roundTrip();
    Notification toast = tab.find(Notification.class).single();
    assertThat(toast.isAssertive()).isTrue();
    assertThat(toast.getDuration()).isZero();
  }

  @Test
  void a_confirmation_acts_only_on_its_own_button() {
    AtomicInteger done = new AtomicInteger();
    Confirm.danger("Delete?", "It is gone then.", "Delete it", done::incrementAndGet);
    tab.roundTrip();
    Dialog dialog = tab.find(Dialog.class).single();
    button(dialog, "Cancel").click();
    assertThat(done).hasValue(0);
    assertThat(dialog.isOpened()).isFalse();

    Confirm.danger("Delete?", "It is gone then.", "Delete it", done::incrementAndGet);
    tab.roundTrip();
    button(tab.find(Dialog.class).single(), "Delete it").click();
    assertThat(done).hasValue(1);
  }

  @Test
  void live_updates_arrive_in_order_and_only_where_they_belong() throws Exception {
    LiveUpdates live = context.getBean(LiveUpdates.class);
    UUID gym = UUID.randomUUID();
    List<Object> heard = new ArrayList<>();
    Div owner = new Div();
    live.subscribe(owner, gym, "visits", Integer.class, heard::add);
    live.publish(gym, "visits", 0);
    tab.getUI().add(owner);
    for (int number = 1; number <= 200; number++) {
      live.publish(gym, "visits", number);
    }
    live.publish(gym, "visits", "of another type");
    live.publish(gym, "notes", 999);
    live.publish(UUID.randomUUID(), "visits", 998);
    VaadinSession session = tab.getUI().getSession();
    for (int tries = 0; heard.size() < 200 && tries < 500; tries++) {
      session.unlock(); // as at the end of a request
      Thread.sleep(10);
      session.lock();
    }
    assertThat(heard)
        .as("from the moment it is on screen, in order, none twice")
        .isEqualTo(IntStream.rangeClosed(1, 200).boxed().toList());
    owner.removeFromParent();
    assertThat(live.listeners()).isZero();
  }

  @Test
  void a_face_without_a_photo_has_initials_and_keeps_its_colour() {
    assertThat(Avatar.initials("Joanna Smith")).isEqualTo("JS");
    assertThat(Avatar.initials("ümit  ali ÇELIK")).isEqualTo("ÜÇ");
    assertThat(Avatar.initials("Bo")).isEqualTo("B");
    assertThat(Avatar.initials("  ")).isEqualTo("?");
    assertThat(Avatar.initials("“Ann” O’Hara")).isEqualTo("AO");
    assertThat(Avatar.model("Joanna Smith", null)).isEqualTo(Avatar.model(" Joanna Smith", null));
  }

  private Button button(Dialog dialog, String words) {
    return tab.find(Button.class).withText(words).all().stream()
        .filter(
            button ->
                dialog.getFooter().getElement().getChildren().anyMatch(button.getElement()::equals))
        .findFirst()
        .orElseThrow();
  }
}
