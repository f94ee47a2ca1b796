package com.tryzore.crm.members.imports;

/** What a person may want to look at in a row that is taken all the same. */
public enum RowWarning {
  /** No numbering plan knows the phone number; its digits are kept. */
  UNUSUAL_PHONE,
  /** An earlier row has the same name and the same birth date, e-mail address or phone number. */
  SAME_PERSON_IN_FILE,
  /** An earlier row has the same e-mail address under another name: a family, or a mistake. */
  SHARED_EMAIL_IN_FILE,
  /** A last visit after today, which is left out. */
  VISIT_IN_THE_FUTURE,
  /** A full name of three or more words, whose last name may begin elsewhere. */
  NAME_SPLIT_UNSURE,
  /** A word for gender that is not known and is left out. */
  GENDER_UNKNOWN,
  /**
   * Two phone numbers for the member, of which the mobile one is kept; the other is in the notes.
   */
  SECOND_PHONE_IN_NOTES;

  /** The key of the sentence. */
  public String messageKey() {
    return "members.import.warning." + MessageKeys.kebab(this);
  }
}
