package com.tryzore.crm.members.imports;

/** Why a file cannot be imported at all. */
public enum FileProblem {
  /** No byte, or nothing but blanks. */
  EMPTY,
  /** Column names and not one member. */
  HEADER_ONLY,
  /** Arguments: its size and the limit, in bytes. */
  TOO_LARGE,
  /** Argument: the limit, in rows. */
  TOO_MANY_ROWS,
  /** Argument: the {@link FileKind}. */
  NOT_A_TABLE,
  /** The letters are in none of the encodings that are known. */
  ENCODING_UNKNOWN,
  /** Arguments: the encoding that was asked for or announced, and the row in which it fails. */
  ENCODING_DOES_NOT_FIT,
  /** Ends within a letter of several bytes. */
  ENDS_WITHIN_A_LETTER,
  /** Ends before a quotation mark is closed. Argument: the row. */
  ENDS_WITHIN_QUOTES,
  /** Ends before the last row is complete. Argument: the row. */
  ENDS_WITHIN_A_ROW,
  /** A cell or row of absurd length: a quotation mark never closed. Argument: the row. */
  RUNAWAY_CELL;

  /** The key of the sentence, with the arguments named above. */
  public String messageKey() {
    return "members.import.file." + MessageKeys.kebab(this);
  }
}
