package com.tryzore.crm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** People who mean harm, in a real browser: what they plant, and what they take from others. */
class HostileIT extends DemoIT {
  private static final String RIVAL = "owner@irontemple.example";
  private static final String TAG = "<img src=x onerror=window.planted=1>";

  @Test
  void a_list_full_of_markup_and_formulas_is_shown_as_it_is_and_runs_nowhere() {
    try (BrowserContext context = browsers().profile();
        BrowserContext colleague = browsers().profile();
        BrowserContext rival = browsers().profile()) {
      Page page = at(context, ADMIN, "import");
      String list =
          """
          First name,Last name,Email,Status,Tags
          "%1$s",Zzyzx,evil1@example.com,active,"%1$s"
          "=HYPERLINK(""http://evil.example"")",Zzyzx,evil2@example.com,active,
          Bad,"%1$s",no-address,active,
          """
              .formatted(TAG);
      page.locator("input[type=file]")
          .setInputFiles(
              new FilePayload(
                  "a\"; filename=\"page.html\r\nX-Planted: 1 " + TAG + ".csv",
                  "text/csv",
                  list.getBytes(StandardCharsets.UTF_8)));
      button(page, "See what would happen").click();
      assertThat(page.locator(".import-problems")).containsText(TAG);
      button(page, "Import 2 members").click();
      assertThat(page.locator("h2").first()).hasText("The members are here");
      nothingRan(page);

      String imported = page.url();
      String report = firstDownload(page);
      APIResponse own = context.request().get(report);
      assertThat(own.headers().get("content-disposition"))
          .matches("attachment; filename=\"import-report-[A-Za-z0-9_-]+\\.csv\"");
      assertThat(own.headers()).doesNotContainKey("x-planted").containsKey("content-type");
      assertThat(own.headers().get("cache-control")).contains("no-store");
      assertThat(own.text()).contains("\"'=HYPERLINK(");
      notFor(rival, RIVAL, "iron-temple", report);
      notFor(colleague, DESK, "riverside", report);

      browsers().go(page, "/o/riverside/members?q=zzyzx");
      assertThat(page.locator(".roster-name").filter(having(TAG))).isVisible();
      page.getByText(TAG + " Zzyzx").first().click();
      page.waitForURL(Pattern.compile(".*/members/[0-9a-f-]{36}.*"));
      nothingRan(page);
      Page desk = colleague.pages().getFirst();
      browsers().go(desk, "/o/riverside/today");
      desk.keyboard().type("evil1");
      assertThat(desk.getByText(TAG).first()).isVisible();
      desk.keyboard().press("Enter");
      assertThat(desk.locator(".desk-verdict, vaadin-notification-card").first()).isVisible();
      nothingRan(desk);
      page.navigate(imported);
      assertThat(page.locator("h2").first()).hasText("The members are here");
      signOutAndTry(context, page, firstDownload(page));
    }
  }

  @Test
  void a_tab_takes_no_message_from_another_session() {
    try (BrowserContext context = browsers().profile();
        BrowserContext rival = browsers().profile()) {
      Page page = at(context, ADMIN, "members");
      Page foreign = at(rival, RIVAL, "members", "iron-temple");
      Request message =
          page.waitForRequest(
              request -> request.url().contains("v-r=uidl") && request.postData() != null,
              () -> page.keyboard().type("smi"));
      assertThat(page.locator(".roster-name").first()).containsText("Smith");
      for (int tab = 0; tab < 6; tab++) {
        APIResponse answer =
            rival
                .request()
                .post(
                    message.url().replaceFirst("v-uiId=\\d+", "v-uiId=" + tab),
                    RequestOptions.create()
                        .setHeader("Content-Type", "application/json; charset=UTF-8")
                        .setData(message.postData()));
        assertThat(answer.text())
            .as("tab " + tab)
            .containsPattern("sessionExpired|appError|Invalid security key")
            .doesNotContain("Smith");
      }
      assertThat(page.locator("h1").first()).isVisible();
      assertThat(foreign.locator("h1").first()).isVisible();
    }
  }

  @Test
  void every_page_of_the_running_product_carries_its_headers() {
    try (BrowserContext context = browsers().profile()) {
      at(context, DESK, "today");
      for (String page : List.of("/login", "/o/riverside/members", "/choose", "/welcome/none")) {
        Map<String, String> headers = context.request().get(address() + page).headers();
        assertThat(headers.get("content-security-policy"))
            .as(page)
            .contains("frame-ancestors 'none'", "form-action 'self'");
        assertThat(headers)
            .as(page)
            .containsEntry("x-content-type-options", "nosniff")
            .containsEntry("x-frame-options", "DENY")
            .containsEntry("referrer-policy", "same-origin");
        assertThat(headers.get("cache-control")).as(page).contains("no-store");
        assertThat(headers.get("permissions-policy")).as(page).contains("microphone=()");
      }
    }
  }

  /** Somebody signed in elsewhere, or a colleague, gets nothing from an address that was copied. */
  private void notFor(BrowserContext context, String email, String gym, String address) {
    RequestOptions follow = RequestOptions.create().setMaxRedirects(0);
    assertThat(context.request().get(address, follow).status()).as("nobody").isEqualTo(302);
    at(context, email, "members", gym);
    assertThat(context.request().get(address, follow).status()).as(email).isEqualTo(404);
  }

  private void signOutAndTry(BrowserContext context, Page page, String download) {
    Object csrf = page.evaluate("document.querySelector('meta[name=_csrf]').content");
    RequestOptions once = RequestOptions.create().setMaxRedirects(0);
    assertThat(context.request().post(address() + "/logout", once).status())
        .as("without its token")
        .isEqualTo(403);
    assertThat(context.request().get(download, once).status()).isEqualTo(200);
    context
        .request()
        .post(
            address() + "/logout",
            RequestOptions.create()
                .setForm(FormData.create().set("_csrf", String.valueOf(csrf)))
                .setMaxRedirects(0));
    assertThat(context.request().get(download, once).status()).isEqualTo(302);
  }

  private static void nothingRan(Page page) {
    assertThat(page.evaluate("window.planted || null")).as(page.url()).isNull();
    assertThat(page.locator("img[src=x]")).hasCount(0);
  }

  private static String firstDownload(Page page) {
    return (String)
        page.locator("a[href*='VAADIN/dynamic']").first().evaluate("anchor => anchor.href");
  }

  private static com.microsoft.playwright.Locator button(Page page, String words) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words));
  }

  private static com.microsoft.playwright.Locator.FilterOptions having(String words) {
    return new com.microsoft.playwright.Locator.FilterOptions().setHasText(words);
  }
}
