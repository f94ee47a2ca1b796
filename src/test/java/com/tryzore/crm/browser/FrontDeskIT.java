package com.tryzore.crm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.tryzore.crm.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demo installation in a real browser: signing in, finding, two gyms, lost sessions, axe. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"zore.demo=true", "zore.test.database=none", "vaadin.productionMode=true"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontDeskIT {

  private static final String PASSWORD = "six in the evening";
  private static final String DESK = "desk@riverside.example";
  private static final String OWNER = "owner@harbour.example";
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @LocalServerPort private int port;
  private Browsers browsers;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.properties().forEach((name, value) -> registry.add(name, () -> value));
  }

  @BeforeAll
  void open() {
    browsers = new Browsers(port);
  }

  @AfterAll
  void close() {
    browsers.close();
  }

  @Test
  void a_wrong_password_is_told_in_words_and_the_right_one_opens_the_gym() {
    try (BrowserContext context = browsers.profile()) {
      Page page = context.newPage();
      page.navigate("http://localhost:" + port + "/login");
      page.fill("input[name=username]", "nobody@riverside.example");
      page.fill("input[name=password]", "wrong");
      page.keyboard().press("Enter");
      assertThat(page.locator("[role=alert]").first()).isVisible();
    }
    try (BrowserContext context = browsers.profile()) {
      Page page = browsers.signIn(context, DESK, PASSWORD);
      assertThat(page).hasURL(Pattern.compile(".*/o/riverside/.*"));
    }
  }

  @Test
  void three_letters_and_two_more_find_joanna_smith_and_the_address_keeps_the_search() {
    try (BrowserContext context = browsers.profile()) {
      Page page = browsers.signIn(context, DESK, PASSWORD);
      browsers.go(page, "/o/riverside/members");
      page.keyboard().type("smi jo");
      Locator first = page.locator(".roster-name").first();
      assertThat(first).hasText("Joanna Smith");
      assertThat(page).hasURL(Pattern.compile(".*[?&]q=smi.*"));
      page.reload();
      assertThat(page.locator(".roster-name").first()).hasText("Joanna Smith");
      page.locator(".roster-name").first().click();
      Browsers.arrived(page, ".*/members/[0-9a-f-]{36}.*");
      page.goBack();
      assertThat(page).hasURL(Pattern.compile(".*/members\\?q=smi.*"));
    }
  }

  @Test
  void two_tabs_of_one_owner_stand_in_two_gyms() {
    try (BrowserContext context = browsers.profile()) {
      Page first = browsers.signIn(context, OWNER, PASSWORD);
      Page second = context.newPage();
      browsers.go(first, "/o/riverside/members");
      browsers.go(second, "/o/las-palmas/members");
      assertThat(first.locator(".zore-toolbar-count")).hasText("71 members");
      assertThat(second.locator(".zore-toolbar-count")).hasText("36 members");
      first.reload();
      assertThat(first.locator(".zore-toolbar-count")).hasText("71 members");
    }
  }

  @Test
  void a_rivals_address_and_one_that_never_was_are_answered_alike() {
    try (BrowserContext context = browsers.profile()) {
      Page page = browsers.signIn(context, DESK, PASSWORD);
      browsers.go(page, "/o/iron-temple/members");
      String rival = page.locator("h1").innerText();
      browsers.go(page, "/o/no-such-gym/members");
      assertThat(page.locator("h1")).hasText(rival);
      assertThat(page.locator(".roster-name")).hasCount(0);
    }
  }

  @Test
  void a_tab_whose_session_was_revoked_gets_a_clear_page_and_shows_no_more_data()
      throws SQLException {
    try (BrowserContext context = browsers.profile()) {
      Page page = browsers.signIn(context, "admin@irontemple.example", PASSWORD);
      browsers.go(page, "/o/iron-temple/members");
      try (Connection superuser = DATABASE.superuser();
          Statement statement = superuser.createStatement()) {
        statement.execute(
            """
            update user_organizations
               set status = 'disabled'
             where user_id = (select id from users where sign_in_email = 'admin@irontemple.example')
            """);
      }
      page.locator("vaadin-text-field input").first().fill("ana");
      assertThat(page.locator(".roster-name")).hasCount(0);
      assertThat(page.locator("h1")).isVisible();
    }
  }

  @Test
  void a_member_is_found_by_name_and_checked_in_without_the_mouse() {
    try (BrowserContext context = browsers.profile()) {
      Page page = browsers.signIn(context, DESK, PASSWORD);
      browsers.go(page, "/o/riverside/today");
      page.keyboard().type("hugo");
      assertThat(page.locator("#desk-who")).isVisible();
      page.waitForTimeout(800);
      page.keyboard().press("Enter");
      assertThat(page.locator(".desk-verdict-name").first()).containsText("Hugo Castillo");
    }
  }

  @Test
  void axe_finds_nothing_on_any_view_in_either_theme() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (BrowserContext context = browsers.profile(1440, 900, scheme)) {
        Page page = context.newPage();
        page.navigate("http://localhost:" + port + "/login");
        page.waitForSelector("h1");
        browsers.assertAccessible(page, "sign-in, " + scheme);
      }
      try (BrowserContext context = browsers.profile(1440, 900, scheme)) {
        Page page = browsers.signIn(context, OWNER, PASSWORD);
        for (String path :
            List.of(
                "/choose",
                "/o/riverside/today",
                "/o/riverside/members",
                "/o/riverside/members?q=zzzz",
                "/o/riverside/staff",
                "/o/riverside/nowhere")) {
          browsers.go(page, path);
          page.waitForTimeout(400);
          browsers.assertAccessible(page, path + ", " + scheme);
        }
      }
    }
  }
}
