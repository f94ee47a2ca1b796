package com.tryzore.crm.members.imports;

import java.util.Locale;

/** How far an import has come. */
public enum ImportStatus {
  /** The file is kept, nothing is imported yet. */
  DRAFT,
  RUNNING,
  DONE,
  /** Given up or stopped; nothing of it was imported. */
  CANCELLED,
  /** Something was in the way; nothing of it was imported. */
  FAILED,
  /** Being taken back; all of it still stands. */
  UNDOING,
  /** Taken back as a whole. */
  UNDONE;

  /** The word in {@code imports.status}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The status for a stored word.
   *
   * @throws IllegalArgumentException for a word the schema does not know
   */
  public static ImportStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether work on it goes on in the background. */
  public boolean isBusy() {
    return this == RUNNING || this == UNDOING;
  }

  /** The key of its name on screen. */
  public String messageKey() {
    return "members.import.status." + word();
  }
}
