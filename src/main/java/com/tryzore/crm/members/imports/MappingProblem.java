package com.tryzore.crm.members.imports;

/**
 * Why a mapping cannot be used yet.
 *
 * @param kind what is wrong
 * @param field the field it is about
 */
public record MappingProblem(Kind kind, ImportField field) {
  /** What can be wrong with a mapping. */
  public enum Kind {
    /** No column holds a last name or a full name. */
    NAME_MISSING,
    /** Two columns hold the same field. */
    FIELD_TWICE,
    /**
     * The column holds more than five hundred different words, so it is not what it is said to be.
     */
    TOO_MANY_NAMES;

    /** The key of the sentence; its argument is the field's name. */
    public String messageKey() {
      return "members.import.mapping." + MessageKeys.kebab(this);
    }
  }
}
