package com.tryzore.crm.members.imports;

import java.util.Set;

/**
 * A member of the gym who may be the one in the list.
 *
 * @param member whom the gym has
 * @param on what the two have in common
 * @param likely whether that makes them the same person: the member number, name and birth date, or
 *     the name and an address or phone. An address or phone under another name is shared in
 *     families
 */
public record Match(ExistingMember member, Set<On> on, boolean likely) {
  public Match {
    on = Set.copyOf(on);
  }

  /** What two members can have in common, surest first. */
  public enum On {
    MEMBER_NUMBER,
    NAME_AND_BIRTH_DATE,
    EMAIL,
    PHONE;

    /** The key of its name on screen. */
    public String messageKey() {
      return "members.import.match." + MessageKeys.kebab(this);
    }
  }
}
