package com.tryzore.crm.ui;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Where the command palette gets its answers. A feature offers a bean; the palette asks every one
 * on each keystroke, on the UI's thread and under the UI's binding, so an answer should take a few
 * milliseconds.
 */
public interface PaletteSource {

  /**
   * The key of the heading above this source's answers. Of sources with the same heading the first
   * in order that has answers is heard: a feature further up can put more behind the same rows.
   */
  String headingKey();

  /** Sources with a smaller number come first; members are 10, actions 50, places 90. */
  int order();

  /**
   * The best answers for what was typed, best first. An empty text asks for suggestions; a source
   * may have none.
   *
   * @param typed stripped, at most 100 characters
   * @param limit how many there is room for
   */
  List<PaletteItem> find(String typed, int limit);

  /** Whether a name, or a word of it, begins like what was typed, case and accents apart. */
  static boolean fits(String name, String typed) {
    String folded = folded(name);
    String wanted = folded(typed);
    return folded.startsWith(wanted) || folded.contains(" " + wanted);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
