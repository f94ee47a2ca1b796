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

  @Test
  void booking_into_a_class_is_b_a_number_and_enter_from_the_search_of_any_page() {
    browsers().go(page, "/o/riverside/members");
    page.locator("h1").click();
    pressed = 0;
    int before = booked("000033");
    press("/");
    assertThat(page.locator(".zore-palette-field")).isFocused();
    type("luca");
    press("Alt+b");
    assertThat(page.locator(".book-list")).isFocused();
    press(free());
    press("Enter");
    assertThat(page.locator(".zore-toast").last()).containsText("Luca Bianchi is booked");
    assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
    assertThat(pressed).isLessThanOrEqualTo(8);
    assertThat(booked("000033")).isEqualTo(before + 1);
    page.locator(".zore-toast vaadin-button").first().click();
    assertThat(page.locator(".zore-toast").last()).containsText("is cancelled");
    assertThat(booked("000033")).isEqualTo(before);
  }

  @Test
  void from_the_check_in_field_keys_typed_before_the_list_is_there_are_not_lost() {
    type("chid");
    press("Alt+b");
    assertThat(page.locator(".book-list")).isFocused();
    String free = free();
    press("Escape");
    assertThat(page.locator("#desk-who")).isFocused();
    int before = booked("000016");
    type("chid");
    press("Alt+b");
    press(free);
    page.waitForTimeout(60);
    press("Enter");
    assertThat(page.locator(".zore-toast").last()).containsText("Chidi Adeyemi is booked");
    assertThat(page.locator("#desk-who")).isFocused();
    assertThat(page.locator("#desk-who")).hasValue("");
    assertThat(booked("000016")).isEqualTo(before + 1);
    type("bob");
    assertThat(page.locator("#desk-who")).hasValue("bob");
  }

  @Test
  void a_row_of_the_roster_and_an_open_profile_book_by_their_key_and_letters_stay_letters() {
    browsers().go(page, "/o/riverside/members?q=chid");
    assertThat(page.locator(".roster-name").first()).hasText("Chidi Adeyemi");
    page.locator(".roster-name").first().click();
    Browsers.arrived(page, ".*/members/[0-9a-f-]{36}.*");
    page.locator(".profile h2").first().click();
    press("b");
    assertThat(page.locator("vaadin-dialog[opened]")).containsText("Chidi Adeyemi");
    press("Escape");
    Locator search = page.locator("vaadin-text-field input").first();
    search.fill("");
    search.click();
    type("bob");
    assertThat(search).hasValue("bob");
    assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
  }

  /** The digit of a class that has a place and nothing against it. */
  private String free() {
    return page.locator(".book-row")
        .filter(new Locator.FilterOptions().setHasText("Can book"))
        .first()
        .getAttribute("data-digit");
  }

  private static int booked(String memberNumber) {
    return number(
        """
        select count(*)
          from event_participants p
          join client_organizations co
            on co.organization_id = p.organization_id and co.client_id = p.client_id
          join organizations o on o.id = p.organization_id
         where o.slug = 'riverside' and co.member_number = ? and p.status = 'booked'
        """,
        memberNumber);
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
