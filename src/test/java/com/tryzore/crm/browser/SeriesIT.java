package com.tryzore.crm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A series in a real browser, by keyboard: made by the form, changed from one date on with the
 * impact shown, taken back, one date cancelled, another trainer for two weeks; axe on the dialogs.
 */
class SeriesIT extends DemoIT {

  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

  /** Far enough ahead that nothing of the demo is there, within the half year that is made. */
  private final LocalDate first = LocalDate.now(ZoneId.of("America/New_York")).plusWeeks(9);

  @Test
  void a_weekly_series_is_made_changed_from_one_date_on_undone_and_substituted() {
    try (BrowserContext context = browsers().profile(1440, 1000, ColorScheme.LIGHT)) {
      Page page = at(context, ADMIN, "calendar");
      make(page);
      Page colleague = context.newPage();
      browsers().go(colleague, "/o/riverside/calendar?view=day&date=" + first.plusWeeks(2));
      assertThat(session(colleague)).hasAttribute("data-start", start(2, "06:30"));

      changeFromTheSecondOn(page);
      assertThat(session(colleague)).hasAttribute("data-start", start(2, "07:15"));
      page.locator(".zore-toast-action").last().click();
      assertThat(session(colleague)).hasAttribute("data-start", start(2, "06:30"));

      cancelOne(page);
      assertThat(session(colleague)).not().hasClass(Pattern.compile(".*cal-cancelled.*"));
      substitute(page);
      assertThat(session(colleague)).containsText("Ana Silva");
    }
  }

  private void make(Page page) {
    page.keyboard().press("n");
    Locator form = page.locator(".event-form");
    form.locator("vaadin-text-field input").first().fill("Sunrise ride");
    type(form.locator("vaadin-date-picker input").first(), first.format(TYPED));
    type(form.locator("vaadin-time-picker input").first(), "6:30 AM");
    form.locator(".repeat vaadin-select-value-button").first().press("ArrowDown");
    Locator weekly = page.locator("vaadin-select-item").filter(text("Weekly"));
    assertThat(weekly).isVisible();
    page.waitForTimeout(300);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(form.locator(".repeat-sentence"))
        .containsText("Every " + first.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US));
    assertThat(form.locator(".repeat-dates > li").nth(5)).isVisible();
    accessible(page, "the form of a series");
    form.locator("vaadin-text-field input").first().press("Enter");
    assertThat(page.locator(".zore-toast-body").last())
        .containsText("sessions are on the calendar");
  }

  private void changeFromTheSecondOn(Page page) {
    open(page, 1);
    page.locator(".series-ways vaadin-button").filter(text("Edit series")).press("Enter");
    Locator rule = page.locator(".series-dialog");
    accessible(page, "the rule of a series");
    type(rule.locator("vaadin-time-picker input"), "7:15 AM");
    rule.locator("vaadin-time-picker input").press("Enter");
    Locator scope = page.locator(".scope-dialog");
    assertThat(scope.locator(".scope-choice").first()).containsText("sessions move");
    assertThat(scope.locator("vaadin-radio-button").first()).hasAttribute("checked", "");
    accessible(page, "how much of a series");
    page.keyboard().press("Enter");
    assertThat(scope).hasCount(0);
    assertThat(page.locator(".zore-toast-body").last()).containsText("sessions move");
  }

  private void cancelOne(Page page) {
    open(page, 1);
    page.locator(".series-ways vaadin-button").last().press("Enter");
    assertThat(page.locator(".scope-choice").first()).containsText("one session is cancelled");
    assertThat(page.locator(".scope-dialog input[type=radio]:focus")).hasCount(1);
    page.keyboard().press("Enter");
    assertThat(page.locator(".event-badges").first()).containsText("Cancelled");
  }

  private void substitute(Page page) {
    open(page, 2);
    page.locator(".series-ways vaadin-button").nth(1).press("Enter");
    Locator dialog = page.locator(".substitute-dialog");
    type(dialog.locator("vaadin-date-picker input").nth(1), first.plusWeeks(3).format(TYPED));
    assertThat(dialog).containsText("2 sessions");
    accessible(page, "a substitute");
    dialog.locator("vaadin-button.zore-primary").press("Enter");
    assertThat(dialog).hasCount(0);
    assertThat(page.locator(".zore-toast-body").last()).containsText("teaches 2 sessions");
  }

  /** The session of so many weeks after the first, by its own address. */
  private void open(Page page, int week) {
    browsers().go(page, "/o/riverside/calendar?view=day&date=" + first.plusWeeks(week));
    session(page).press("Enter");
    assertThat(page.locator(".series-ways")).isVisible();
  }

  private static Locator session(Page page) {
    return page.locator("[data-event]").filter(text("Sunrise ride"));
  }

  private String start(int week, String time) {
    return first.plusWeeks(week) + "T" + time + ":00";
  }

  private static void type(Locator field, String words) {
    field.fill(words);
    field.press("Tab");
  }

  private void accessible(Page page, String what) {
    page.waitForTimeout(400);
    browsers().assertAccessible(page, what);
  }

  private static Locator.FilterOptions text(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
