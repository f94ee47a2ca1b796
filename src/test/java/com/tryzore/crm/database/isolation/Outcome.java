package com.tryzore.crm.database.isolation;

import java.sql.SQLException;

/** How the database answered an attempt. */
sealed interface Outcome {

  /** It did what was asked, to so many rows. */
  record Rows(long count) implements Outcome {
    @Override
    public String toString() {
      return count + (count == 1 ? " row" : " rows");
    }
  }

  /**
   * It refused for want of a right.
   *
   * @param message all that is told, with the place in which function it was refused
   */
  record Refused(String message) implements Outcome {
    @Override
    public String toString() {
      return "refusal";
    }
  }

  /** The right was there, and something else stood in the way. */
  record Blocked(String state, String message) implements Outcome {
    @Override
    public String toString() {
      return "error %s (%s)".formatted(state, message);
    }
  }

  /** The state of insufficient_privilege: missing grants, policies, and our own refusals. */
  String REFUSED = "42501";

  static Outcome of(SQLException error) {
    return REFUSED.equals(error.getSQLState())
        ? new Refused(String.valueOf(error.getMessage()).strip())
        : new Blocked(String.valueOf(error.getSQLState()), firstLine(error));
  }

  /** Whether nothing happened and nothing was told. */
  default boolean isRefusal() {
    return this instanceof Refused || this.equals(new Rows(0));
  }

  private static String firstLine(SQLException error) {
    return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
  }
}
