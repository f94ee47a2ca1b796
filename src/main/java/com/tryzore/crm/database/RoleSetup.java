package com.tryzore.crm.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.postgresql.util.PasswordUtil;

/** Makes the roles, gives them limits and passwords, and checks that none may do too much. */
final class RoleSetup {

  private final Connection connection;
  private final DatabaseServer server;
  private final Passwords passwords;
  private final int nodes;
  private final boolean superuser;

  RoleSetup(Connection connection, DatabaseServer server, Passwords passwords, int nodes)
      throws SQLException {
    this.connection = connection;
    this.server = server;
    this.passwords = passwords;
    this.nodes = nodes;
    this.superuser = Bootstrap.text(connection, "show is_superuser").equals("on");
  }

  void run() throws SQLException {
    for (Login login : Login.values()) {
      if (!login.role().equals(server.privilegedUser())) {
        makeRole(login.role(), "login");
        limit(login);
      }
    }
    makeRole(Login.DEFINER, "nologin");
    letMigratorWorkForDefiner();
    checkNobodyMayTooMuch();
  }

  private void makeRole(String role, String kind) throws SQLException {
    if (!exists("select 1 from pg_catalog.pg_roles where rolname = ?", role)) {
      Bootstrap.execute(connection, "create role %s %s".formatted(role, kind));
    }
    if (superuser) {
      Bootstrap.execute(
          connection,
          "alter role %s nosuperuser nocreatedb nocreaterole noreplication nobypassrls %s"
              .formatted(role, kind));
    }
  }

  private void limit(Login login) throws SQLException {
    String verifier =
        PasswordUtil.encodePassword(
            login.role(), passwords.of(login).toCharArray(), "scram-sha-256");
    Bootstrap.execute(
        connection,
        "alter role %s connection limit %d password '%s'"
            .formatted(login.role(), login.connectionLimit(nodes), verifier));
    // A login may change its own settings; what an injected statement left there ends here.
    Bootstrap.execute(connection, "alter role %s reset all".formatted(login.role()));
    Bootstrap.execute(
        connection,
        "alter role %s in database %s reset all"
            .formatted(login.role(), Bootstrap.quoted(connection, server.address().database())));
    set(login, "statement_timeout", login.statementTimeout());
    set(login, "lock_timeout", login.lockTimeout());
    set(login, "idle_in_transaction_session_timeout", login.idleInTransactionTimeout());
    Bootstrap.execute(connection, "alter role %s set search_path = public".formatted(login.role()));
  }

  private void set(Login login, String setting, Duration value) throws SQLException {
    Bootstrap.execute(
        connection,
        "alter role %s set %s = '%dms'".formatted(login.role(), setting, value.toMillis()));
  }

  /** The migrator may give functions to the definer and act as it, without having its rights. */
  private void letMigratorWorkForDefiner() throws SQLException {
    String migrator = Login.MIGRATOR.role();
    if (!exists(
        """
        select 1
        from pg_catalog.pg_auth_members
        where roleid = ?::regrole
          and member = 'zore_migrator'::regrole
          and set_option
        """,
        Login.DEFINER)) {
      Bootstrap.execute(
          connection,
          "grant %s to %s with inherit false, set true".formatted(Login.DEFINER, migrator));
    }
  }

  private void checkNobodyMayTooMuch() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                select r.rolname
                from pg_catalog.pg_roles r
                where r.rolname = any (?)
                  and r.rolname <> ?
                  and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
                       or r.rolreplication
                       or exists (
                            select
                            from pg_catalog.pg_auth_members m
                            where m.member = r.oid
                              and not (r.rolname = 'zore_migrator'
                                       and m.roleid = 'zore_definer'::regrole)))
                order by r.rolname
                """);
        ResultSet result = result(statement)) {
      if (result.next()) {
        throw new StartupFailure(
            "The database role %s may do more than it must (superuser, createrole, createdb, replication, bypassrls, or member of another role); take that from it."
                .formatted(result.getString(1)));
      }
    }
  }

  private ResultSet result(PreparedStatement statement) throws SQLException {
    Stream<String> logins = Arrays.stream(Login.values()).map(Login::role);
    Object[] roles = Stream.concat(logins, Stream.of(Login.DEFINER)).toArray();
    statement.setArray(1, connection.createArrayOf("text", roles));
    statement.setString(2, server.privilegedUser());
    return statement.executeQuery();
  }

  private boolean exists(String query, String argument) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, argument);
      try (ResultSet result = statement.executeQuery()) {
        return result.next();
      }
    }
  }
}
