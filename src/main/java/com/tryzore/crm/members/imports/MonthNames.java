package com.tryzore.crm.members.imports;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Months by their names and short names in English, German and Spanish. */
final class MonthNames {
  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("es"));
  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
  private static final Map<String, Integer> MONTHS = new HashMap<>();

  static {
    for (Month month : Month.values()) {
      for (Locale language : LANGUAGES) {
        for (TextStyle style : STYLES) {
          MONTHS.put(WordKeys.letters(month.getDisplayName(style, language)), month.getValue());
        }
      }
    }
    MONTHS.put("sept", 9);
    MONTHS.put("mrz", 3);
    MONTHS.put("janner", 1);
  }

  private MonthNames() {}

  /** 1 to 12, or 0 for a word that is no month. */
  static int numberOf(String word) {
    return MONTHS.getOrDefault(WordKeys.letters(word), 0);
  }
}
