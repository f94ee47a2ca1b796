package com.tryzore.crm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A trainer with a telephone in front of a class of thirty: who comes, marks, the emergency
 * contact, the page on paper; axe on all of it in both themes.
 */
class ClassRosterIT extends DemoIT {

  private static final String TRAINER = "trainer@riverside.example";
  private static final String CLASS = "0c1a55e5-0000-7000-8000-000000000001";
  private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page(?![a-zA-Z])");

  private static final String GYM = "(select id from organizations where slug = 'riverside')";
  private static final String ANA =
      "(select id from users where sign_in_email = '" + TRAINER + "')";

  @BeforeAll
  void a_class_of_thirty_that_has_begun() throws SQLException {
    try (Connection superuser = DATABASE.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(
          """
          insert into events (organization_id, id, kind, title, starts_at, ends_at, capacity, trainer_id)
          values (%s, '%s', 'class', 'Full House', now() - interval '5 minutes', now() + interval '55 minutes', 60, %s)
          """
              .formatted(GYM, CLASS, ANA));
      statement.execute(seats(1, 30));
      statement.execute(
          """
          update clients
             set care_points = 'Asthma, inhaler in the bag',
                 emergency_name = 'Rosa Guest',
                 emergency_phone = '+13125550123'
           where family_name = 'Guest01'
          """);
    }
  }

  private static String seats(int from, int to) {
    return """
        with guest as (
          insert into clients (organization_id, given_name, family_name)
          select %1$s, 'Maximiliana', 'Guest' || to_char(n, 'FM00') from generate_series(%3$d, %4$d) n
          returning organization_id, id),
        standing as (
          insert into client_organizations (organization_id, client_id, home_organization_id, status)
          select organization_id, id, organization_id, 'active' from guest
          returning organization_id, client_id)
        insert into event_participants (organization_id, event_id, client_id, booked_by)
        select organization_id, '%2$s', client_id, %5$s from standing
        """
        .formatted(GYM, CLASS, from, to, ANA);
  }

  @Test
  void a_class_is_taught_with_a_telephone() {
    try (BrowserContext context = browsers().profile(360, 740, ColorScheme.LIGHT)) {
      Page page = at(context, TRAINER, "my-classes");
      Locator card = page.locator(".taught-next");
      assertThat(card).containsText("Now");
      assertThat(card).containsText("Full House");
      assertThat(card).containsText("30 of 60");
      assertThat(card).containsText("Asthma, inhaler in the bag");
      fits(page, "my classes");
      card.locator(".taught-way-main").click();
      assertThat(page).hasURL(Pattern.compile(".*/my-classes/" + CLASS));
      Locator here = page.locator(".class-here");
      row(page, "Guest02").locator(".class-way-present").click();
      assertThat(here).hasText("1 of 30 are here");
      assertThat(row(page, "Guest02").locator(".class-way-present"))
          .hasAttribute("aria-pressed", "true");
      row(page, "Guest03").locator(".class-way-absent").click();
      assertThat(row(page, "Guest03")).containsText("Did not come");
      page.locator("vaadin-button.class-all").click();
      assertThat(here).hasText("29 of 30 are here");
      page.locator(".zore-toast-action").last().click();
      assertThat(here).hasText("1 of 30 are here");
      assertThat(row(page, "Guest03")).containsText("Did not come");
      fits(page, "the roster of a class");

      Locator guest = row(page, "Guest01");
      guest.locator("vaadin-button.class-contact-tap").click();
      assertThat(guest.locator("a[href='tel:+13125550123']")).isVisible();
      assertThat(guest).containsText("Rosa Guest");
      fits(page, "an emergency contact");
      Assertions.assertThat(logged("read", "emergency_contact")).isEqualTo(1);
    }
  }

  @Test
  void thirty_names_are_one_page_of_letter_and_of_a4_and_sixty_are_two() {
    try (BrowserContext context = browsers().profile(1440, 900, ColorScheme.DARK)) {
      Page page = at(context, TRAINER, "my-classes");
      assertThat(page.locator(".class-panel")).isVisible();
      accessible(page, "my classes beside a roster, dark");
      int before = logged("print", "roster");
      browsers().go(page, "/o/riverside/class-print/" + CLASS);
      assertThat(page.locator(".sheet-member")).hasCount(30);
      accessible(page, "a roster to print, dark");
      Assertions.assertThat(logged("print", "roster")).isEqualTo(before + 1);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      Assertions.assertThat(names(page)).hasSize(30).contains("Maximiliana Guest30");
      assertThat(page.locator(".sheet-tools")).isHidden();
      assertThat(page.locator(".sheet-walkin:visible")).hasCount(4);
      for (String paper : List.of("Letter", "A4")) {
        Assertions.assertThat(pages(page, paper)).as(paper).isEqualTo(1);
      }
      page.locator("vaadin-checkbox").evaluate("box => box.click()");
      assertThat(page.locator(".sheet-with-photos")).hasCount(1);
      Assertions.assertThat(pages(page, "Letter")).as("with photos").isEqualTo(1);
      page.evaluate(
          "document.querySelectorAll('.sheet-member').forEach(one => one.after(one.cloneNode(true)))");
      Assertions.assertThat(pages(page, "Letter")).as("sixty").isEqualTo(2);
    }
  }

  private static List<String> names(Page page) {
    return page.locator(".sheet-member > .sheet-name:visible").allInnerTexts();
  }

  private static long pages(Page page, String paper) {
    byte[] pdf = page.pdf(new Page.PdfOptions().setFormat(paper).setPreferCSSPageSize(false));
    return PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).results().count();
  }

  private static Locator row(Page page, String name) {
    return page.locator(".class-row").filter(new Locator.FilterOptions().setHasText(name));
  }

  /** Nothing is pushed out of a narrow screen, and axe finds nothing. */
  private void fits(Page page, String what) {
    Assertions.assertThat(
            page.evaluate(
                "[...document.querySelectorAll('.zore-main *')]"
                    + ".filter(one => one.getBoundingClientRect().right > innerWidth + 1).length"))
        .as("what lies outside: " + what)
        .isEqualTo(0);
    accessible(page, what);
  }

  private void accessible(Page page, String what) {
    page.waitForTimeout(400);
    browsers().assertAccessible(page, what);
  }

  private static int logged(String action, String field) {
    return number(
        "select count(*) from audit_logs where action = '%s' and new_values -> 'fields' @> to_jsonb(?::text)"
            .formatted(action),
        field);
  }
}
