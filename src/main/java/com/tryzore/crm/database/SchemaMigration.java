package com.tryzore.crm.database;

import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the schema to the version this application was built with, as {@code zore_migrator}. */
final class SchemaMigration {

  private static final Logger log = LoggerFactory.getLogger(SchemaMigration.class);

  private SchemaMigration() {}

  /**
   * Applies what is missing, each migration in a transaction of its own.
   *
   * @throws StartupFailure when a migration fails or the database was changed behind its back
   */
  static void apply(PreparedDatabase database) {
    try {
      MigrateResult result =
          Flyway.configure()
              .dataSource(
                  database.jdbcUrl(),
                  Login.MIGRATOR.role(),
                  database.passwords().of(Login.MIGRATOR))
              .locations("classpath:db-migrations")
              .defaultSchema("public")
              .createSchemas(false)
              .cleanDisabled(true)
              .load()
              .migrate();
      log.info(
          "{} migrations applied, schema version {}",
          result.migrationsExecuted,
          result.targetSchemaVersion);
    } catch (FlywayException e) {
      throw new StartupFailure(
          "The schema of %s could not be brought up to date (%s); the log has the details."
              .formatted(database.address(), reason(e)),
          e);
    }
  }

  /** What failed and why, out of many lines: rulers and codes left out. */
  private static String reason(FlywayException e) {
    return String.valueOf(e.getMessage())
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("--"))
        .filter(line -> !line.startsWith("SQL State") && !line.startsWith("Error Code"))
        .limit(2)
        .collect(Collectors.joining(": "));
  }
}
