package com.tryzore.crm.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes from the public what PostgreSQL gives to every login and no login of ours needs: what lets
 * the sessions of one login see, stop or wait for each other, keeps things between transactions, or
 * runs SQL out of a string. The tenants of one tier share a login, so these would be ways from one
 * tenant to another. A superuser alone can take them; without one the server stays as its operator
 * made it.
 */
final class PublicRights {

  /** Names of functions in pg_catalog, as a regular expression. */
  private static final String FUNCTIONS =
      """
      ^(pg_(cancel|terminate)_backend\
      |pg_stat_get_activity|pg_stat_get_backend_.*\
      |pg_(try_)?advisory_.*\
      |pg_notify|pg_listening_channels\
      |pg_sleep.*\
      |lo_.*|lowrite|loread\
      |(query|cursor|table|schema|database)_to_xml.*|ts_stat\
      |pg_logical_emit_message)$\
      """;

  private static final List<String> VIEWS = List.of("pg_stat_activity");

  private final Connection connection;

  PublicRights(Connection connection) {
    this.connection = connection;
  }

  /**
   * Takes what is still given. The migrator keeps the locks that migrations take, PostgreSQL's own
   * roles for monitoring keep what they are for.
   */
  void take() throws SQLException {
    List<String> statements =
        list(
            """
            select format('revoke execute on function %s from public', p.oid::regprocedure)
            from pg_catalog.pg_proc p
            where p.pronamespace = 'pg_catalog'::regnamespace
              and p.proname ~ '{functions}'
              and exists (
                    select
                    from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                    where a.grantee = 0)
            union all
            select format('grant execute on function %s to %s', p.oid::regprocedure, keeper)
            from pg_catalog.pg_proc p
            join (values ('^pg_(try_)?advisory_', 'zore_migrator'),
                         ('^pg_(cancel|terminate)_backend$', 'pg_signal_backend'),
                         ('^pg_stat_get_(activity|backend_)', 'pg_read_all_stats')) k (names, keeper)
              on p.proname ~ k.names
            where p.pronamespace = 'pg_catalog'::regnamespace
            """
                .replace("{functions}", FUNCTIONS));
    for (String view : VIEWS) {
      statements.add("revoke select on pg_catalog.%s from public".formatted(view));
      statements.add("grant select on pg_catalog.%s to pg_read_all_stats".formatted(view));
    }
    for (String statement : statements) {
      Bootstrap.execute(connection, statement);
    }
  }

  private List<String> list(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
