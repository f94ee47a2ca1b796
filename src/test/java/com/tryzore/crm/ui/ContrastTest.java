package com.tryzore.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Computes the contrast of every pair of tokens that meet on screen, in both themes, after WCAG 2.2
 * (relative luminance, success criteria 1.4.3 and 1.4.11).
 */
class ContrastTest {

  private static final double WORDS = 4.5;
  private static final double SHAPES = 3.0;

  private static final Pattern TOKEN =
      Pattern.compile("--zore-([a-z0-9-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);");

  private static final List<String> GROUNDS =
      List.of("canvas", "surface", "raised", "sunken", "hover", "selected");
  private static final List<String> STATES = List.of("good", "caution", "bad", "cool", "quiet");

  private record Colours(String light, String dark) {}

  private record Pair(String front, String back, double least) {}

  private static final Map<String, Colours> tokens = new LinkedHashMap<>();

  @BeforeAll
  static void read_the_tokens() throws IOException {
    Matcher matcher = TOKEN.matcher(Files.readString(Path.of("frontend/styles/zore.css")));
    while (matcher.find()) {
      tokens.put(matcher.group(1), new Colours(matcher.group(2), matcher.group(3)));
    }
    assertThat(tokens).hasSizeGreaterThan(40);
  }

  private static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (String ground : GROUNDS) {
      for (String words : List.of("text", "text-2", "text-3", "accent-text")) {
        pairs.add(new Pair(words, ground, WORDS));
      }
      for (String shape : List.of("focus", "field-line", "accent")) {
        pairs.add(new Pair(shape, ground, SHAPES));
      }
      for (String state : STATES) {
        pairs.add(new Pair(state, ground, WORDS));
      }
    }
    for (String state : STATES) {
      pairs.add(new Pair(state, state + "-soft", WORDS));
      pairs.add(new Pair("text", state + "-soft", WORDS));
      pairs.add(new Pair("text-2", state + "-soft", WORDS));
      pairs.add(new Pair("on-loud", state + "-loud", WORDS));
    }
    pairs.add(new Pair("on-accent", "accent", WORDS));
    pairs.add(new Pair("on-accent", "accent-hover", WORDS));
    pairs.add(new Pair("accent-text", "accent-soft", WORDS));
    pairs.add(new Pair("text", "accent-soft", WORDS));
    for (int hue = 0; hue < 8; hue++) {
      pairs.add(new Pair("hue-" + hue, "hue-" + hue + "-soft", WORDS));
    }
    return pairs;
  }

  @Test
  void every_pair_that_meets_on_screen_can_be_read_in_both_themes() {
    List<String> weak = new ArrayList<>();
    for (Pair pair : pairs()) {
      check(pair, "light", token(pair.front()).light(), token(pair.back()).light(), weak);
      check(pair, "dark", token(pair.front()).dark(), token(pair.back()).dark(), weak);
    }
    assertThat(weak).isEmpty();
  }

  @Test
  void every_colour_token_is_in_a_pair_or_a_mere_line() {
    TreeSet<String> unchecked = new TreeSet<>(tokens.keySet());
    pairs()
        .forEach(
            pair -> {
              unchecked.remove(pair.front());
              unchecked.remove(pair.back());
            });
    unchecked.removeIf(token -> token.equals("line") || token.contains("line"));
    assertThat(unchecked).isEmpty();
  }

  @Test
  void no_sheet_but_the_tokens_names_a_colour_of_words_or_grounds() throws IOException {
    Pattern colour =
        Pattern.compile("(?<!--aura-[a-z-]{1,40})\\b(color|background(-color)?):\\s*#");
    List<String> stray = new ArrayList<>();
    try (var sheets = Files.list(Path.of("frontend/styles"))) {
      for (Path sheet : sheets.filter(s -> !s.endsWith("zore.css")).sorted().toList()) {
        for (String line : Files.readAllLines(sheet)) {
          if (colour.matcher(line).find()) {
            stray.add(sheet.getFileName() + ": " + line.strip());
          }
        }
      }
    }
    assertThat(stray).isEmpty();
  }

  private static Colours token(String name) {
    return assertThat(tokens).extractingByKey(name).as("--zore-" + name).actual();
  }

  private static void check(Pair pair, String theme, String front, String back, List<String> weak) {
    double contrast = contrast(front, back);
    if (contrast < pair.least()) {
      weak.add(
          "%s: %s on %s is %.2f, not %.1f"
              .formatted(theme, pair.front(), pair.back(), contrast, pair.least()));
    }
  }

  static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
  }

  private static double channel(String hex, int at) {
    double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  @Test
  void contrast_is_computed_as_the_standard_says() {
    assertThat(contrast("#000000", "#ffffff")).isEqualTo(21.0);
    assertThat(contrast("#777777", "#ffffff")).isBetween(4.47, 4.49);
  }
}
