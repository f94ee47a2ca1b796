package com.tryzore.crm.members.imports;

import java.util.Locale;

/**
 * Why an import stopped, so that nothing of it was imported; or why taking it back stopped, so that
 * all of it still stands.
 */
public enum ImportFailure {
  /** The file turned out unreadable. */
  FILE,
  /** A member number, or a tag, was given by somebody else in the meantime. */
  TAKEN,
  /** While it was taken back, somebody worked with one of its members. */
  TOUCHED,
  /** The account lost the right to import. */
  RIGHT,
  /** The program was stopped, or nothing was heard of it for a while. */
  INTERRUPTED,
  /** Anything else; the log says what. */
  TROUBLE;

  /** The word in {@code imports.failure}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ImportFailure of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The key of the sentence. */
  public String messageKey() {
    return "members.import.failure." + word();
  }
}
