package com.tryzore.crm.tags;

import java.util.Locale;

/** What kind of word a tag is. Two tags of different types may have the same name. */
public enum TagType {
  SPECIALTY,
  INTEREST,
  CATEGORY,
  SKILL,
  CERTIFICATION,
  CUSTOM;

  /** The word in {@code tags.type}, and the last part of its message key. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The type for a stored word.
   *
   * @throws IllegalArgumentException for a word the schema does not know
   */
  public static TagType of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
