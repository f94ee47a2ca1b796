package com.tryzore.crm.members.imports;

import java.util.Locale;

/** How a constant's name becomes the last part of a message key. */
final class MessageKeys {
  private MessageKeys() {}

  static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
