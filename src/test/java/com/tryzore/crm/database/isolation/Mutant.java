package com.tryzore.crm.database.isolation;

import java.sql.SQLException;
import java.util.List;

/**
 * One thing about the schema made wrong.
 *
 * @param name what is wrong, the same in every run
 * @param sql makes it wrong
 * @param checks of which one at least must complain
 */
record Mutant(String name, String sql, List<Check> checks) {

  Mutant(String name, String sql, Check... checks) {
    this(name, sql, List.of(checks));
  }

  /** A check of the suite, asked in the transaction in which the schema is wrong. */
  @FunctionalInterface
  interface Check {
    /** What it complains of; empty when it finds all well. */
    List<String> complaints() throws SQLException;
  }

  @Override
  public String toString() {
    return name;
  }
}
