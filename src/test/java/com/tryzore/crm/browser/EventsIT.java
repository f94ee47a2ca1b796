package com.tryzore.crm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Single events in a real browser: made by keyboard and by a slot, resized, cancelled. */
class EventsIT extends DemoIT {

  /** So far ahead that nothing is there. */
  private final LocalDate emptyDay = LocalDate.now(ZoneId.of("America/New_York")).plusDays(400);

  @Test
  void an_event_is_made_by_keyboard_resized_by_drag_cancelled_and_another_made_by_a_slot() {
    try (BrowserContext context = browsers().profile(1440, 1400, ColorScheme.LIGHT)) {
      Page page = at(context, DESK, "calendar?view=day&date=" + emptyDay);
      page.keyboard().press("n");
      assertThat(page.locator(".zore-form")).isVisible();
      page.waitForTimeout(500);
      browsers().assertAccessible(page, "the form of an event");
      page.keyboard().type("Open hour", new Keyboard.TypeOptions().setDelay(60));
      page.keyboard().press("Enter");
      Locator event = page.locator("a.cal-event").filter(text("Open hour"));
      assertThat(event).isVisible();
      assertThat(page.locator(".zore-form")).hasCount(0);

      event.hover();
      BoundingBox box = event.boundingBox();
      double middle = box.x + box.width / 2;
      page.mouse().move(middle, box.y + box.height - 2);
      page.mouse().down();
      page.mouse().move(middle, box.y + box.height + 30, new Mouse.MoveOptions().setSteps(6));
      page.mouse().move(middle, box.y + box.height + 62, new Mouse.MoveOptions().setSteps(6));
      page.mouse().up();
      page.waitForCondition(() -> height(event) > box.height + 40);
      page.locator(".zore-toast-action").last().click();
      page.waitForCondition(() -> height(event) > 0 && height(event) < box.height + 10);

      event.focus();
      page.keyboard().press("Enter");
      page.locator(".event-ways vaadin-button").filter(text("Cancel")).click();
      assertThat(page.locator(".event-concerned")).isVisible();
      page.waitForTimeout(500);
      browsers().assertAccessible(page, "the cancellation of an event");
      page.keyboard().press("Enter");
      assertThat(page.locator(".event-badges")).containsText("Cancelled");
      page.locator(".zore-toast-body")
          .filter(text("is cancelled"))
          .locator(".zore-toast-action")
          .click();
      assertThat(page.locator(".event-badges")).not().containsText("Cancelled");
      page.keyboard().press("Escape");
      assertThat(page.locator(".event-badges")).hasCount(0);
      page.waitForCondition(() -> !page.url().contains("event="));

      BoundingBox slot =
          page.locator("td.fc-timegrid-slot-lane[data-time='14:00:00']").boundingBox();
      page.mouse().click(slot.x + slot.width / 2, slot.y + slot.height / 2);
      assertThat(page.locator(".zore-form vaadin-time-picker input").first()).hasValue("2:00 PM");
      page.keyboard().type("By hand", new Keyboard.TypeOptions().setDelay(60));
      page.keyboard().press("Enter");
      assertThat(page.locator("a.cal-event").filter(text("By hand"))).isVisible();
    }
  }

  /** How high it is drawn; 0 while the days are drawn again. */
  private static double height(Locator event) {
    BoundingBox box = event.boundingBox();
    return box == null ? 0 : box.height;
  }

  private static Locator.FilterOptions text(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
