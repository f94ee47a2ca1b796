package com.tryzore.crm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.tryzore.crm.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A real list is brought, checked, imported, found and taken back in a real browser. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"zore.demo=true", "zore.test.database=none", "vaadin.productionMode=true"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportIT {
  private static final String PASSWORD = "six in the evening";
  private static final String ADMIN = "admin@riverside.example";
  private static final double LONG = 120_000;
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

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void five_thousand_members_are_imported_found_and_taken_back(ColorScheme scheme)
      throws IOException {
    try (BrowserContext context = browsers.profile(1440, 900, scheme)) {
      Page page = browsers.signIn(context, ADMIN, PASSWORD);
      browsers.go(page, "/o/riverside/import");
      browsers.assertAccessible(page, "file, " + scheme);

      bring(page, Path.of("src/test/resources/import/members-riverside.csv"));
      assertThat(page.locator(".import-column")).hasCount(15);
      browsers.assertAccessible(page, "columns, " + scheme);

      button(page, "See what would happen").click();
      assertThat(page.locator(".import-figure").first()).containsText("5,000", within(LONG));
      page.waitForTimeout(300);
      browsers.assertAccessible(page, "check, " + scheme);

      button(page, "Import 5,000 members").dblclick();
      assertThat(page.locator(".import-run")).isVisible();
      browsers.assertAccessible(page, "run, " + scheme);
      assertThat(page.locator("h2").first()).hasText("The members are here", text(LONG));
      browsers.assertAccessible(page, "result, " + scheme);

      Download report = page.waitForDownload(() -> page.getByText("Download the report").click());
      assertThat(Files.readString(report.path(), StandardCharsets.UTF_8).lines()).hasSize(5001);

      String address = page.url();
      browsers.go(page, "/o/riverside/members");
      page.keyboard().type("wei");
      assertThat(page.locator(".roster-name").first()).containsText("Wei");
      page.keyboard().type(" sou");
      assertThat(page.locator(".roster-name").filter(named("Wei Souza")).first()).isVisible();

      page.navigate(address);
      button(page, "Undo the import").click();
      page.waitForTimeout(300);
      browsers.assertAccessible(page, "undo asked, " + scheme);
      page.locator("vaadin-dialog .zore-danger").click();
      assertThat(page.locator("h2").first()).hasText("The import was taken back", text(LONG));
      browsers.go(page, "/o/riverside/import");
      browsers.assertAccessible(page, "history, " + scheme);
    }
  }

  @Test
  void duplicates_are_seen_side_by_side_and_refused_rows_by_reason() {
    try (BrowserContext context = browsers.profile(360, 740, ColorScheme.DARK)) {
      Page page = browsers.signIn(context, "admin@irontemple.example", PASSWORD);
      browsers.go(page, "/o/iron-temple/import");
      bring(page, Path.of("src/test/resources/import/members-messy.csv"));
      button(page, "See what would happen").click();
      button(page, "Import 304 members").click();
      assertThat(page.locator("h2").first()).hasText("The members are here", text(LONG));

      browsers.go(page, "/o/iron-temple/import");
      bring(page, Path.of("src/test/resources/import/members-messy.csv"));
      button(page, "See what would happen").click();
      Locator compare = page.locator(".import-compare").first();
      assertThat(compare).isVisible();
      browsers.assertAccessible(page, "duplicates on a phone");
      compare.click();
      assertThat(page.locator(".import-compare-table tbody tr").first()).isVisible();
      page.waitForTimeout(300);
      browsers.assertAccessible(page, "side by side on a phone");
      page.locator("vaadin-dialog vaadin-button", containing("Update the member")).click();
      assertThat(button(page, "Import one member")).isVisible();
      page.keyboard().press("Escape");
      assertThat(page.locator(".import-problems")).containsText("This is no phone number.");
      Object overflow =
          page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1");
      assertThat(overflow).isEqualTo(false);
    }
  }

  @Test
  void what_is_no_list_is_told_in_a_sentence_and_nothing_is_kept() {
    try (BrowserContext context = browsers.profile()) {
      Page page = browsers.signIn(context, "owner@harbour.example", PASSWORD);
      browsers.go(page, "/o/las-palmas/import");
      Map<String, byte[]> files =
          Map.of(
              "This is a picture",
              new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13},
              "This is a PDF",
              "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII),
              "This file is empty",
              new byte[0],
              "This file breaks off in row 3",
              "Name,Email\nAna Li,a@x.example\n\"Ben Ro,b@x.example\n"
                  .getBytes(StandardCharsets.US_ASCII));
      files.forEach(
          (sentence, bytes) -> {
            page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("list.csv", "text/csv", bytes));
            assertThat(page.locator(".import-answer")).containsText(sentence);
          });
      browsers.assertAccessible(page, "a refused file");
      assertThat(page.locator(".import-history")).isHidden();
    }
  }

  private static void bring(Page page, Path list) {
    page.locator("vaadin-upload input[type=file]").setInputFiles(list);
    page.waitForURL(Pattern.compile(".*/import/[0-9a-f-]{36}\\?step=read"));
    page.waitForSelector(".import-columns");
  }

  private static Locator button(Page page, String words) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words));
  }

  private static Locator.FilterOptions named(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  private static Page.LocatorOptions containing(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  private static LocatorAssertions.ContainsTextOptions within(double milliseconds) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(milliseconds);
  }

  private static LocatorAssertions.HasTextOptions text(double milliseconds) {
    return new LocatorAssertions.HasTextOptions().setTimeout(milliseconds);
  }
}
