package com.tryzore.crm.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies beyond the plain views: profile, forms, menus and errors, wide and on a telephone. */
class AccessibilityIT extends DemoIT {

  private static final String SIZES = "1440, LIGHT";

  @ParameterizedTest
  @CsvSource({SIZES, "1440, DARK", "360, LIGHT", "360, DARK"})
  void axe_finds_nothing_in_the_roster_the_profile_and_their_forms(int width, ColorScheme scheme) {
    try (BrowserContext context = browsers().profile(width, 900, scheme)) {
      Page page = at(context, ADMIN, "members");
      check(page, "roster");
      page.locator(".zore-chip").first().click();
      check(page, "a filter");
      page.keyboard().press("Escape");
      page.locator(".roster-ways vaadin-button").first().click();
      check(page, "saved views");
      page.keyboard().press("Escape");
      page.locator("vaadin-grid vaadin-checkbox").nth(1).click();
      check(page, "bulk actions");
      page.locator(".zore-toolbar .zore-primary").click();
      check(page, "a new member");
      page.keyboard().press("Escape");
      browsers().go(page, "/o/riverside/members?q=smi");
      page.locator(".roster-name").first().click();
      page.locator(".profile-head h2").waitFor();
      check(page, "profile");
      page.locator(".profile-actions vaadin-button").last().click();
      check(page, "edit");
      page.keyboard().press("Escape");
      page.locator(".profile-tags vaadin-button").last().click();
      check(page, "tags");
      page.keyboard().press("Escape");
      page.locator(".profile-card vaadin-button").first().click();
      check(page, "a note");
    }
  }

  @ParameterizedTest
  @CsvSource({SIZES, "1440, DARK", "360, LIGHT", "360, DARK"})
  void axe_finds_nothing_at_the_desk_in_the_palette_and_the_menus(int width, ColorScheme scheme) {
    try (BrowserContext context = browsers().profile(width, 900, scheme)) {
      Page page = at(context, ADMIN, "today");
      check(page, "today");
      page.keyboard().type("smi", new Keyboard.TypeOptions().setDelay(60));
      page.locator("[role=option]").first().waitFor();
      check(page, "answers");
      page.keyboard().press("Escape");
      page.keyboard().type("000052", new Keyboard.TypeOptions().setDelay(60));
      page.keyboard().press("Enter");
      page.locator(".desk-refusal .desk-verdict-name").waitFor();
      check(page, "refusal");
      page.keyboard().press("Escape");
      check(page, "turned away");
      page.keyboard().press("Control+k");
      page.keyboard().type("smi", new Keyboard.TypeOptions().setDelay(60));
      page.locator(".zore-hit").first().waitFor();
      check(page, "palette");
      page.keyboard().press("Escape");
      page.locator(".zore-user vaadin-button").first().click();
      check(page, "user menu");
      page.keyboard().press("Escape");
      browsers().go(page, "/o/riverside/staff");
      check(page, "staff");
      page.locator(".staff-actions vaadin-button").first().click();
      check(page, "an account");
      page.keyboard().press("Escape");
      page.locator(".zore-toolbar .zore-primary").click();
      check(page, "invite");
    }
  }

  @ParameterizedTest
  @CsvSource({SIZES, "1440, DARK", "360, LIGHT", "360, DARK"})
  void axe_finds_nothing_where_one_may_not_go(int width, ColorScheme scheme) {
    try (BrowserContext context = browsers().profile(width, 900, scheme)) {
      Page page = at(context, DESK, "staff");
      check(page, "no right");
      browsers().go(page, "/o/riverside/nowhere");
      check(page, "not found");
      browsers().go(page, "/signed-out");
      check(page, "signed out");
      browsers().go(page, "/welcome/gone");
      check(page, "an invitation that is over");
    }
    try (BrowserContext context = browsers().profile(width, 900, scheme)) {
      Page page = context.newPage();
      page.navigate(address() + "/login");
      page.waitForSelector("h1");
      check(page, "sign-in");
    }
  }

  private void check(Page page, String what) {
    page.waitForTimeout(500); // until what comes has come to rest
    browsers().assertAccessible(page, what);
  }
}
