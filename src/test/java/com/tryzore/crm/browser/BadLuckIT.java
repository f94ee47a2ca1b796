package com.tryzore.crm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Double clicks, lost connections, lost sessions and two at once, before a real browser. */
class BadLuckIT extends DemoIT {

  private static final LocatorAssertions.ContainsTextOptions PATIENT =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  private BrowserContext context;

  @BeforeEach
  void sit() {
    context = browsers().profile();
  }

  @AfterEach
  void leave() {
    context.close();
  }

  @Test
  void a_database_that_goes_away_under_an_open_form_loses_nothing_typed() {
    Page page = at(context, ADMIN, "members");
    Locator form = newMember(page, "Gone", "Andback");
    superuser("alter role zore_admin nologin");
    try {
      superuser(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'zore_admin'");
      save(form).click();
      assertThat(form).containsText("nothing was saved", PATIENT);
      assertThat(form.locator("input").first()).hasValue("Gone");
    } finally {
      superuser("alter role zore_admin login");
    }
    save(form).click();
    assertThat(page.locator(".profile-head h2"))
        .hasText("Gone Andback", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    assertThat(named("Andback")).isEqualTo(1);
  }

  @Test
  void a_double_click_adds_one_member_one_note_and_one_invitation() {
    Page page = at(context, ADMIN, "members");
    save(newMember(page, "Twice", "Clicked")).dblclick();
    assertThat(page.locator(".profile-head h2")).hasText("Twice Clicked");
    page.locator(".profile-card vaadin-button").first().click();
    page.locator("vaadin-dialog[opened] textarea").fill("Once only");
    save(page.locator("vaadin-dialog[opened]")).dblclick();
    assertThat(page.locator(".profile-note-body")).hasText("Once only");
    page.waitForTimeout(500);
    assertThat(named("Clicked")).isEqualTo(1);
    assertThat(number("select count(*) from client_notes where body = ?", "Once only"))
        .isEqualTo(1);
    browsers().go(page, "/o/riverside/staff");
    page.locator(".zore-toolbar .zore-primary").click();
    Locator invite = page.locator("vaadin-dialog[opened]");
    invite.locator("input").nth(0).fill("Iris Invited");
    invite.locator("input").nth(1).fill("iris@riverside.example");
    save(invite).dblclick();
    page.waitForTimeout(1_000);
    assertThat(number("select count(*) from invitations where email = ?", "iris@riverside.example"))
        .isEqualTo(1);
  }

  @Test
  void back_forward_and_reload_show_what_the_address_says() {
    Page page = at(context, DESK, "today");
    browsers().go(page, "/o/riverside/members?q=bian");
    page.locator(".roster-name").first().click();
    Locator name = page.locator(".profile-head h2");
    assertThat(name).hasText("Luca Bianchi");
    Browsers.arrived(page, ".*/members/[0-9a-f-]{36}.*");
    page.goBack();
    assertThat(name).hasCount(0);
    assertThat(page.locator(".zore-search input")).hasValue("bian");
    Browsers.arrived(page, ".*/members\\?q=bian");
    page.goForward();
    assertThat(name).hasText("Luca Bianchi");
    Browsers.arrived(page, ".*/members/[0-9a-f-]{36}.*");
    page.reload();
    assertThat(name).hasText("Luca Bianchi");
    assertThat(page.locator(".zore-search input")).hasValue("bian");
    Browsers.arrived(page, ".*/members/[0-9a-f-]{36}.*");
    page.goBack();
    assertThat(name).hasCount(0);
    Browsers.arrived(page, ".*/members\\?q=bian");
    page.goBack();
    assertThat(page.locator("h1")).hasText("Today");
  }

  @Test
  void a_session_that_ends_while_a_form_is_open_saves_nothing_and_shows_nothing_more() {
    Page page = at(context, "admin@las-palmas.example", "members", "las-palmas");
    Locator form = newMember(page, "Too", "Late");
    superuser(
        """
        update ui_sessions
           set closed_at = clock_timestamp()
         where user_id = (select id from users where sign_in_email = 'admin@las-palmas.example')
           and closed_at is null
        """);
    save(form).click();
    assertThat(page).hasURL(Pattern.compile(".*/signed-out.*"));
    assertThat(page.locator("h1")).isVisible();
    assertThat(page.locator(".roster-name")).hasCount(0);
    assertThat(named("Late")).isZero();
  }

  @Test
  void of_two_who_edit_one_member_the_second_sees_both_values_and_chooses() {
    try (BrowserContext other = browsers().profile()) {
      Page first = edit(at(context, ADMIN, "members?q=adeyemi"));
      Page second = edit(at(other, DESK, "members?q=adeyemi"));
      email(first).fill("first@example.com");
      save(first.locator("vaadin-dialog[opened]")).click();
      assertThat(first.locator("vaadin-dialog[opened]")).hasCount(0);
      email(second).fill("second@example.com");
      save(second.locator("vaadin-dialog[opened]")).click();
      Locator question = second.locator(".member-conflict[opened]");
      assertThat(question).containsText("first@example.com");
      assertThat(question).containsText("second@example.com");
      question.locator("vaadin-radio-button").first().click();
      save(question).click();
      assertThat(second.locator("vaadin-dialog[opened]")).hasCount(0);
      assertThat(number("select count(*) from clients where email = ?", "second@example.com"))
          .isEqualTo(1);
    }
  }

  private static Page edit(Page page) {
    page.locator(".roster-name").first().click();
    page.locator(".profile-actions vaadin-button").last().click();
    email(page).waitFor();
    return page;
  }

  private static Locator email(Page page) {
    return page.locator(".member-dialog")
        .getByLabel("E-mail", new Locator.GetByLabelOptions().setExact(true));
  }

  private static Locator newMember(Page page, String given, String family) {
    page.locator(".zore-toolbar .zore-primary").click();
    Locator form = page.locator(".member-dialog[opened]");
    form.locator("input").nth(0).fill(given);
    form.locator("input").nth(1).fill(family);
    return form;
  }

  private static Locator save(Locator dialog) {
    return dialog.locator("vaadin-button.zore-primary");
  }

  private static int named(String family) {
    return number("select count(*) from clients where family_name = ?", family);
  }

  private static void superuser(String sql) {
    try (Connection connection = DATABASE.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
