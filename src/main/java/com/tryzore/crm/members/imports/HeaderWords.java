package com.tryzore.crm.members.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the columns of member lists are called in English, German and Spanish. */
final class HeaderWords {
  private static final Map<String, ImportField> FIELDS =
      WordKeys.read("headers.properties", ImportField::valueOf, WordKeys::letters);

  private HeaderWords() {}

  /** The field that a column of this name holds, if the name is known. */
  static Optional<ImportField> fieldOf(String header) {
    return Optional.ofNullable(FIELDS.get(WordKeys.letters(header)));
  }

  /** How many different fields the names stand for. */
  static int recognised(List<String> headers) {
    return (int) headers.stream().flatMap(header -> fieldOf(header).stream()).distinct().count();
  }
}
