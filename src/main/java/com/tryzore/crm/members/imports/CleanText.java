package com.tryzore.crm.members.imports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Text of a cell as it is kept: composed accents, single blanks, nothing that cannot be seen. */
final class CleanText {
  private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?");

  /** Words that begin a last name in many languages. */
  private static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "vom", "zu", "zur", "zum", "der", "den", "de", "del", "della", "di", "da",
          "das", "do", "dos", "du", "des", "la", "las", "le", "los", "el", "al", "bin", "ibn",
          "ben", "ter", "ten", "te", "'t", "y", "e", "st.", "san", "santa", "mac", "mc");

  private CleanText() {}

  /** One line: trimmed, with single blanks where there were line breaks, tabs or several. */
  static String line(String cell) {
    String text = BLANKS.matcher(cell).replaceAll(" ").strip();
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Several lines, trimmed at both ends. */
  static String lines(String cell) {
    String text = LINE_ENDS.matcher(cell).replaceAll("\n").strip();
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /**
   * Whether the text, already made one or several lines, holds what is no letter to read: control
   * characters, marks that turn the direction of text (and with it what a screen shows), unpaired
   * surrogates.
   */
  static boolean hasControls(String text) {
    return text.codePoints()
        .anyMatch(
            c ->
                (Character.isISOControl(c) && c != '\n' && c != '\t')
                    || (c >= 0x202A && c <= 0x202E)
                    || (c >= 0x2066 && c <= 0x2069)
                    || (c >= 0xD800 && c <= 0xDFFF)
                    || (c & 0xFFFE) == 0xFFFE);
  }

  /** The beginning of a cell for a list of problems, without what cannot be shown. */
  static String excerpt(String cell) {
    String text = line(cell.substring(0, Math.min(cell.length(), 200)));
    String seen =
        text.codePoints()
            .map(c -> hasControls(Character.toString(c)) ? '\uFFFD' : c)
            .limit(60)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return cell.length() > 60 ? seen + "…" : seen;
  }

  /**
   * A full name in its two parts.
   *
   * @param unsure whether the last name may as well begin at another word
   */
  record Name(String given, String family, boolean unsure) {}

  /** Splits a full name: at its comma, else before its last word and the particles before that. */
  static Name split(String fullName) {
    int comma = fullName.indexOf(',');
    if (comma >= 0) {
      return new Name(
          fullName.substring(comma + 1).strip(), fullName.substring(0, comma).strip(), false);
    }
    List<String> words = new ArrayList<>(Arrays.asList(fullName.split(" ", -1)));
    int family = words.size() - 1;
    while (family > 1 && PARTICLES.contains(words.get(family - 1).toLowerCase(Locale.ROOT))) {
      family--;
    }
    return new Name(
        String.join(" ", words.subList(0, Math.max(0, family))),
        String.join(" ", words.subList(Math.max(0, family), words.size())),
        family > 1);
  }
}
