package com.tryzore.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three languages in step, and no words on screen that stand outside the bundles. */
class BundlesTest {

  private static final Path FOLDER = Path.of("src/main/resources/vaadin-i18n");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

  /** A message key given as a literal where a message is asked for. */
  private static final Pattern ASKED =
      Pattern.compile(
          "(?:getTranslation|translate|exts?\\.get|\\bget)\\(\\s*\"([a-z]+\\.[\\w.]+)\"");

  /** Words given as a literal where a component shows them. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?:\\.(?:setText|setLabel|setPlaceholder|setHeader|setTitle|setHeaderTitle|setAriaLabel"
              + "|setTooltipText|setHelperText|setErrorMessage|setPageTitle|setConfirmText"
              + "|setCancelText|setRejectText|setSummaryText|setAltText|addItem|withText)"
              + "|new (?:Span|Button|H[1-6]|Paragraph|NativeLabel|TextField|TextArea|EmailField"
              + "|PasswordField|DatePicker|TimePicker|Checkbox|ComboBox|Select|Toolbar|SearchField"
              + "|FormDialog|Tab|Text|Details|NativeButton|Div)"
              + "|Notification\\.show|Toasts\\.(?:done|undoable|trouble)|Confirm\\.(?:ask|danger))"
              + "(?:<>)?\\(\\s*\"([^\"]*\\p{L}{2}[^\"]*)\"");

  /** Words given as a literal after where a link leads or a picture comes from. */
  private static final Pattern LITERAL_OF_A_LINK =
      Pattern.compile(
          "new (?:Anchor|RouterLink|Image)\\(\\s*(?:\"[^\"]*\"|[^\",;()]+(?:\\([^()]*\\))?)\\s*,"
              + "\\s*\"([^\"]*\\p{L}{2}[^\"]*)\"");

  @ParameterizedTest
  @ValueSource(strings = {"es", "de"})
  void a_language_has_the_keys_of_english_and_their_placeholders(String language) {
    Map<String, String> english = messages("translations.properties");
    Map<String, String> other = messages("translations_" + language + ".properties");
    assertThat(new TreeSet<>(other.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    Map<String, String> unequal = new TreeMap<>();
    english.forEach(
        (key, words) -> {
          String translated = other.get(key);
          if (translated != null && !placeholders(words).equals(placeholders(translated))) {
            unequal.put(key, translated);
          }
        });
    assertThat(unequal).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_es", "_de"})
  void every_message_is_written_and_can_be_formatted(String suffix) {
    List<String> wrong = new ArrayList<>();
    messages("translations" + suffix + ".properties")
        .forEach(
            (key, words) -> {
              if (words.isBlank()) {
                wrong.add(key + " is blank");
              }
              if (words.contains("'")) {
                wrong.add(key + " has a typewriter’s apostrophe, which MessageFormat swallows");
              }
              if (words.contains("...") || words.contains(" - ")) {
                wrong.add(key + " has typewriter’s dots or dashes");
              }
              try {
                new MessageFormat(words);
              } catch (IllegalArgumentException unreadable) {
                wrong.add(key + ": " + unreadable.getMessage());
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_key_begins_with_the_package_that_shows_it() {
    TreeSet<String> strange = new TreeSet<>();
    messages("translations.properties")
        .keySet()
        .forEach(
            key -> {
              String room = key.substring(0, Math.max(0, key.indexOf('.')));
              if (room.isEmpty()
                  || !Files.isDirectory(SOURCES.resolve("com/tryzore/crm/" + room))) {
                strange.add(key);
              }
            });
    assertThat(strange).isEmpty();
  }

  @Test
  void every_message_that_is_asked_for_exists() {
    Map<String, String> english = messages("translations.properties");
    TreeSet<String> missing = new TreeSet<>();
    sources()
        .forEach(
            (file, code) -> {
              Matcher asked = ASKED.matcher(code);
              while (asked.find()) {
                String key = asked.group(1);
                // A key that ends in a dot is the beginning of a family: "members.status." + word
                if (key.endsWith(".")
                    ? english.keySet().stream().noneMatch(known -> known.startsWith(key))
                    : !english.containsKey(key)) {
                  missing.add(key + " in " + file.getFileName());
                }
              }
            });
    assertThat(missing).isEmpty();
  }

  @Test
  void no_words_on_screen_stand_in_the_code() {
    List<String> literals = new ArrayList<>();
    sources()
        .forEach(
            (file, code) -> {
              for (Pattern pattern : List.of(LITERAL, LITERAL_OF_A_LINK)) {
                Matcher literal = pattern.matcher(code);
                while (literal.find()) {
                  literals.add(file.getFileName() + ": " + literal.group(1));
                }
              }
            });
    assertThat(literals).isEmpty();
  }

  @Test
  void the_search_for_words_in_the_code_finds_them() {
    assertThat(LITERAL.matcher("add(new Span(\"Hello there\"))").find()).isTrue();
    assertThat(LITERAL.matcher("field.setLabel(\n    \"Name\")").find()).isTrue();
    assertThat(LITERAL.matcher("add(new Span(getTranslation(\"ui.save\")))").find()).isFalse();
    assertThat(LITERAL.matcher("new Span(\"·\")").find()).isFalse();
    assertThat(LITERAL_OF_A_LINK.matcher("new Anchor(\"login\", \"Sign in\")").find()).isTrue();
    assertThat(LITERAL_OF_A_LINK.matcher("new Anchor(way.to(here), \"Go on\")").find()).isTrue();
    assertThat(LITERAL_OF_A_LINK.matcher("new Image(url, \"\")").find()).isFalse();
    assertThat(ASKED.matcher("getTranslation(\"ui.save\")").find()).isTrue();
  }

  /** Reads a bundle as it is written, so that a key written twice is noticed. */
  private static Map<String, String> messages(String file) {
    Map<String, String> messages = new LinkedHashMap<>();
    try {
      String whole = Files.readString(FOLDER.resolve(file)).replaceAll("\\\\\\R\\s*", "");
      whole
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                int equals = line.indexOf('=');
                assertThat(equals).as(line).isPositive();
                String key = line.substring(0, equals).strip();
                String before = messages.put(key, line.substring(equals + 1).strip());
                assertThat(before).as(key + " stands twice in " + file).isNull();
              });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    assertThat(messages).isNotEmpty();
    return messages;
  }

  private static Set<String> placeholders(String words) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(words);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Map<Path, String> sources() {
    Map<Path, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String code = Files.readString(file);
        // Examples in docstrings are no code.
        sources.put(file, code.replaceAll("(?s)/\\*\\*.*?\\*/", ""));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return sources;
  }
}
