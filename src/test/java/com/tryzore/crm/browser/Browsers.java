package com.tryzore.crm.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A Chromium, and people who sit in front of it. */
final class Browsers implements AutoCloseable {

  private final Playwright playwright;
  private final Browser browser;
  private final String address;

  Browsers(int port) {
    address = "http://localhost:" + port;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
    String chromium = System.getenv("ZORE_CHROMIUM");
    if (chromium != null) {
      options.setExecutablePath(Path.of(chromium));
    }
    browser = playwright.chromium().launch(options);
  }

  /** A fresh browser profile: nobody is signed in. */
  BrowserContext profile(int width, int height, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en-US"));
    context.setDefaultTimeout(20_000);
    return context;
  }

  BrowserContext profile() {
    return profile(1440, 900, ColorScheme.LIGHT);
  }

  /** Signs in and waits for the first view of a gym (or the chooser). */
  Page signIn(BrowserContext context, String email, String password) {
    Page page = context.newPage();
    page.navigate(address + "/login");
    page.fill("input[name=username]", email);
    page.fill("input[name=password]", password);
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.contains("/o/") || url.contains("/choose"));
    return page;
  }

  /** Goes to a path and waits until the view's heading is there. */
  void go(Page page, String path) {
    page.navigate(address + path);
    page.waitForSelector("h1");
  }

  /** The address stands and nothing is under way any more: as late as a person would go on. */
  static void arrived(Page page, String address) {
    page.waitForURL(Pattern.compile(address));
    page.waitForFunction(
        "() => Object.values(window.Vaadin.Flow.clients).every(c => !c.isActive || !c.isActive())");
  }

  /** No violation of WCAG 2.2 A and AA that axe can find, Vaadin's hidden indicator aside. */
  void assertAccessible(Page page, @Nullable String what) {
    List<Rule> violations =
        new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .exclude("vaadin-connection-indicator")
            .analyze()
            .getViolations();
    assertThat(violations)
        .as("axe on %s at %s: %s", what, page.url(), summary(violations))
        .isEmpty();
  }

  private static String summary(List<Rule> violations) {
    return String.join(
        "; ",
        violations.stream()
            .map(
                rule ->
                    rule.getId()
                        + " "
                        + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList())
            .toList());
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
