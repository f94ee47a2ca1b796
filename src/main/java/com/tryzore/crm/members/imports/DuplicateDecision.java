package com.tryzore.crm.members.imports;

/** What becomes of a row whose person the gym, or the file, may have already. */
public enum DuplicateDecision {
  /** The row is left out; who is there stays untouched. */
  SKIP,
  /** Who is there gets what the row says; blank cells change nothing. */
  UPDATE,
  /** It is somebody else: a new member. */
  NEW;

  /** The key of its name on screen. */
  public String messageKey() {
    return "members.import.decision." + MessageKeys.kebab(this);
  }
}
