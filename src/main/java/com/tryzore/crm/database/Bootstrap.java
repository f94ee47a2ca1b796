package com.tryzore.crm.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what must exist before the first migration: the database, the roles with their limits and
 * passwords, the extensions, and who may connect. Runs at every start, changes only what differs,
 * and lets one node work at a time.
 */
final class Bootstrap {

  private static final Logger log = LoggerFactory.getLogger(Bootstrap.class);
  private static final long ADVISORY_LOCK = 0x7A6F7265_626F6F74L;
  private static final String MAINTENANCE_DATABASE = "postgres";

  private static final String UNKNOWN_DATABASE = "3D000";
  private static final String DUPLICATE_DATABASE = "42P04";

  private final DatabaseServer server;
  private final Passwords passwords;
  private final int nodes;

  /**
   * @param passwords of the logins, but for the privileged one if that is the migrator
   * @param nodes how many application nodes share the server, which scales the connection limits; 0
   *     lifts them
   */
  Bootstrap(DatabaseServer server, Passwords passwords, int nodes) {
    this.server = server;
    this.passwords =
        login ->
            login.role().equals(server.privilegedUser())
                ? server.privilegedPassword()
                : passwords.of(login);
    this.nodes = nodes;
  }

  /**
   * Prepares the database for its logins.
   *
   * @throws StartupFailure when the server is unreachable, too old, or refuses a step
   */
  PreparedDatabase run() {
    try (Connection connection = connection()) {
      ServerVersion version = version(connection);
      execute(connection, "select pg_advisory_lock(" + ADVISORY_LOCK + ")");
      connection.setAutoCommit(false);
      new RoleSetup(connection, server, passwords, nodes).run();
      new DatabaseSetup(connection, server).run();
      connection.commit();
      connection.setAutoCommit(true);
      execute(connection, "select pg_advisory_unlock(" + ADVISORY_LOCK + ")");
      log.info("Database {} is prepared, PostgreSQL {}", server.address(), version);
      return new PreparedDatabase(server.address(), passwords, version);
    } catch (SQLException e) {
      throw DatabaseTrouble.whileStarting(e, server.address(), server.privilegedUser());
    }
  }

  private Connection connection() throws SQLException {
    String database = server.address().database();
    try {
      return server.privilegedConnection(database);
    } catch (SQLException e) {
      if (!UNKNOWN_DATABASE.equals(e.getSQLState())) {
        throw e;
      }
      makeDatabase(database);
      return server.privilegedConnection(database);
    }
  }

  private void makeDatabase(String database) throws SQLException {
    try (Connection connection = server.privilegedConnection(MAINTENANCE_DATABASE)) {
      version(connection);
      execute(
          connection,
          """
          create database %s
            template template0
            encoding 'UTF8'
            locale_provider builtin
            builtin_locale 'C.UTF-8'
          """
              .formatted(quoted(connection, database)));
    } catch (SQLException e) {
      if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
        throw e;
      }
    }
  }

  private ServerVersion version(Connection connection) throws SQLException {
    ServerVersion version =
        new ServerVersion(Integer.parseInt(text(connection, "show server_version_num")));
    if (version.isTooOld()) {
      throw new StartupFailure(
          "The database %s runs on PostgreSQL %s; TryZore CRM needs PostgreSQL 18 or newer."
              .formatted(server.address(), version));
    }
    String encoding = text(connection, "show server_encoding");
    if (!encoding.equals("UTF8")) {
      throw new StartupFailure(
          "The database %s is encoded in %s; make one with encoding 'UTF8'."
              .formatted(server.address(), encoding));
    }
    return version;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }

  static String quoted(Connection connection, String identifier) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.enquoteIdentifier(identifier, true);
    }
  }
}
