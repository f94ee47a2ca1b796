package com.tryzore.crm.members.imports;

/** A name in the form in which two are compared: no case, accents, blanks or punctuation. */
final class NameKey {
  private NameKey() {}

  static String of(String givenName, String familyName) {
    return WordKeys.letters(givenName) + ' ' + WordKeys.letters(familyName);
  }
}
