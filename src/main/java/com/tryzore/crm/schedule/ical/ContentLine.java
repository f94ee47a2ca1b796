package com.tryzore.crm.schedule.ical;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A line of the file, unfolded: NAME;PARAMETER=VALUE:VALUE.
 *
 * @param number of the first line in the file, from 1
 * @param name in capitals
 * @param parameters by name in capitals, without quotation marks; the first of each name
 * @param value as it stands
 * @param whole whether the line was kept in full
 */
record ContentLine(
    int number, String name, Map<String, String> parameters, String value, boolean whole) {

  /** Reads a line; none when it is not of that form. */
  static Optional<ContentLine> of(int number, String text, boolean whole) {
    int end = nameEnd(text);
    if (end == 0) {
      return Optional.empty();
    }
    String name = text.substring(0, end).toUpperCase(Locale.ROOT);
    Map<String, String> parameters = new HashMap<>();
    int at = end;
    while (at < text.length() && text.charAt(at) == ';') {
      int next = partEnd(text, at + 1);
      String parameter = text.substring(at + 1, next);
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        parameters.putIfAbsent(
            parameter.substring(0, equals).toUpperCase(Locale.ROOT),
            parameter.substring(equals + 1).replace("\"", ""));
      }
      at = next;
    }
    return at < text.length() && text.charAt(at) == ':'
        ? Optional.of(new ContentLine(number, name, parameters, text.substring(at + 1), whole))
        : Optional.empty();
  }

  String parameter(String parameterName) {
    return parameters.getOrDefault(parameterName, "");
  }

  private static int nameEnd(String text) {
    int end = 0;
    while (end < text.length() && isNameLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNameLetter(char letter) {
    return (letter >= 'A' && letter <= 'Z')
        || (letter >= 'a' && letter <= 'z')
        || (letter >= '0' && letter <= '9')
        || letter == '-';
  }

  /** Where a parameter ends: before the next ; or : outside quotation marks. */
  private static int partEnd(String text, int from) {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"') {
        quoted = !quoted;
      } else if (!quoted && (letter == ';' || letter == ':')) {
        return i;
      }
    }
    return text.length();
  }
}
