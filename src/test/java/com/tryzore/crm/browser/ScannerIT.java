package com.tryzore.crm.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The scripts that tell a scanner from a person, in a browser. The keys carry the times at which
 * the keyboard sent them, as real ones do, so that a busy machine cannot make a scanner look slow.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScannerIT {

  private static final String PAGE =
      """
      <div class="CLASS">
        <input id="name" value="Joanna"><textarea id="note">Knee</textarea>
        <input id="mail" type="email" value="jo@x.test">
        <button id="save" onclick="window.pressed = true">Save</button>
        <span id="key" hidden></span>
      </div>
      <script>
        window.scanned = []; window.keys = 0; window.arrivals = [];
        window.addEventListener('keydown', () => arrivals.push(performance.now()), true);
        document.querySelector('div').addEventListener('zore-scan', e => scanned.push(e.detail));
        document.getElementById('key').addEventListener('zore-shortcut', () => keys++);
      </script>
      """;

  private Browsers browsers;
  private BrowserContext context;
  private Page page;
  private TimedKeys keys;

  @BeforeAll
  void start() {
    browsers = new Browsers(0);
  }

  @AfterAll
  void stop() {
    browsers.close();
  }

  @BeforeEach
  void open() {
    context = browsers.profile();
    show("zore-shell");
  }

  @AfterEach
  void close() {
    context.close();
  }

  private void show(String className) {
    page = context.newPage();
    page.setContent(PAGE.replace("CLASS", className));
    for (String script : List.of("zore.js", "scanner.js")) {
      page.addScriptTag(
          new Page.AddScriptTagOptions().setPath(Path.of("frontend/scripts", script)));
    }
    page.evaluate("window.zore.shortcut(document.getElementById('key'), 'f')");
    keys = new TimedKeys(page);
  }

  @Test
  void a_burst_is_taken_out_of_the_field_it_landed_in() {
    page.locator("#name").focus();
    page.keyboard().press("End");
    keys.burst("M-0001234");
    assertThat(scanned()).containsExactly("M-0001234");
    assertThat(page.inputValue("#name")).isEqualTo("Joanna");
  }

  @Test
  void a_burst_that_typed_over_a_selection_gives_it_back() {
    page.locator("#name").selectText();
    keys.burst("4006381333931");
    assertThat(scanned()).containsExactly("4006381333931");
    assertThat(page.inputValue("#name")).isEqualTo("Joanna");
    page.keyboard().type("Ann", new Keyboard.TypeOptions().setDelay(60));
    assertThat(page.inputValue("#name")).as("the selection is back as well").isEqualTo("Ann");
  }

  @Test
  void text_areas_and_fields_of_other_types_are_restored_too() {
    page.locator("#note").focus();
    keys.burst("CARD55501");
    page.locator("#mail").focus();
    keys.burst("CARD55502");
    assertThat(scanned()).containsExactly("CARD55501", "CARD55502");
    assertThat(page.inputValue("#note")).isEqualTo("Knee");
    assertThat(page.inputValue("#mail")).isEqualTo("jo@x.test");
  }

  @Test
  void what_was_typed_before_the_burst_stays() {
    page.locator("#name").focus();
    page.keyboard().press("End");
    page.keyboard().type(" Sm", new Keyboard.TypeOptions().setDelay(60));
    keys.pause(10);
    keys.burst("M-0001234");
    assertThat(scanned()).containsExactly("M-0001234");
    assertThat(page.inputValue("#name")).isEqualTo("Joanna Sm");
  }

  @Test
  void a_burst_outside_any_field_presses_no_shortcut_and_no_button() {
    for (int tries = 0; tries < 10; tries++) {
      show("zore-shell");
      page.locator("#save").focus();
      keys.burst("F0012345");
      assertThat(scanned()).containsExactly("F0012345");
      assertThat(page.evaluate("window.pressed")).isNull();
      page.waitForTimeout(200);
      if (arrivedAtPace()) {
        assertThat(page.evaluate("keys")).isEqualTo(0);
        return;
      }
    }
    fail("This machine is too busy to bring two keys within 30 ms of each other");
  }

  /** A test's keys go through a wire: on a busy machine they come later than a keyboard's would. */
  private boolean arrivedAtPace() {
    return Boolean.TRUE.equals(page.evaluate("arrivals[1] - arrivals[0] < 30"));
  }

  @Test
  void a_key_pressed_alone_is_a_shortcut() {
    page.locator("#save").focus();
    page.keyboard().press("f");
    page.waitForFunction("keys === 1");
  }

  @Test
  void five_characters_are_no_code() {
    page.locator("#name").fill("");
    keys.burst("F0012");
    assertThat(scanned()).isEmpty();
    assertThat(page.inputValue("#name")).isEqualTo("F0012");
  }

  @Test
  void a_quick_typist_is_no_scanner() {
    page.locator("#name").fill("");
    keys.keys("quicktyper", 0.045, 0.045);
    assertThat(scanned()).isEmpty();
    assertThat(page.inputValue("#name")).isEqualTo("quicktyper");
  }

  @Test
  void fast_letters_without_an_enter_as_fast_are_no_scanner() {
    page.locator("#name").fill("");
    keys.keys("asdfghjk", TimedKeys.SCANNER, 0.3);
    assertThat(scanned()).isEmpty();
    assertThat(page.inputValue("#name")).isEqualTo("asdfghjk");
  }

  @Test
  void slow_scanners_are_scanners_too() {
    page.locator("#name").focus();
    keys.keys("M-0001234", 0.030, 0.030);
    assertThat(scanned()).containsExactly("M-0001234");
    assertThat(page.inputValue("#name")).isEqualTo("Joanna");
  }

  @Test
  void a_key_that_the_machine_delivered_late_breaks_no_burst() {
    page.locator("#save").focus();
    keys.type("M-000123", TimedKeys.SCANNER);
    keys.key("4", 0.1);
    keys.key("Enter", TimedKeys.SCANNER);
    assertThat(scanned()).containsExactly("M-0001234");
    assertThat(page.evaluate("window.pressed")).isNull();
  }

  @Test
  void a_page_that_is_busy_at_every_key_loses_nothing_of_a_burst() {
    page.evaluate(
        """
        document.addEventListener('input', () => {
          const until = performance.now() + 90;
          while (performance.now() < until) { /* busy */ }
        })
        """);
    page.locator("#note").focus();
    keys.burst("F-0001234");
    assertThat(scanned()).containsExactly("F-0001234");
    assertThat(page.inputValue("#note")).isEqualTo("Knee");
  }

  @Test
  void a_hand_that_runs_over_the_keys_and_then_presses_enter_is_no_scanner() {
    page.locator("#name").fill("");
    keys.type("sdfgh", 0.02);
    keys.key("Enter", 0.09);
    keys.keys("smith", 0.06, 0.06);
    assertThat(scanned()).isEmpty();
    assertThat(page.inputValue("#name")).isEqualTo("sdfghsmith");
  }

  @Test
  void what_was_typed_and_saved_at_once_is_no_code() {
    page.locator("#note").focus();
    keys.pause(1);
    keys.type("Locker", TimedKeys.SCANNER);
    page.keyboard().press("Control+Enter");
    assertThat(scanned()).isEmpty();
    assertThat(page.inputValue("#note")).contains("Locker");
  }

  @Test
  void two_bursts_one_after_the_other_are_two_codes() {
    page.locator("#name").focus();
    keys.burst("M-0001234");
    keys.burst("M-0005678");
    assertThat(scanned()).containsExactly("M-0001234", "M-0005678");
    assertThat(page.inputValue("#name")).isEqualTo("Joanna");
  }

  @Test
  void what_an_input_method_composes_is_never_a_code() {
    page.locator("#name").fill("");
    for (String text : List.of("k", "ka", "kan", "kanj", "kanji", "kanjis")) {
      keys.compose(text);
    }
    keys.key("Enter", TimedKeys.SCANNER);
    assertThat(scanned()).isEmpty();
    assertThat(page.inputValue("#name")).isEqualTo("kanjis");
  }

  @Test
  void outside_the_shell_nothing_is_caught() {
    show("login");
    page.locator("#name").fill("");
    keys.burst("M-0001234");
    assertThat(scanned()).isEmpty();
    assertThat(page.inputValue("#name")).isEqualTo("M-0001234");
  }

  private List<String> scanned() {
    return ((List<?>) page.evaluate("scanned")).stream().map(String::valueOf).toList();
  }
}
