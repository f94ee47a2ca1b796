package com.tryzore.crm.database.isolation;

import com.tryzore.crm.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The front door: one real connection per login, used again and again as a pool would. */
final class Logins implements Door, AutoCloseable {

  private final TestDatabase database;
  private final Map<String, Connection> connections = new HashMap<>();

  Logins(TestDatabase database) {
    this.database = database;
  }

  @Override
  public <T> T as(String login, String token, Work<T> work) throws SQLException {
    Connection connection = connection(login);
    try {
      if (!token.isEmpty()) {
        Door.bind(connection, token);
      }
      return work.run(connection);
    } finally {
      connection.rollback();
    }
  }

  /** The physical connection of a login, between transactions. */
  Connection connection(String login) throws SQLException {
    Connection connection = connections.get(login);
    if (connection == null) {
      connection = database.as(login);
      connection.setAutoCommit(false);
      connections.put(login, connection);
    }
    return connection;
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections.values()) {
      connection.close();
    }
    connections.clear();
  }
}
