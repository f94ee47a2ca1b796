package com.tryzore.crm.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL for tests: one server per test JVM, prepared and migrated by the product's own
 * code, with data that need not survive. Every {@code @SpringBootTest} runs on {@link #shared()} by
 * itself (see {@link TestDatabaseInitializer}); a test that must be alone takes {@link #fresh()}.
 */
public final class TestDatabase {

  private static final String TEMPLATE = "zore_template";
  private static final String LOGIN_SECRET = "the same in every test";
  private static final AtomicInteger COPIES = new AtomicInteger();

  private final PreparedDatabase database;
  private final DatabaseServer server;

  private TestDatabase(DatabaseServer server) {
    this.server = server;
    this.database = new Bootstrap(server, Passwords.derived(LOGIN_SECRET), 0).run();
  }

  /** The database that all tests of this JVM share, migrated and otherwise empty at first. */
  public static TestDatabase shared() {
    return Shared.DATABASE;
  }

  /** A database of its own, migrated and empty, copied in a fraction of a second. */
  public static TestDatabase fresh() {
    return Shared.copy("zore_copy_" + COPIES.incrementAndGet());
  }

  /** The JDBC URL without user and password. */
  public String jdbcUrl() {
    return database.jdbcUrl();
  }

  /** What the application's own code is given. */
  public LoginCredentials credentials() {
    return database;
  }

  PreparedDatabase prepared() {
    return database;
  }

  /** A connection that every policy lets through; the caller closes it. */
  public Connection superuser() throws SQLException {
    return server.privilegedConnection(server.address().database());
  }

  /** A connection as one of the logins, such as {@code zore_staff}; the caller closes it. */
  public Connection as(String login) throws SQLException {
    return database.connect(Login.named(login));
  }

  /** The properties that let an application run on this database. */
  public Map<String, Object> properties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("zore.database.url", jdbcUrl());
    properties.put("zore.database.migrator-user", server.privilegedUser());
    properties.put("zore.database.migrator-password", server.privilegedPassword());
    properties.put("zore.database.login-secret", LOGIN_SECRET);
    properties.put("zore.database.nodes", "0");
    return properties;
  }

  /** Removes a copy that is no longer needed; the shared one stays. */
  public void drop() {
    Shared.execute(List.of("drop database if exists %s with (force)".formatted(name())));
  }

  private String name() {
    return server.address().database();
  }

  /** The server itself, started when first asked for and stopped with the JVM. */
  private static final class Shared {

    static final EmbeddedServer SERVER = startServer();
    static final TestDatabase DATABASE = prepare();

    private static EmbeddedServer startServer() {
      DataFolder folder = lockedFolder();
      EmbeddedServer server =
          EmbeddedServer.start(folder, Path.of("target/embedded"), forgetfulSettings());
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop test database"));
      return server;
    }

    private static DataFolder lockedFolder() {
      DataFolder folder = new DataFolder(Path.of("target/test-database"));
      try {
        folder.lock();
        return folder;
      } catch (StartupFailure takenByAnotherTestRun) {
        folder = new DataFolder(Path.of("target/test-database-" + ProcessHandle.current().pid()));
        folder.lock();
        return folder;
      }
    }

    private static ServerSettings forgetfulSettings() {
      Map<String, String> fixed = ServerSettings.local();
      fixed.put("fsync", "off");
      fixed.put("synchronous_commit", "off");
      fixed.put("full_page_writes", "off");
      return new ServerSettings(fixed, ServerSettings.sizedFor(2048));
    }

    private static TestDatabase prepare() {
      try (Connection connection = SERVER.privilegedConnection("postgres");
          var leftovers =
              connection
                  .createStatement()
                  .executeQuery(
                      "select format('drop database %I with (force)', datname)"
                          + " from pg_database where datname like 'zore%'")) {
        while (leftovers.next()) {
          execute(List.of(leftovers.getString(1)));
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      SchemaMigration.apply(new TestDatabase(on(TEMPLATE)).database);
      return copy("zore");
    }

    static synchronized TestDatabase copy(String name) {
      execute(List.of("create database %s template %s".formatted(name, TEMPLATE)));
      return new TestDatabase(on(name));
    }

    private static ExternalServer on(String name) {
      return new ExternalServer(
          SERVER.address().withDatabase(name),
          SERVER.privilegedUser(),
          SERVER.privilegedPassword());
    }

    static void execute(List<String> statements) {
      try (Connection connection = SERVER.privilegedConnection("postgres")) {
        for (String statement : statements) {
          Bootstrap.execute(connection, statement);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
