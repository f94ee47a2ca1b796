package com.tryzore.crm.tags;

import java.util.Locale;

/** The colours a tag may have; each is readable in the light and in the dark theme. */
public enum TagColour {
  SLATE,
  RED,
  ORANGE,
  AMBER,
  GREEN,
  TEAL,
  BLUE,
  VIOLET,
  PINK;

  /** The word in {@code tags.colour}, and the last part of its message key and style class. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The colour for a stored word.
   *
   * @throws IllegalArgumentException for a word the schema does not know
   */
  public static TagColour of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /**
   * The colour a new tag gets when nobody chose one: the same for the same name, so that a tag made
   * at two gyms of a chain looks the same at both.
   */
  public static TagColour suggestedFor(String name) {
    TagColour[] bright = values();
    return bright[1 + Math.floorMod(name.toLowerCase(Locale.ROOT).hashCode(), bright.length - 1)];
  }
}
