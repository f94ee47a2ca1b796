package com.tryzore.crm.members.imports;

/** What stands between two cells of a row. */
public enum Delimiter {
  COMMA(','),
  SEMICOLON(';'),
  TAB('\t'),
  PIPE('|');

  private final char character;

  Delimiter(char character) {
    this.character = character;
  }

  /** The character itself. */
  public char character() {
    return character;
  }

  /** The key of its name on screen. */
  public String messageKey() {
    return "members.import.delimiter." + MessageKeys.kebab(this);
  }
}
