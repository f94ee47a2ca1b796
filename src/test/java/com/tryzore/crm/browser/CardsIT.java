package com.tryzore.crm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cards held to a scanner while something else is going on. */
class CardsIT extends DemoIT {

  private static final Locator.PressSequentiallyOptions HUMAN =
      new Locator.PressSequentiallyOptions().setDelay(60);

  private BrowserContext context;
  private Page page;

  @BeforeEach
  void sit() {
    context = browsers().profile();
    page = at(context, ADMIN, "today");
  }

  @AfterEach
  void leave() {
    context.close();
  }

  @Test
  void a_card_is_read_on_any_page() {
    List<String> paths = List.of("today", "members", "members?q=smi", "staff");
    List<String> cards = List.of("000021", "000022", "000023", "000024");
    for (int i = 0; i < paths.size(); i++) {
      int before = visits(cards.get(i));
      browsers().go(page, "/o/riverside/" + paths.get(i));
      new TimedKeys(page).burst(cards.get(i));
      assertThat(verdict()).isVisible();
      assertThat(visits(cards.get(i))).as(paths.get(i)).isEqualTo(before + 1);
    }
  }

  @Test
  void what_was_typed_into_the_search_stays_and_so_does_the_list() {
    browsers().go(page, "/o/riverside/members");
    Locator search = page.locator(".zore-search input");
    search.pressSequentially("smi", HUMAN);
    assertThat(page.locator(".zore-toolbar-count")).hasText("3 members");
    new TimedKeys(page).burst("000067");
    assertThat(verdict()).hasText("Hugo Castillo");
    assertThat(search).hasValue("smi");
    assertThat(page.locator(".zore-toolbar-count")).hasText("3 members");
    assertThat(search).isFocused();
  }

  @Test
  void a_card_while_a_form_is_open_checks_in_and_leaves_the_form_as_it_was() {
    browsers().go(page, "/o/riverside/members");
    page.locator(".zore-toolbar .zore-primary").click();
    Locator form = page.locator("vaadin-dialog[opened]");
    Locator name = form.locator("input").first();
    name.pressSequentially("Ottilie", HUMAN);
    int before = visits("000031");
    new TimedKeys(page).burst("000031");
    assertThat(verdict()).hasText("Ethan Brown");
    assertThat(form).hasCount(1);
    assertThat(name).hasValue("Ottilie");
    assertThat(name).isFocused();
    assertThat(visits("000031")).isEqualTo(before + 1);
    page.locator(".desk-toast vaadin-button").first().click();
    assertThat(page.locator(".desk-toast")).hasCount(0);
    assertThat(visits("000031")).as("taken back while the form is open").isEqualTo(before);
    assertThat(name).hasValue("Ottilie");
  }

  @Test
  void a_refused_card_while_a_form_is_open_asks_above_it_and_gives_the_form_back() {
    browsers().go(page, "/o/riverside/members");
    page.locator(".zore-toolbar .zore-primary").click();
    Locator name = page.locator(".member-dialog input").first();
    name.pressSequentially("Ottilie", HUMAN);
    new TimedKeys(page).burst("000012");
    Locator question = page.locator(".desk-refusal[opened]");
    assertThat(question).hasCount(1);
    assertThat(question.locator(".desk-verdict-name")).isVisible();
    page.keyboard().press("Escape");
    assertThat(question).hasCount(0);
    assertThat(name).hasValue("Ottilie");
    assertThat(name).isFocused();
  }

  @Test
  void a_card_in_the_middle_of_a_note_leaves_the_note_as_it_was() {
    browsers().go(page, "/o/riverside/members?q=bian");
    page.locator(".roster-name").first().click();
    page.locator(".profile-card vaadin-button").first().click();
    Locator note = page.locator("vaadin-dialog[opened] textarea");
    note.pressSequentially("Locker 12", HUMAN);
    new TimedKeys(page).burst("000046");
    assertThat(verdict()).hasText("Caoimhe Byrne");
    assertThat(note).hasValue("Locker 12");
    note.pressSequentially(", key lost", HUMAN);
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
    assertThat(page.locator(".profile-note-body").first()).hasText("Locker 12, key lost");
  }

  @Test
  void a_card_held_twice_is_one_visit() {
    int before = visits("000066");
    TimedKeys scanner = new TimedKeys(page);
    scanner.burst("000066");
    scanner.burst("000066");
    assertThat(verdict()).isVisible();
    page.waitForTimeout(600);
    assertThat(visits("000066")).isEqualTo(before + 1);
  }

  @Test
  void a_card_that_nobody_has_is_said_to_be_unknown() {
    browsers().go(page, "/o/riverside/staff");
    new TimedKeys(page).burst("999999");
    assertThat(page.locator("vaadin-notification-card")).containsText("999999");
  }

  @Test
  void a_card_read_while_the_server_is_out_of_reach_is_checked_in_when_it_is_back() {
    int before = visits("000071");
    context.setOffline(true);
    new TimedKeys(page).burst("000071");
    assertThat(page.locator("vaadin-connection-indicator .v-status-message")).isVisible();
    assertThat(visits("000071")).isEqualTo(before);
    context.setOffline(false);
    assertThat(verdict())
        .hasText("Robin Castellan", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
    assertThat(visits("000071")).isEqualTo(before + 1);
  }

  private Locator verdict() {
    return page.locator(".desk-verdict-name").first();
  }
}
