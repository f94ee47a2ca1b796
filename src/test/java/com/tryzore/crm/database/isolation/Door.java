package com.tryzore.crm.database.isolation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A way to act on the database as one of its logins, bound by a token; nothing ever stays. */
interface Door {

  /**
   * Begins a bound transaction, lets the work happen and undoes all of it.
   *
   * @param token what the transaction is bound with; empty for an unbound one
   */
  <T> T as(String login, String token, Work<T> work) throws SQLException;

  default <T> T as(Subject subject, Work<T> work) throws SQLException {
    return as(subject.tier().login(), Trial.token(subject), work);
  }

  /** Tries one statement in a bound transaction of its own. */
  default Outcome attempt(Subject subject, String sql) throws SQLException {
    return as(subject, connection -> attempt(connection, sql));
  }

  /** What is done behind the door. */
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /** The statement that binds a transaction, exactly as the program runs it. */
  static void bind(Connection connection, String token) throws SQLException {
    try (var bind = connection.prepareStatement("select set_config('zore.session', ?, true)")) {
      bind.setString(1, token);
      bind.execute();
    }
  }

  /** Tries one statement and undoes it, whatever came of it. */
  static Outcome attempt(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("savepoint attempt; " + sql + "; rollback to savepoint attempt");
      statement.getMoreResults();
      long count = statement.getUpdateCount();
      if (count < 0) {
        count = 0;
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            count++;
          }
        }
      }
      return new Outcome.Rows(count);
    } catch (SQLException refused) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("rollback to savepoint attempt");
      }
      return Outcome.of(refused);
    }
  }
}
