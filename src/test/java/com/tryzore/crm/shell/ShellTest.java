package com.tryzore.crm.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tryzore.crm.access.BindingLostException;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.NavigationEntry;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.TestGym.Person;
import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import com.tryzore.crm.ui.FormDialog;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.LiveUpdates;
import com.tryzore.crm.ui.NavigationCount;
import com.tryzore.crm.ui.PaletteItem;
import com.tryzore.crm.ui.PaletteSource;
import com.tryzore.crm.ui.ScanListener;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** The shell around the real views, for several people in several gyms at once. */
@SpringBootTest(properties = "zore.data=target")
class ShellTest {

  private static final String TOPIC = "test-inbox";
  private static final AtomicInteger waiting = new AtomicInteger();
  private static final List<String> codes = new ArrayList<>();

  @Autowired ApplicationContext context;
  @Autowired LiveUpdates live;
  @Autowired Bindings bindings;
  @Autowired Places places;
  @Autowired JdbcClient sql;
  @Autowired PlatformTransactionManager transactions;

  private final TestGym gym = TestGym.open(TestDatabase.shared(), "Riverside");
  private TestTabs tabs;

  @TestConfiguration
  static class TestPlaces {
    @Bean
    NavigationEntry deskOnly() {
      return new NavigationEntry(
          "shell.palette.title", "inbox", "inbox", 900, Set.of(Tier.OWNER, Tier.STAFF));
    }

    @Bean
    NavigationCount unread() {
      return new NavigationCount() {
        @Override
        public String path() {
          return "inbox";
        }

        @Override
        public int count() {
          return waiting.get();
        }

        @Override
        public List<String> topics() {
          return List.of(TOPIC);
        }
      };
    }

    @Bean
    @Order(1)
    ScanListener cards() {
      return code -> code.startsWith("CARD") && codes.add(code);
    }

    @Bean
    PaletteSource letters() {
      return new PaletteSource() {
        @Override
        public String headingKey() {
          return "shell.palette.answers";
        }

        @Override
        public int order() {
          return 10;
        }

        @Override
        public List<PaletteItem> find(String typed, int limit) {
          if (typed.equals("broken")) {
            throw new DataAccessResourceFailureException("gone");
          }
          return typed.isEmpty()
              ? List.of()
              : List.of(
                  PaletteItem.of(Icon.STAR, "Found " + typed, () -> codes.add("opened " + typed))
                      .key("F", "Freeze", () -> codes.add("frozen " + typed)));
        }
      };
    }
  }

  @BeforeEach
  void open() {
    waiting.set(0);
    codes.clear();
    tabs = TestTabs.of(context);
  }

  @AfterEach
  void close() {
    tabs.close();
  }

  @Test
  void the_navigation_shows_the_places_of_ones_tier_and_no_others() {
    for (Tier tier : Tier.values()) {
      BrowserlessUIContext tab = home(gym.person("Someone", tier));
      List<String> shown =
          tab.find(PlaceLink.class).all().stream()
              .map(link -> link.entry().path())
              .distinct()
              .toList();
      assertThat(shown)
          .as(tier.key())
          .containsExactlyInAnyOrderElementsOf(
              places.of(tier).stream()
                  .map(NavigationEntry::path)
                  // Nobody but a trainer is asked to look at classes of their own while they teach
                  // none.
                  .filter(path -> !path.equals("my-classes") || tier == Tier.TRAINER)
                  .toList());
    }
  }

  @Test
  void a_place_of_another_tier_stays_shut_even_by_its_address() {
    BrowserlessUIContext tab = tabs.signedIn(gym.person("Ada Desk", Tier.STAFF));
    tab.navigate("o/" + gym.slug() + "/staff", NoRightView.class);
    assertThat(text(tab)).contains("not open to you");
  }

  @Test
  void unknown_and_foreign_places_get_the_same_page() {
    TestGym rival = TestGym.open(TestDatabase.shared(), "Rival");
    BrowserlessUIContext tab = tabs.signedIn(gym.person("Ada Desk", Tier.OWNER));
    tab.navigate("o/" + rival.slug() + "/staff", NotFoundView.class);
    String foreign = text(tab);
    tab.navigate("o/no-such-place/staff", NotFoundView.class);
    assertThat(text(tab)).isEqualTo(foreign).contains("There is nothing here");
    tab.navigate("o/" + gym.slug() + "/no-such-view", NotFoundView.class);
    assertThat(text(tab)).isEqualTo(foreign);
  }

  @Test
  void the_front_door_leads_to_the_first_place_of_the_tier() {
    BrowserlessUIContext tab = home(gym.person("Ada Owner", Tier.OWNER));
    assertThat(here(tab)).isEqualTo(places.of(Tier.OWNER).getFirst().path());
  }

  @Test
  void the_title_tells_the_place_and_the_gym() {
    BrowserlessUIContext tab = home(gym.person("Ada Owner", Tier.OWNER));
    tab.navigate("o/" + gym.slug() + "/staff", Component.class);
    tab.roundTrip();
    assertThat(tab.getUI().getInternals().getTitle()).isEqualTo("Staff · " + gym.name());
  }

  @Test
  void somebody_with_nothing_to_see_is_told_so() {
    assertThat(places.of(Tier.MEMBER)).isEmpty();
    BrowserlessUIContext tab = home(gym.person("Mia Member", Tier.MEMBER));
    assertThat(text(tab)).contains("Nothing here for you yet");
  }

  @Test
  void two_tabs_stand_in_two_gyms() {
    TestGym harbour = TestGym.open(TestDatabase.shared(), "Harbour");
    Person owner = gym.person("Ada Owner", Tier.OWNER);
    harbour.admit(owner, Tier.STAFF, false);
    BrowserlessUIContext first = tabs.signedIn(owner);
    first.navigate("o/" + gym.slug(), Component.class);
    BrowserlessUIContext second = first.getUser().newWindow();
    second.navigate("o/" + harbour.slug(), Component.class);
    assertThat(bindings.required().slug()).isEqualTo(harbour.slug());
    assertThat(bindings.required().tier()).isEqualTo(Tier.STAFF);
    first.activate();
    assertThat(bindings.required().slug()).isEqualTo(gym.slug());
    assertThat(bindings.required().tier()).isEqualTo(Tier.OWNER);
    assertThat(first.find(OrganizationSwitcher.class).single().getElement().getTextRecursively())
        .contains(gym.name());
  }

  @Test
  void a_number_beside_a_place_follows_what_happens_at_other_desks() throws Exception {
    BrowserlessUIContext tab = home(gym.person("Ada Desk", Tier.STAFF));
    assertThat(counted(tab)).isEqualTo("");
    waiting.set(3);
    live.publish(UUID.randomUUID(), TOPIC, "elsewhere");
    live.publish(gym.id().value(), "another-topic", "something");
    Thread.sleep(100);
    tab.roundTrip();
    assertThat(counted(tab)).as("what happens elsewhere is not heard").isEqualTo("");
    live.publish(gym.id().value(), TOPIC, "something");
    eventually(tab, () -> assertThat(counted(tab)).isEqualTo("3"));
  }

  @Test
  void a_tab_that_left_its_gym_hears_no_more_of_it() {
    int before = live.listeners();
    BrowserlessUIContext tab = home(gym.person("Ada Desk", Tier.STAFF));
    assertThat(live.listeners()).isGreaterThan(before);
    tab.navigate("signed-out", SignedOutView.class);
    assertThat(live.listeners()).isEqualTo(before);
  }

  @Test
  void the_palette_answers_what_is_typed_and_acts() {
    BrowserlessUIContext tab = home(gym.person("Ada Desk", Tier.STAFF));
    CommandPalette palette = tab.find(CommandPalette.class).single();
    type(palette, " smi jo ");
    assertThat(list(palette).getAttribute("data-for")).isEqualTo("smi jo");
    assertThat(palette.getElement().getTextRecursively()).contains("Found smi jo", "One answer");
    PaletteRow row = tab.find(PaletteRow.class).all().getFirst();
    ComponentUtil.fireEvent(row, new ClickEvent<>(row));
    assertThat(codes).containsExactly("opened smi jo");
  }

  @Test
  void the_palette_finds_places_by_the_beginning_of_their_words() {
    BrowserlessUIContext tab = home(gym.person("Ada Owner", Tier.OWNER));
    CommandPalette palette = tab.find(CommandPalette.class).single();
    type(palette, "STA");
    assertThat(palette.getElement().getTextRecursively()).contains("Go to", "Staff");
  }

  @Test
  void a_source_that_cannot_answer_does_not_take_the_others_with_it() {
    BrowserlessUIContext tab = home(gym.person("Ada Desk", Tier.STAFF));
    CommandPalette palette = tab.find(CommandPalette.class).single();
    type(palette, "broken");
    assertThat(palette.getElement().getTextRecursively()).contains("does not answer completely");
  }

  @Test
  void a_scanned_code_goes_to_who_reads_it_even_under_an_open_dialog() {
    BrowserlessUIContext tab = home(gym.person("Ada Desk", Tier.STAFF));
    FormDialog dialog = new FormDialog("T");
    dialog.open();
    tab.roundTrip();
    scan(tab, "CARD-000123\n");
    assertThat(codes).containsExactly("CARD-000123");
    scan(tab, "CARD");
    assertThat(codes).hasSize(1);
  }

  @Test
  void a_code_that_nobody_reads_is_not_passed_over_in_silence() {
    BrowserlessUIContext tab = home(gym.person("Ada Trainer", Tier.TRAINER));
    scan(tab, "4006381333931");
    assertThat(toast(tab)).contains("nothing here reads cards");
  }

  @Test
  void a_lost_binding_sends_the_tab_to_a_page_without_data() {
    Person person = gym.person("Ada Desk", Tier.STAFF);
    BrowserlessUIContext tab = home(person);
    gym.execute("delete from ui_sessions where user_id = ?", person.id().value());
    BindingLostException lost =
        catchThrowableOfType(
            BindingLostException.class,
            () ->
                new TransactionTemplate(transactions)
                    .execute(
                        begun -> sql.sql("select count(*) from tags").query(Long.class).single()));
    assertThat(lost).isNotNull();
    fail(new IllegalStateException("while listing", lost));
    assertThat(tab.getExternalNavigationURL()).startsWith("signed-out?to=o%2F" + gym.slug());
    tab.getUI().navigate("signed-out", QueryParameters.of("to", "o/" + gym.slug() + "/staff"));
    assertThat(tab.find(Anchor.class).single().getHref()).isEqualTo("o/" + gym.slug() + "/staff");
    assertThat(text(tab)).contains("signed out");
  }

  @Test
  void errors_become_sentences_and_no_secrets() {
    BrowserlessUIContext tab = home(gym.person("Ada Desk", Tier.STAFF));
    fail(new OptimisticLockingFailureException("row of Joanna Smith"));
    assertThat(toast(tab)).contains("Someone else changed this").doesNotContain("Joanna");
    fail(new IllegalStateException("Joanna Smith"));
    assertThat(toast(tab)).contains("our side").doesNotContain("Joanna");
    fail(new DataAccessResourceFailureException("Joanna Smith"));
    assertThat(toast(tab)).contains("database does not answer").doesNotContain("Joanna");
  }

  private BrowserlessUIContext home(Person person) {
    BrowserlessUIContext tab = tabs.signedIn(person);
    tab.getUI().setLocale(Locale.ENGLISH);
    tab.navigate("o/" + gym.slug(), Component.class);
    return tab;
  }

  private String here(BrowserlessUIContext tab) {
    List<String> segments = tab.getUI().getActiveViewLocation().getSegments();
    return String.join("/", segments.subList(2, segments.size()));
  }

  private static String text(BrowserlessUIContext tab) {
    return tab.getCurrentView().getElement().getTextRecursively();
  }

  private static String counted(BrowserlessUIContext tab) {
    return tab.find(PlaceLink.class).all().stream()
        .filter(link -> link.entry().path().equals("inbox"))
        .findFirst()
        .orElseThrow()
        .getElement()
        .getChildren()
        .filter(child -> child.getClassList().contains("zore-place-count") && child.isVisible())
        .map(Element::getText)
        .findFirst()
        .orElse("");
  }

  private static void type(CommandPalette palette, String text) {
    palette
        .getChildren()
        .flatMap(Component::getChildren)
        .filter(Input.class::isInstance)
        .map(Input.class::cast)
        .findFirst()
        .orElseThrow()
        .setValue(text);
  }

  private static Element list(CommandPalette palette) {
    return palette
        .getElement()
        .getChildren()
        .filter(child -> child.getClassList().contains("zore-palette-list"))
        .findFirst()
        .orElseThrow();
  }

  /** What the browser's script sends. */
  private static void scan(BrowserlessUIContext tab, String code) {
    Element shell = tab.find(MainLayout.class).single().getElement();
    ObjectNode data = JacksonUtils.createObjectNode();
    data.put("event.detail", code);
    shell
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(shell, "zore-scan", data));
  }

  private static void fail(Throwable error) {
    VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(error));
  }

  private static String toast(BrowserlessUIContext tab) {
    tab.roundTrip();
    return tab.find(Notification.class).all().getLast().getElement().getTextRecursively();
  }

  private static void eventually(BrowserlessUIContext tab, Runnable assertion)
      throws InterruptedException {
    for (int tries = 0; tries < 50; tries++) {
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
