package com.tryzore.crm.members.imports;

/** What a column of a list may mean for a member. */
public enum ImportField {
  /** The column is not imported. */
  IGNORED(Kind.NOTHING),
  MEMBER_NUMBER(Kind.TEXT),
  FIRST_NAME(Kind.TEXT),
  LAST_NAME(Kind.TEXT),
  /** First and last name in one cell, in either order when there is a comma. */
  FULL_NAME(Kind.TEXT),
  EMAIL(Kind.TEXT),
  /** The number to reach the member by; where a list has two, the mobile one wins. */
  MOBILE_PHONE(Kind.PHONE),
  PHONE(Kind.PHONE),
  BIRTH_DATE(Kind.DATE),
  GENDER(Kind.TEXT),
  STREET(Kind.TEXT),
  POSTCODE(Kind.TEXT),
  CITY(Kind.TEXT),
  COUNTRY(Kind.TEXT),
  JOINED_ON(Kind.DATE),
  STATUS(Kind.STATUS),
  PLAN(Kind.TEXT),
  VALID_UNTIL(Kind.DATE),
  LAST_VISIT_ON(Kind.DATE),
  EMERGENCY_CONTACT(Kind.TEXT),
  EMERGENCY_PHONE(Kind.PHONE),
  MEDICAL_NOTES(Kind.TEXT),
  NOTES(Kind.TEXT),
  TAGS(Kind.TEXT);

  /** How the cells of a field are read. */
  enum Kind {
    NOTHING,
    TEXT,
    PHONE,
    DATE,
    STATUS
  }

  private final Kind kind;

  ImportField(Kind kind) {
    this.kind = kind;
  }

  /** Whether its cells are dates, so that their order of day, month and year must be known. */
  public boolean isDate() {
    return kind == Kind.DATE;
  }

  boolean isPhone() {
    return kind == Kind.PHONE;
  }

  /** The key of its name on screen. */
  public String messageKey() {
    return "members.import.field." + MessageKeys.kebab(this);
  }
}
