package com.tryzore.crm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that others run, on which the application is given only as much as it needs. */
class ExternalServerTest {

  private static final Passwords PASSWORDS = Passwords.derived("a secret that all nodes know");

  @TempDir Path parent;

  private DataFolder folder;
  private EmbeddedServer others;

  @BeforeEach
  void start() {
    folder = new DataFolder(parent.resolve("external"));
    folder.lock();
    ServerSettings settings =
        new ServerSettings(ServerSettings.local(), ServerSettings.sizedFor(1024));
    others = EmbeddedServer.start(folder, Path.of("target/embedded"), settings);
  }

  @AfterEach
  void stop() {
    others.close();
    folder.close();
  }

  @Test
  void a_superuser_needs_nothing_prepared_at_all() throws SQLException {
    PreparedDatabase database =
        prepare(new ExternalServer(address("gym"), "postgres", others.privilegedPassword()));
    assertUsable(database);
  }

  @Test
  void a_login_that_may_make_roles_and_owns_the_database_is_enough() throws SQLException {
    execute("create role deployer login createrole password 'of the deployer'");
    execute("create database gym owner deployer template template0 locale 'C'");
    PreparedDatabase database =
        prepare(new ExternalServer(address("gym"), "deployer", "of the deployer"));
    assertUsable(database);
  }

  @Test
  void that_login_may_be_the_migrator_itself() throws SQLException {
    execute("create role zore_migrator login createrole password 'of the migrator'");
    execute("create database gym owner zore_migrator template template0 locale 'C'");
    ExternalServer server = new ExternalServer(address("gym"), "zore_migrator", "of the migrator");
    PreparedDatabase database = prepare(server);
    assertUsable(database);
    assertThat(database.password("zore_migrator")).isEqualTo("of the migrator");
  }

  @Test
  void a_login_that_may_too_little_is_told_what_it_lacks() throws SQLException {
    execute("create role visitor login password 'of the visitor'");
    execute("create database gym owner visitor template template0 locale 'C'");
    assertThatThrownBy(
            () -> prepare(new ExternalServer(address("gym"), "visitor", "of the visitor")))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("needs CREATEROLE");
  }

  @Test
  void a_role_that_may_too_much_stops_the_start() throws SQLException {
    ExternalServer server =
        new ExternalServer(address("gym"), "postgres", others.privilegedPassword());
    prepare(server);
    execute("grant zore_owner to zore_trainer");
    assertThatThrownBy(() -> prepare(server))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("zore_trainer may do more than it must");
  }

  @Test
  void a_missing_database_that_cannot_be_made_is_named() throws SQLException {
    execute("create role deployer login createrole password 'of the deployer'");
    assertThatThrownBy(
            () -> prepare(new ExternalServer(address("gym"), "deployer", "of the deployer")))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("gym at 127.0.0.1");
  }

  @Test
  void a_wrong_password_and_a_closed_port_are_told_apart() {
    assertThatThrownBy(() -> prepare(new ExternalServer(address("gym"), "postgres", "guessed")))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("does not let postgres in");
    DatabaseAddress nowhere = DatabaseAddress.onThisMachine(1, "gym");
    assertThatThrownBy(() -> prepare(new ExternalServer(nowhere, "postgres", "guessed")))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("gym at 127.0.0.1:1 cannot be reached");
  }

  @Test
  void a_database_that_is_not_in_utf8_is_refused() throws SQLException {
    execute(
        "create database gym template template0 encoding 'LATIN1' locale_provider libc locale 'C'");
    assertThatThrownBy(
            () ->
                prepare(
                    new ExternalServer(address("gym"), "postgres", others.privilegedPassword())))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("is encoded in LATIN1");
  }

  @Test
  void a_database_full_of_other_tables_is_left_alone() throws SQLException {
    execute("create database gym");
    try (Connection connection = others.privilegedConnection("gym")) {
      Bootstrap.execute(connection, "create table of_somebody_else (a int)");
    }
    assertThatThrownBy(
            () ->
                prepare(
                    new ExternalServer(address("gym"), "postgres", others.privilegedPassword())))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("could not be brought up to date");
  }

  private static PreparedDatabase prepare(ExternalServer server) {
    PreparedDatabase database = new Bootstrap(server, PASSWORDS, 2).run();
    SchemaMigration.apply(database);
    return new Bootstrap(server, PASSWORDS, 2).run();
  }

  private static void assertUsable(PreparedDatabase database) throws SQLException {
    for (Login login : Login.values()) {
      try (Connection connection = database.connect(login)) {
        assertThat(Bootstrap.text(connection, "select session_user")).isEqualTo(login.role());
      }
    }
    try (Connection staff = database.connect(Login.STAFF)) {
      assertThatThrownBy(() -> Bootstrap.text(staff, "select count(*) from clients"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("zore: ");
      assertThatThrownBy(() -> Bootstrap.execute(staff, "create temporary table t (a int)"))
          .isInstanceOf(SQLException.class);
      assertThat(
              Bootstrap.text(
                  staff, "select rolconnlimit::text from pg_roles where rolname = session_user"))
          .isEqualTo("80");
    }
  }

  private DatabaseAddress address(String database) {
    return others.address().withDatabase(database);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = others.privilegedConnection("postgres")) {
      Bootstrap.execute(connection, sql);
    }
  }
}
