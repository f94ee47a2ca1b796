package com.tryzore.crm.members.imports;

/**
 * The order in which a column writes its dates, and how sure that is.
 *
 * @param order the likeliest
 * @param certainty how sure
 */
public record DateGuess(DateOrder order, Certainty certainty) {
  /** How sure a guess is. */
  public enum Certainty {
    /** The dates themselves decide, or their writing does. */
    CERTAIN,
    /** Another date column of the file decides. */
    FROM_OTHER_COLUMN,
    /** Every date could be read either way: a person must look. */
    AMBIGUOUS,
    /** Some dates can only be read one way, some only the other: a person must look. */
    MIXED
  }

  /** Whether a person should look before going on. */
  public boolean needsALook() {
    return certainty == Certainty.AMBIGUOUS || certainty == Certainty.MIXED;
  }
}
