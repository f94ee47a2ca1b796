package com.tryzore.crm.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Options of the command line, {@code --name value} each. */
final class Arguments {
  private static final Set<String> KNOWN =
      Set.of(
          "members",
          "largest",
          "gyms",
          "rounds",
          "rows",
          "tabs",
          "bookings",
          "occurrences",
          "folder",
          "page",
          "only");

  private final Map<String, String> values = new HashMap<>();

  /**
   * @throws IllegalArgumentException for an option nobody knows, or one without its value
   */
  Arguments(String... args) {
    for (int i = 0; i < args.length; i += 2) {
      if (!args[i].startsWith("--") || !KNOWN.contains(args[i].substring(2))) {
        throw new IllegalArgumentException("There is no option " + args[i]);
      }
      if (i + 1 == args.length) {
        throw new IllegalArgumentException(args[i] + " needs a value");
      }
      values.put(args[i].substring(2), args[i + 1]);
    }
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  int number(String name, int otherwise) {
    return values.containsKey(name) ? Integer.parseInt(values.get(name)) : otherwise;
  }
}
