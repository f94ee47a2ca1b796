package com.tryzore.crm.members.imports;

/** Something about a readable file that a person should know before going on. */
public enum FileNotice {
  /** The first row holds an address or a date, so it may be a member and no header. */
  FIRST_ROW_LOOKS_LIKE_A_MEMBER,
  /** The last line has no end: usual for some programs, and a sign of a file that was cut short. */
  LAST_LINE_HAS_NO_END;

  /** The key of the sentence. */
  public String messageKey() {
    return "members.import.notice." + MessageKeys.kebab(this);
  }
}
