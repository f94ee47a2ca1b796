package com.tryzore.crm.members.imports;

/** What a file is when it is no list of members. */
public enum FileKind {
  /** Excel, LibreOffice or Numbers: its own program can save it as CSV. */
  SPREADSHEET,
  PDF,
  IMAGE,
  /** A text document, a letter. */
  DOCUMENT,
  ARCHIVE,
  WEB_PAGE,
  JSON,
  CALENDAR,
  CONTACT_CARD,
  /** Bytes that are no text. */
  BINARY,
  /** Text without columns. */
  TEXT;

  /** The key of the sentence that says what it is and what to do about it. */
  public String messageKey() {
    return "members.import.file.kind." + MessageKeys.kebab(this);
  }
}
