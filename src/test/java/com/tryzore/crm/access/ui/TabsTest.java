package com.tryzore.crm.access.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.BindingLostException;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.SignIns;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.TestGym.Person;
import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tabs of several people in several gyms at once. */
@SpringBootTest(properties = "zore.data=target")
class TabsTest {
  @Autowired ApplicationContext context;
  @Autowired Bindings bindings;
  @Autowired IdleWatch watch;
  @Autowired SignIns signIns;
  @Autowired JdbcClient sql;
  @Autowired PlatformTransactionManager transactions;

  private final TestGym harbour = TestGym.open(TestDatabase.shared(), "Harbour");
  private final TestGym rival = TestGym.open(TestDatabase.shared(), "Rival");
  private TestTabs tabs;

  @BeforeEach
  void open() {
    tabs = TestTabs.of(context);
    harbour.tag("of the harbour");
    rival.tag("of the rival");
  }

  @AfterEach
  void close() {
    tabs.close();
  }

  @Test
  void each_tab_sees_its_own_gym_whoever_else_is_at_work() {
    Person both = harbour.person("Bo Both", Tier.STAFF);
    rival.admit(both, Tier.TRAINER, false);
    Person other = rival.person("Otto Other", Tier.OWNER);
    BrowserlessUIContext first = at(tabs.signedIn(both), harbour);
    BrowserlessUIContext second = at(first.getUser().newWindow(), rival);
    BrowserlessUIContext third = at(tabs.signedIn(other), rival);

    for (int round = 0; round < 3; round++) {
      first.activate();
      assertThat(seen()).containsExactly("of the harbour", "zore_staff", "Bo Both");
      second.activate();
      assertThat(seen()).containsExactly("of the rival", "zore_trainer", "Bo Both");
      third.activate();
      assertThat(seen()).containsExactly("of the rival", "zore_owner", "Otto Other");
    }
  }

  @Test
  void a_tab_that_moves_to_another_gym_gives_the_first_one_up() {
    Person both = harbour.person("Bo Both", Tier.STAFF);
    rival.admit(both, Tier.STAFF, false);
    BrowserlessUIContext tab = at(tabs.signedIn(both), harbour);
    Binding before = bindings.required();

    at(tab, rival);

    assertThat(bindings.required().slug()).isEqualTo(rival.slug());
    assertThat(isOpen(before)).isFalse();
    assertThat(isOpen(bindings.required())).isTrue();
  }

  @Test
  void moving_within_the_gym_keeps_the_binding() {
    BrowserlessUIContext tab = at(tabs.signedIn(harbour.person("Sue", Tier.OWNER)), harbour);
    Binding before = bindings.required();

    tab.navigate("o/" + harbour.slug() + "/staff", Component.class);

    assertThat(bindings.required()).isEqualTo(before);
  }

  @Test
  void a_closed_tab_leaves_no_binding_behind() {
    BrowserlessUIContext tab = at(tabs.signedIn(harbour.person("Sue", Tier.STAFF)), harbour);
    Binding binding = bindings.required();

    tab.close();

    assertThat(isOpen(binding)).isFalse();
  }

  @Test
  void unknown_and_foreign_gyms_look_alike_and_bind_nothing() {
    BrowserlessUIContext tab = tabs.signedIn(harbour.person("Sue", Tier.OWNER));
    tab.getUI().setLocale(Locale.ENGLISH);
    tab.navigate("o/" + rival.slug() + "/staff", Component.class);
    String foreign = text(tab);
    assertThat(bindings.current()).isEmpty();

    tab.navigate("o/nowhere/staff", Component.class);

    assertThat(text(tab)).isEqualTo(foreign).isNotBlank();
    assertThat(bindings.current()).isEmpty();
  }

  @Test
  void a_tab_of_a_disabled_user_is_lost_with_the_next_statement() {
    Person person = harbour.person("Dora", Tier.STAFF);
    at(tabs.signedIn(person), harbour);
    assertThat(seen()).contains("of the harbour");

    harbour.execute("update users set disabled_at = now() where id = ?", person.id().value());

    assertThatThrownBy(this::seen).isInstanceOf(BindingLostException.class);
  }

  @Test
  void a_changed_role_ends_the_tabs_it_had_opened_and_nobody_else_s() {
    Person both = harbour.person("Bo Both", Tier.STAFF);
    rival.admit(both, Tier.TRAINER, false);
    Person owner = harbour.person("Olga Owner", Tier.OWNER);
    BrowserlessUIContext first = at(tabs.signedIn(both), harbour);
    BrowserlessUIContext second = at(first.getUser().newWindow(), rival);
    BrowserlessUIContext third = at(tabs.signedIn(owner), harbour);
    BrowserlessUIContext again = at(first.getUser().newWindow(), harbour);

    harbour.execute(
        "update user_organizations set role = 'trainer' where user_id = ? and organization_id = ?",
        both.id().value(),
        harbour.id().value());

    for (BrowserlessUIContext lost : List.of(first, again)) {
      lost.activate();
      assertThatThrownBy(this::seen).isInstanceOf(BindingLostException.class);
    }
    second.activate();
    assertThat(seen()).containsExactly("of the rival", "zore_trainer", "Bo Both");
    third.activate();
    assertThat(seen()).containsExactly("of the harbour", "zore_owner", "Olga Owner");
    at(first.getUser().newWindow(), harbour);
    assertThat(seen()).containsExactly("of the harbour", "zore_trainer", "Bo Both");
    assertThat(bindings.required().tier()).isEqualTo(Tier.TRAINER);
  }

  @Test
  void whoever_has_one_gym_goes_straight_in_and_others_choose_primary_first() {
    BrowserlessUIContext one = tabs.signedIn(harbour.person("Una", Tier.STAFF));
    one.navigate("", Component.class);
    assertThat(one.getUI().getActiveViewLocation().getPath()).startsWith("o/" + harbour.slug());

    TestGym chain = TestGym.open(TestDatabase.shared(), "Chain");
    TestGym north = chain.below("North");
    Person several = rival.person("Sven", Tier.TRAINER);
    chain.admit(several, Tier.ADMIN, false);
    BrowserlessUIContext many = tabs.signedIn(several);
    many.navigate("", Component.class);
    assertThat(many.getUI().getActiveViewLocation().getPath()).isEqualTo("choose");
    assertThat(many.find(Anchor.class).all())
        .extracting(Anchor::getHref)
        .containsExactly("o/" + rival.slug(), "o/" + chain.slug(), "o/" + north.slug());
  }

  @Test
  void an_account_without_a_gym_is_told_so() {
    Person person = harbour.person("Nele", Tier.STAFF);
    harbour.execute(
        "update user_organizations set status = 'disabled' where user_id = ?", person.id().value());
    BrowserlessUIContext tab = tabs.signedIn(person);
    tab.getUI().setLocale(Locale.ENGLISH);

    tab.navigate("", Component.class);

    assertThat(tab.find(H1.class).single().getText()).isEqualTo("No gym for you yet");
  }

  @Test
  void nobody_at_the_screen_is_noticed_two_minutes_before_and_signed_out_after_half_an_hour() {
    Person person = harbour.person("Ines", Tier.STAFF);
    BrowserlessUIContext tab = at(tabs.signedIn(person), harbour);
    Tab data = Tab.of(tab.getUI()).orElseThrow();
    Instant now = Instant.now();

    look(tab, now.plus(Duration.ofMinutes(27)));
    assertThat(tab.find(EndNotice.class).all()).isEmpty();
    look(tab, now.plus(Duration.ofMinutes(28).plusSeconds(5)));
    assertThat(tab.find(EndNotice.class).all()).hasSize(1);
    watch.used(tab.getUI());
    tab.roundTrip();
    assertThat(tab.find(EndNotice.class).all()).as("somebody is there").isEmpty();
    assertThat(signIns.isOver(data.who())).isFalse();

    look(tab, Instant.now().plus(Duration.ofMinutes(30)));
    assertThat(tab.getExternalNavigationURL()).isEqualTo("login?idle");
    assertThat(signIns.isOver(data.who())).isTrue();
  }

  @Test
  void the_end_of_the_twelve_hours_is_announced_and_comes() {
    BrowserlessUIContext tab = at(tabs.signedIn(harbour.person("Ela", Tier.STAFF)), harbour);
    Tab data = Tab.of(tab.getUI()).orElseThrow();
    Instant end = bindings.required().expiresAt();

    data.usedAt(end.minusSeconds(240));
    look(tab, end.minusSeconds(239));
    assertThat(tab.find(EndNotice.class).all()).hasSize(1);
    data.usedAt(end.minusSeconds(200));
    look(tab, end.minusSeconds(199));
    assertThat(tab.find(EndNotice.class).all()).as("announced once").isEmpty();
    look(tab, end);
    assertThat(tab.getExternalNavigationURL()).isEqualTo("login?expired");
  }

  @Test
  void using_one_tab_keeps_all_tabs_of_the_browser_alive() {
    Person person = harbour.person("Tia", Tier.STAFF);
    rival.admit(person, Tier.STAFF, false);
    BrowserlessUIContext first = at(tabs.signedIn(person), harbour);
    BrowserlessUIContext second = at(first.getUser().newWindow(), rival);
    harbour.execute(
        "update ui_sessions set last_seen_at = now() - interval '29 minutes' where user_id = ?",
        person.id().value());
    for (BrowserlessUIContext tab : List.of(first, second)) {
      Tab.of(tab.getUI()).orElseThrow().touchedAt(Instant.now().minusSeconds(61));
    }

    first.activate();
    watch.used(first.getUI());

    assertThat(
            harbour.value(
                Long.class,
                "select count(*) from ui_sessions where user_id = ? and closed_at is null"
                    + " and last_seen_at > now() - interval '1 minute'",
                person.id().value()))
        .isEqualTo(2);
  }

  private void look(BrowserlessUIContext tab, Instant now) {
    watch.look(now);
    VaadinSession session = tab.getUI().getSession();
    session.getService().runPendingAccessTasks(session);
  }

  private static BrowserlessUIContext at(BrowserlessUIContext tab, TestGym gym) {
    tab.navigate("o/" + gym.slug(), Component.class);
    return tab;
  }

  /** What the tab whose turn it is sees: the tags of its gym, the login, and its user's name. */
  private List<String> seen() {
    return new TransactionTemplate(transactions)
        .execute(
            begun ->
                List.of(
                    sql.sql("select name from tags").query(String.class).single(),
                    sql.sql("select session_user::text").query(String.class).single(),
                    bindings.required().userName()));
  }

  private boolean isOpen(Binding binding) {
    return Boolean.TRUE.equals(
        harbour.value(
            Boolean.class,
            "select closed_at is null from ui_sessions where id = ?",
            binding.session().value()));
  }

  private static String text(BrowserlessUIContext tab) {
    return tab.getCurrentView().getElement().getTextRecursively();
  }
}
