package com.tryzore.crm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.tryzore.crm.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The calendar in a real browser: keyboard, address, telephone, booking onto a roster, axe. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"zore.demo=true", "zore.test.database=none", "vaadin.productionMode=true"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarIT {

  private static final String PASSWORD = "six in the evening";
  private static final String DESK = "desk@riverside.example";
  private static final String CALENDAR = "/o/riverside/calendar";
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  /**
   * A class to come with a free seat, and an active member who is free and is the only one so
   * called.
   */
  private static final String BOOKABLE =
      """
      select e.id || '|' || (e.starts_at at time zone o.time_zone)::date || '|' || e.title || '|'
             || concat_ws(' ', co.given_name, co.family_name)
        from organizations o
        join events e on e.organization_id = o.id
        join client_organizations co on co.organization_id = o.id
       where o.slug = 'riverside'
         and e.starts_at > now() + interval '3 hours'
         and e.status = 'scheduled'
         and e.booked_count < e.capacity
         and e.waitlist_count = 0
         and co.status = 'active'
         and (co.valid_until is null or co.valid_until > current_date + 60)
         and not exists (
               select from event_participants p
                 join events other on other.organization_id = p.organization_id and other.id = p.event_id
                where p.organization_id = o.id
                  and p.client_id = co.client_id
                  and other.during && e.during)
         and (select count(*)
                from client_organizations same
               where same.organization_id = o.id
                 and same.family_name = co.family_name
                 and same.given_name = co.given_name) = 1
       order by e.starts_at, co.sort_name
       limit 1
      """;

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

  @Test
  void the_week_is_walked_by_keys_and_an_event_opens_by_enter_and_gives_the_focus_back() {
    try (BrowserContext context = browsers.profile()) {
      Page page = browsers.signIn(context, DESK, PASSWORD);
      browsers.go(page, CALENDAR);
      assertThat(page.locator(".fc-timegrid-now-indicator-line")).hasCount(1);
      Locator events = page.locator("a.cal-event");
      assertThat(events.first()).isVisible();
      Assertions.assertThat(
              events.evaluateAll(
                  "all => all.map(one => one.dataset.start)"
                      + ".every((start, at, starts) => at === 0 || starts[at - 1] <= start)"))
          .as("the order of focus is that of time")
          .isEqualTo(true);
      events.nth(1).focus();
      String id = events.nth(1).getAttribute("data-event");
      page.keyboard().press("Enter");
      assertThat(page.locator(".event-when")).isVisible();
      assertThat(page).hasURL(Pattern.compile(".*[?&]event=" + id + ".*"));
      String address = page.url();
      page.keyboard().press("Escape");
      assertThat(page.locator(".event-when")).hasCount(0);
      assertThat(page).hasURL(Pattern.compile(".*/calendar$"));
      assertThat(page.locator("[data-event='" + id + "']")).isFocused();
      page.keyboard().press("ArrowRight");
      assertThat(page).hasURL(Pattern.compile(".*[?&]date=.*"));
      page.keyboard().press("t");
      assertThat(page).hasURL(Pattern.compile(".*/calendar$"));
      page.navigate(address);
      assertThat(page.locator(".event-when")).isVisible();
      page.keyboard().press("ArrowRight");
      page.waitForTimeout(400);
      assertThat(page).hasURL(address);
    }
  }

  @Test
  void view_and_date_stand_in_the_address_and_come_back_with_back_forward_and_reload() {
    try (BrowserContext context = browsers.profile()) {
      Page page = browsers.signIn(context, DESK, PASSWORD);
      browsers.go(page, CALENDAR);
      page.locator(".cal-modes vaadin-button").filter(text("Month")).click();
      assertThat(page.locator(".fc-dayGridMonth-view")).isVisible();
      Browsers.arrived(page, ".*view=month.*");
      page.locator(".cal-modes vaadin-button").filter(text("Day")).click();
      assertThat(page.locator(".fc-timeGridDay-view")).isVisible();
      Browsers.arrived(page, ".*view=day.*");
      page.goBack();
      assertThat(page.locator(".fc-dayGridMonth-view")).isVisible();
      Browsers.arrived(page, ".*view=month.*");
      page.goForward();
      assertThat(page.locator(".fc-timeGridDay-view")).isVisible();
      Browsers.arrived(page, ".*view=day.*");
      page.reload();
      assertThat(page.locator(".fc-timeGridDay-view")).isVisible();
      assertThat(page).hasURL(Pattern.compile(".*view=day.*"));
    }
  }

  @Test
  void a_telephone_is_shown_the_agenda_first_and_nothing_is_wider_than_it() {
    try (BrowserContext context = browsers.profile(360, 740, ColorScheme.LIGHT)) {
      Page page = browsers.signIn(context, DESK, PASSWORD);
      browsers.go(page, CALENDAR);
      assertThat(page.locator("button.cal-event").first()).isVisible();
      assertThat(page.locator(".cal-mode-on")).hasText("Agenda");
      Assertions.assertThat(
              page.evaluate(
                  "[document.documentElement, document.querySelector('main')]"
                      + ".every(one => one.scrollWidth <= one.clientWidth)"))
          .isEqualTo(true);
      browsers.assertAccessible(page, "agenda at 360");
      page.locator("button.cal-event").first().click();
      assertThat(page.locator(".event-when")).isVisible();
      Browsers.arrived(page, ".*event=.*");
      page.goBack();
      assertThat(page.locator(".event-when")).hasCount(0);
    }
  }

  @Test
  void a_name_typed_onto_the_roster_books_and_the_other_desk_sees_it() throws SQLException {
    String[] bookable = bookable().split("\\|", -1);
    try (BrowserContext context = browsers.profile();
        BrowserContext other = browsers.profile()) {
      Page page = browsers.signIn(context, DESK, PASSWORD);
      Page colleague = browsers.signIn(other, DESK, PASSWORD);
      String path = CALENDAR + "?date=" + bookable[1] + "&event=" + bookable[0];
      browsers.go(colleague, path);
      browsers.go(page, path);
      Locator place = page.locator(".roster-place").filter(text(bookable[3]));
      assertThat(page.locator("vaadin-dialog")).containsText(bookable[2]);
      assertThat(place).hasCount(0);
      page.locator(".roster-book-field input").focus();
      page.keyboard().type(bookable[3]);
      assertThat(page.locator("vaadin-combo-box-item").first()).containsText(bookable[3]);
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      assertThat(place).containsText("Booked");
      assertThat(colleague.locator(".roster-place").filter(text(bookable[3])))
          .containsText("Booked");
      assertThat(page.locator(".roster-book-field input")).hasValue("");
      place.locator("vaadin-button").filter(text("Cancel")).focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".roster-given")).containsText("Given up");
      assertThat(colleague.locator(".roster-given")).containsText("Given up");
    }
  }

  @Test
  void an_event_is_dragged_to_another_hour_taken_back_and_moved_again_by_the_form()
      throws SQLException {
    String[] event = bookable().split("\\|", -1);
    try (BrowserContext context = browsers.profile(1440, 1400, ColorScheme.LIGHT)) {
      Page page = browsers.signIn(context, DESK, PASSWORD);
      browsers.go(page, CALENDAR + "?view=day&date=" + event[1]);
      Locator drawn = page.locator("[data-event='" + event[0] + "']");
      assertThat(drawn).isVisible();
      String before = drawn.getAttribute("data-start");
      BoundingBox box = drawn.boundingBox();
      double middle = box.x + box.width / 2;
      page.mouse().move(middle, box.y + 12);
      page.mouse().down();
      page.mouse().move(middle, box.y + 60, new Mouse.MoveOptions().setSteps(6));
      page.mouse().move(middle, box.y + 12 + 128, new Mouse.MoveOptions().setSteps(6));
      page.mouse().up();
      assertThat(page.locator(".zore-toast-body")).containsText(event[2]);
      assertThat(drawn).not().hasAttribute("data-start", before);
      page.locator(".zore-toast-action").click();
      assertThat(drawn).hasAttribute("data-start", before);
      drawn.focus();
      page.keyboard().press("Enter");
      page.locator("vaadin-dialog vaadin-button").filter(text("Move")).click();
      page.locator("vaadin-integer-field input").fill("50");
      page.keyboard().press("Enter");
      assertThat(page.locator("vaadin-integer-field")).hasCount(0);
      assertThat(page.locator(".zore-toast-body").last()).containsText(event[2]);
    }
  }

  @Test
  void axe_finds_nothing_in_any_view_in_either_theme() throws SQLException {
    String event = bookable().split("\\|", -1)[0];
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (BrowserContext context = browsers.profile(1440, 900, scheme)) {
        Page page = browsers.signIn(context, DESK, PASSWORD);
        for (String query :
            List.of(
                "",
                "?view=day",
                "?view=month",
                "?view=agenda",
                "?date=2020-01-01",
                "?event=" + event)) {
          browsers.go(page, CALENDAR + query);
          page.waitForTimeout(700);
          browsers.assertAccessible(page, "calendar" + query + ", " + scheme);
        }
      }
    }
  }

  private static Locator.FilterOptions text(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  private static String bookable() throws SQLException {
    try (Connection superuser = DATABASE.superuser();
        Statement statement = superuser.createStatement();
        ResultSet row = statement.executeQuery(BOOKABLE)) {
      row.next();
      return row.getString(1);
    }
  }
}
