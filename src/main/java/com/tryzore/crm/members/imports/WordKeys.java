package com.tryzore.crm.members.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Words made comparable: without case, accents and what else two people write differently. */
final class WordKeys {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

  private WordKeys() {}

  /** Lower case, no accents, single blanks; punctuation stays. */
  static String plain(String word) {
    String lower = BLANKS.matcher(word.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    if (isAscii(lower)) {
      return lower;
    }
    String bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    return bare.replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("æ", "ae");
  }

  /** As {@link #plain}, letters and digits only. */
  static String letters(String word) {
    return NEITHER_LETTER_NOR_DIGIT.matcher(plain(word)).replaceAll("");
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads a list of words by meaning from beside this class.
   *
   * @throws IllegalStateException when a word stands under two meanings
   */
  static <T> Map<String, T> read(
      String resource, Function<String, T> meaning, UnaryOperator<String> key) {
    Properties lines = new Properties();
    try (InputStream in = WordKeys.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, T> words = new HashMap<>();
    for (String name : lines.stringPropertyNames()) {
      for (String word : lines.getProperty(name).split(",", -1)) {
        T before = words.put(key.apply(word), meaning.apply(name));
        if (before != null && !before.equals(meaning.apply(name))) {
          throw new IllegalStateException("%s: %s has two meanings".formatted(resource, word));
        }
      }
    }
    return Map.copyOf(words);
  }
}
