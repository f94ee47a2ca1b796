package com.tryzore.crm.members.imports;

import com.tryzore.crm.members.ClientId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A member of an import whom something else has touched since.
 *
 * @param row the row of the file
 * @param client who
 * @param memberNumber as it was imported
 * @param name as it was imported
 * @param kind what has happened
 */
public record UndoObstacle(
    int row, ClientId client, @Nullable String memberNumber, @Nullable String name, Kind kind) {

  /** What can happen to a member after an import. */
  public enum Kind {
    /** Erased, or merged with another. */
    GONE,
    CHANGED,
    VISITED,
    BOOKED,
    SOLD,
    NOTED,
    PHOTOGRAPHED,
    TAGGED,
    /** Admitted to another gym of the chain. */
    ELSEWHERE,
    /** Has an account to sign in with. */
    ACCOUNT;

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The key of the words for it. */
    public String messageKey() {
      return "members.import.obstacle." + name().toLowerCase(Locale.ROOT);
    }
  }
}
