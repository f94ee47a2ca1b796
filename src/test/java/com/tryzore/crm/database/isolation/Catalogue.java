package com.tryzore.crm.database.isolation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL itself says about the schema. */
final class Catalogue {

  /** Flyway's own list of migrations; no login but the migrator has any right to it. */
  static final String MIGRATIONS = "flyway_schema_history";

  /** A query's part: the schemas of the application. */
  static final String SCHEMAS = "('public', 'access', 'audit', 'members', 'schedule', 'jobs')";

  /** A query's part: the tables of the application, without indexes, partitions included. */
  static final String TABLES =
      """
      (select c.*
         from pg_class c
        where c.relnamespace::regnamespace::text in %s
          and c.relkind in ('r', 'p', 'f', 'm')
          and c.relname <> '%s')
      """
          .formatted(SCHEMAS, MIGRATIONS);

  /** A query's part: the roles of the five tiers. */
  static final String TIERS =
      "('zore_owner', 'zore_admin', 'zore_staff', 'zore_trainer', 'zore_member')";

  private final Connection superuser;

  Catalogue(Connection superuser) {
    this.superuser = superuser;
  }

  /** The first column of every row. */
  List<String> list(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = superuser.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
