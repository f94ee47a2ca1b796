package com.tryzore.crm.members;

import java.util.Locale;
import java.util.Set;

/**
 * A member of this gym who may be the person being typed.
 *
 * @param member who
 * @param signs what they have in common
 */
public record PossibleDuplicate(MemberHit member, Set<Sign> signs) {

  public PossibleDuplicate {
    signs = Set.copyOf(signs);
  }

  /** What two records have in common. */
  public enum Sign {
    EMAIL,
    PHONE,
    NAME_AND_BIRTH_DATE;

    /** The last part of its message key. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
