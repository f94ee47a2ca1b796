package com.tryzore.crm.members;

import java.util.Locale;

/** A client's gender, as far as it is known. */
public enum Gender {
  FEMALE,
  MALE,
  DIVERSE;

  /** The word in {@code clients.gender}, and the last part of its message key. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The gender for a stored word.
   *
   * @throws IllegalArgumentException for a word the schema does not know
   */
  public static Gender of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
