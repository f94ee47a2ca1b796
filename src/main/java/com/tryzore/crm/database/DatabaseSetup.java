package com.tryzore.crm.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives the database to the migrator, lets the logins in and nobody else, and adds extensions. */
final class DatabaseSetup {

  private static final List<String> EXTENSIONS = List.of("btree_gist", "unaccent");
  private static final String SCHEMA = "extensions";

  private final Connection connection;
  private final DatabaseServer server;
  private final String database;
  private final String migrator = Login.MIGRATOR.role();

  DatabaseSetup(Connection connection, DatabaseServer server) throws SQLException {
    this.connection = connection;
    this.server = server;
    this.database = Bootstrap.quoted(connection, server.address().database());
  }

  void run() throws SQLException {
    giveToMigrator();
    closeToThePublic();
    if (isSuperuser()) {
      new PublicRights(connection).take();
    }
    addExtensions();
    checkPublicMayNothing();
  }

  private void giveToMigrator() throws SQLException {
    if (isSuperuser()) {
      execute("alter database %s owner to %s".formatted(database, migrator));
    } else if (!migrator.equals(server.privilegedUser())) {
      execute("grant %s to current_user with inherit true, set true".formatted(migrator));
      execute("grant connect, create on database %s to %s".formatted(database, migrator));
      execute("grant usage, create on schema public to %s".formatted(migrator));
    }
  }

  private boolean isSuperuser() throws SQLException {
    return Bootstrap.text(connection, "show is_superuser").equals("on");
  }

  private void closeToThePublic() throws SQLException {
    execute("revoke all on database %s from public".formatted(database));
    execute("grant connect on database %s to %s".formatted(database, logins()));
    execute("revoke all on schema public from public");
    execute(
        "grant usage on schema public to %s, %s"
            .formatted(Login.DEFINER, roles(Arrays.stream(Login.values()).filter(Login::isTier))));
  }

  private void addExtensions() throws SQLException {
    if (!exists("select 1 from pg_catalog.pg_namespace where nspname = ?", SCHEMA)) {
      execute("create schema %s authorization %s".formatted(SCHEMA, migrator));
    }
    for (String extension : EXTENSIONS) {
      execute("create extension if not exists %s schema %s".formatted(extension, SCHEMA));
    }
    execute("revoke all on schema %s from public".formatted(SCHEMA));
    execute("grant usage on schema %s to %s, %s".formatted(SCHEMA, migrator, Login.DEFINER));
  }

  /** A revoke by someone who may not revoke is only a warning to PostgreSQL, but not to us. */
  private void checkPublicMayNothing() throws SQLException {
    if (exists(
        """
        select 1
        where pg_catalog.has_database_privilege('public', ?, 'connect, temporary, create')
           or pg_catalog.has_schema_privilege('public', 'public', 'create')
        """,
        server.address().database())) {
      throw new StartupFailure(
          "Everybody may connect to %s or create in it, and %s may not change that; make %s the owner of the database."
              .formatted(server.address(), server.privilegedUser(), server.privilegedUser()));
    }
  }

  private boolean exists(String query, String argument) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, argument);
      try (ResultSet result = statement.executeQuery()) {
        return result.next();
      }
    }
  }

  private void execute(String sql) throws SQLException {
    Bootstrap.execute(connection, sql);
  }

  private static String logins() {
    return roles(Arrays.stream(Login.values()));
  }

  private static String roles(Stream<Login> logins) {
    return logins.map(Login::role).collect(Collectors.joining(", "));
  }
}
