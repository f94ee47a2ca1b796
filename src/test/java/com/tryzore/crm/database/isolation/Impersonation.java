package com.tryzore.crm.database.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

/**
 * The workshop's door: a superuser who takes a login's place inside a transaction of his own, so
 * that what he changed about the schema in it is in force, and gone afterwards.
 */
record Impersonation(Connection superuser) implements Door {

  @Override
  public <T> T as(String login, String token, Work<T> work) throws SQLException {
    Savepoint before = superuser.setSavepoint();
    try (Statement statement = superuser.createStatement()) {
      statement.execute("set local session authorization " + login);
      if (!token.isEmpty()) {
        Door.bind(superuser, token);
      }
      return work.run(superuser);
    } finally {
      superuser.rollback(before);
    }
  }
}
