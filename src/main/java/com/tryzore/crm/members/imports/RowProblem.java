package com.tryzore.crm.members.imports;

/** Why one row cannot become a member. */
public enum RowProblem {
  TOO_MANY_CELLS,
  TOO_FEW_CELLS,
  LAST_NAME_MISSING,
  NAME_TOO_LONG,
  /** A character that is none to read, such as NUL, or one that turns the direction of text. */
  CONTROL_CHARACTER,
  MEMBER_NUMBER_TOO_LONG,
  /** An earlier row of the file has the same member number. */
  MEMBER_NUMBER_TWICE,
  EMAIL_NOT_AN_ADDRESS,
  PHONE_WITHOUT_DIGITS,
  /** Too few or too many digits. */
  PHONE_NOT_A_NUMBER,
  STATUS_UNKNOWN,
  /** Not written like a date, or not in the column's order. */
  DATE_UNREADABLE,
  /** 31 February. */
  DATE_DOES_NOT_EXIST,
  /** A year that no member and no membership has. */
  DATE_OUT_OF_RANGE,
  BORN_IN_THE_FUTURE,
  EXPIRES_BEFORE_START,
  TEXT_TOO_LONG,
  TOO_MANY_TAGS;

  /** The key of the sentence. */
  public String messageKey() {
    return "members.import.problem." + MessageKeys.kebab(this);
  }
}
