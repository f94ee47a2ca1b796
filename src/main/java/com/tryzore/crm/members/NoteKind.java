package com.tryzore.crm.members;

import java.util.Locale;

/** Where a note about a member is shown. */
public enum NoteKind {
  /** In the profile only. */
  INTERNAL,
  /** Also at the desk when the member checks in. */
  DESK;

  /** The word in {@code client_notes.kind}, and the last part of its message key. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind for a stored word.
   *
   * @throws IllegalArgumentException for a word the schema does not know
   */
  public static NoteKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
