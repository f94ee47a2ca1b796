package com.tryzore.crm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A timetable is brought twice and taken back; rooms and class rules, wide and on a telephone. */
class TimetableIT extends DemoIT {

  private static final Path FILE =
      Path.of("src/test/resources/com/tryzore/crm/schedule/ical/timetable-riverside.ics");

  @Test
  void a_timetable_is_tried_imported_not_doubled_by_a_second_import_and_taken_back() {
    int before = events();
    try (BrowserContext context = browsers().profile(1440, 900, ColorScheme.LIGHT)) {
      Page page = at(context, ADMIN, "calendar");
      page.locator(".cal-setup vaadin-menu-bar-button").first().click();
      page.getByText("Import a timetable").click();
      page.locator("vaadin-upload input[type=file]")
          .setInputFiles(
              new FilePayload("x.ics", "text/calendar", "no".getBytes(StandardCharsets.US_ASCII)));
      assertThat(page.locator(".import-answer")).containsText("This is no iCalendar file");
      check(page, "a refused timetable");

      bring(page);
      check(page, "names");
      button(page, "See what would happen").click();
      assertThat(page.locator(".import-figure").first()).containsText("13");
      assertThat(page.locator(".timetable-line")).hasCount(13);
      check(page, "what would happen");
      assertThat(events()).isEqualTo(before);

      button(page, "Import 13 entries").dblclick();
      page.waitForURL(Pattern.compile(".*/calendar/import/[0-9a-f-]{36}"));
      String result = page.url();
      assertThat(page.locator("h2").first()).hasText("The timetable is here");
      check(page, "imported");
      int after = events();
      assertThat(after).isGreaterThan(before + 500);

      button(page, "Another file").click();
      assertThat(page.locator(".import-list-row")).hasCount(1);
      bring(page);
      button(page, "See what would happen").click();
      assertThat(page.locator(".import-figure").nth(2)).containsText("13");
      assertThat(page.getByText("There is nothing to import")).isVisible();
      assertThat(events()).isEqualTo(after);

      page.navigate(result);
      button(page, "Undo the import").click();
      page.locator("vaadin-dialog .zore-danger").click();
      assertThat(page.locator("h2").first()).hasText("The import was taken back");
      assertThat(events()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @CsvSource({"1440, DARK", "360, LIGHT"})
  void axe_finds_nothing_in_the_import_the_rooms_and_the_rules(int width, ColorScheme scheme) {
    try (BrowserContext context = browsers().profile(width, 800, scheme)) {
      Page page = at(context, ADMIN, "calendar/import");
      bring(page);
      button(page, "See what would happen").click();
      assertThat(page.locator(".timetable-line").first()).isVisible();
      check(page, "what would happen");
      browsers().go(page, "/o/riverside/calendar/rooms");
      assertThat(page.locator(".rooms-row").first()).isVisible();
      check(page, "rooms");
      page.locator(".rooms-ways vaadin-button").first().click();
      check(page, "a room");
      page.keyboard().press("Escape");
      browsers().go(page, "/o/riverside/calendar/rules");
      check(page, "class rules");
    }
  }

  private static int events() {
    return number("select count(*) from events where title <> ?", "");
  }

  private static void bring(Page page) {
    page.locator("vaadin-upload input[type=file]").setInputFiles(FILE);
    page.locator(".import-columns").first().waitFor();
  }

  private static Locator button(Page page, String words) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words));
  }

  private void check(Page page, String what) {
    page.waitForTimeout(400); // until what comes has come to rest
    browsers().assertAccessible(page, what);
    assertThat(page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1"))
        .isEqualTo(false);
  }
}
