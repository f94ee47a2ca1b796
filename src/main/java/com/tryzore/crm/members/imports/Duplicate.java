package com.tryzore.crm.members.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row whose person the gym, or the file, may have already.
 *
 * @param row its number
 * @param draft what the row says
 * @param kind how sure that is
 * @param matches the members of the gym it may be, likeliest first; none when {@code REPEATED}
 * @param likeRow the earlier row it repeats, or 0
 */
public record Duplicate(int row, MemberDraft draft, Kind kind, List<Match> matches, int likeRow) {
  public Duplicate {
    matches = List.copyOf(matches);
  }

  /** The name as the row has it. */
  public String name() {
    return draft.fullName();
  }

  /** The member number as the row has it. */
  public @Nullable String memberNumber() {
    return draft.memberNumber();
  }

  /** How sure it is that two are one. */
  public enum Kind {
    /** Likely the same person as a member of the gym. */
    SAME,
    /** Shares an address or phone with a member of the gym. */
    SIMILAR,
    /** Likely the same person as an earlier row of the file. */
    REPEATED;

    /** The key of its name on screen. */
    public String messageKey() {
      return "members.import.duplicate." + MessageKeys.kebab(this);
    }
  }
}
