package com.tryzore.crm.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A running PostgreSQL that the application may prepare for itself. */
sealed interface DatabaseServer extends AutoCloseable permits EmbeddedServer, ExternalServer {

  /** Where the application's database is, or will be once it is made. */
  DatabaseAddress address();

  /** The login that may make roles and, where it must, the database. */
  String privilegedUser();

  String privilegedPassword();

  /** Stops what this process started; an external server goes on. */
  @Override
  void close();

  default Connection privilegedConnection(String database) throws SQLException {
    return connect(address().withDatabase(database), privilegedUser(), privilegedPassword());
  }

  static Connection connect(DatabaseAddress address, String user, String password)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return DriverManager.getConnection(address.jdbcUrl(), properties);
  }
}
