package com.tryzore.crm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the tasks of the desk cost in keys, counted. */
class KeysIT extends DemoIT {

  private BrowserContext context;
  private Page page;
  private int pressed;

  @BeforeEach
  void sit() {
    context = browsers().profile();
    page = at(context, DESK, "today");
    assertThat(page.locator("#desk-who")).isFocused();
    pressed = 0;
  }

  @AfterEach
  void leave() {
    context.close();
  }

  @Test
  void find_by_name_and_check_in_is_four_letters_and_enter() {
    type("chid");
    press("Enter");
    assertThat(verdict()).hasText("Chidi Adeyemi");
    assertThat(pressed).isLessThanOrEqualTo(5);
    assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
    assertThat(page.locator("#desk-who")).hasValue("");
    assertThat(page.locator("#desk-who")).isFocused();
  }

  @Test
  void when_a_membership_ends_stands_in_the_row_without_a_further_key() {
    type("chid");
    Locator row = page.locator("[role=option]").first();
    assertThat(row).containsText("Chidi Adeyemi");
    assertThat(row.locator(".desk-row-end")).containsText(Pattern.compile("Until \\w{3} \\d"));
    assertThat(pressed).isLessThanOrEqualTo(4);
  }

  @Test
  void members_of_one_name_are_told_apart_by_birth_date_and_chosen_with_arrows() {
    type("smi");
    Locator rows = page.locator("[role=option]");
    assertThat(rows).hasCount(3);
    List<String> told = page.locator(".desk-row-tells").allInnerTexts();
    assertThat(told).doesNotHaveDuplicates().allMatch(words -> words.matches("(?s).*\\d{4}.*"));
    int before = visits("000002");
    press("ArrowDown");
    press("ArrowDown");
    assertThat(rows.nth(1)).hasAttribute("aria-selected", "true");
    press("Enter");
    assertThat(verdict()).hasText("Joanna Smith");
    assertThat(visits("000002")).isEqualTo(before + 1);
    assertThat(pressed).isLessThanOrEqualTo(6);
  }

  @Test
  void a_refusal_asks_once_and_is_allowed_with_a_reason() {
    int before = visits("000052");
    type("samu");
    press("Enter");
    Locator question = page.locator("vaadin-dialog[opened]");
    assertThat(question.locator(".desk-verdict-name")).hasText("Samuel Cohen");
    assertThat(visits("000052")).isEqualTo(before);
    press("a");
    assertThat(question.locator(".desk-refusal-reason input")).isFocused();
    String why = "pays tomorrow";
    type(why);
    press("Enter");
    assertThat(question).hasCount(0);
    assertThat(verdict()).hasText("Samuel Cohen");
    assertThat(visits("000052")).isEqualTo(before + 1);
    assertThat(pressed - why.length()).isLessThanOrEqualTo(7);
    assertThat(page.locator("#desk-who")).isFocused();
  }

  @Test
  void turning_away_is_one_key() {
    int before = visits("000032");
    page.keyboard().type("000032");
    page.keyboard().press("Enter");
    assertThat(page.locator("vaadin-dialog[opened]")).hasCount(1);
    press("Escape");
    assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
    assertThat(page.locator("#desk-who")).isFocused();
    assertThat(pressed).isEqualTo(1);
    assertThat(visits("000032")).isEqualTo(before);
  }

  @Test
  void a_wrong_check_in_is_undone_with_two_keys() {
    int before = visits("000014");
    page.keyboard().type("000014");
    page.keyboard().press("Enter");
    assertThat(verdict()).hasText("Björn Åkesson");
    assertThat(visits("000014")).isEqualTo(before + 1);
    press("Tab");
    press("Enter");
    assertThat(page.locator(".desk-idle")).isVisible();
    assertThat(page.locator("#desk-who")).isFocused();
    assertThat(visits("000014")).isEqualTo(before);
    assertThat(pressed).isLessThanOrEqualTo(2);
  }

  @Test
  void one_key_searches_from_anywhere_and_five_more_check_in() {
    for (String path : List.of("members", "today")) {
      browsers().go(page, "/o/riverside/" + path);
      press("Control+k");
      assertThat(page.locator(".zore-palette-field")).isFocused();
      press("Escape");
    }
    page.locator("h1").click();
    pressed = 0;
    int before = visits("000033");
    press("/");
    assertThat(page.locator(".zore-palette-field")).isFocused();
    type("luca");
    press("Enter");
    assertThat(page.locator(".desk-verdict-name").first()).hasText("Luca Bianchi");
    assertThat(pressed).isLessThanOrEqualTo(6);
    assertThat(visits("000033")).isEqualTo(before + 1);
  }

  private Locator verdict() {
    return page.locator(".desk-stage .desk-verdict-name");
  }

  private void press(String key) {
    page.keyboard().press(key);
    pressed++;
  }

  private void type(String text) {
    page.keyboard().type(text, new Keyboard.TypeOptions().setDelay(60)); // a quick person
    pressed += text.length();
  }
}
