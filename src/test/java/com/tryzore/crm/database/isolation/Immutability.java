package com.tryzore.crm.database.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries to change and remove lines of the trail and seals, through the root and through each
 * partition, as a superuser, with triggers of replicas only, and as the tables' owner.
 */
final class Immutability {

  private static final String PARTITIONS =
      """
      select inhrelid::regclass::text
        from pg_inherits
       where inhparent = 'audit_logs'::regclass
       order by 1
      """;

  /** A line in each partition: on the first of its month, or for the default in a far year. */
  private static final String FILL =
      """
      insert into audit_logs (organization_id, occurred_at, transaction_id, login, action, table_name, row_digest)
      select '%s',
             coalesce((regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \\(''([^'']+)''\\)'))[1],
                      '2999-01-01')::timestamptz,
             pg_current_xact_id(), session_user, 'insert', 'nothing', sha256('nothing')
        from pg_inherits i
        join pg_class c on c.oid = i.inhrelid
       where i.inhparent = 'audit_logs'::regclass
      """
          .formatted(Place.RIVER.id());

  private final Connection superuser;

  Immutability(Connection superuser) {
    this.superuser = superuser;
  }

  /** What could be changed; empty when all is well. */
  List<String> changes() throws SQLException {
    List<String> wrong = new ArrayList<>();
    Savepoint before = superuser.setSavepoint();
    try {
      run(FILL);
      List<String> partitions = new Catalogue(superuser).list(PARTITIONS);
      for (String setting :
          List.of(
              "select 1",
              "set local session_replication_role = replica",
              "set local session authorization zore_migrator")) {
        Savepoint turn = superuser.setSavepoint();
        run(setting);
        boolean asOwner = setting.contains("migrator");
        List<String> attempts = new ArrayList<>();
        for (String root : List.of("audit_logs", "audit_seals")) {
          attempts.addAll(all(root));
          attempts.add("delete from %s where false".formatted(root));
          attempts.add("update %s set id = id where false".formatted(root));
        }
        attempts.add("truncate organizations cascade");
        partitions.forEach(partition -> attempts.addAll(all(partition)));
        for (String attempt : attempts) {
          Outcome outcome = Door.attempt(superuser, attempt);
          boolean right = asOwner ? outcome.isRefusal() : outcome instanceof Outcome.Refused;
          if (!right) {
            wrong.add("%s; %s: got %s".formatted(setting, attempt, outcome));
          }
        }
        superuser.rollback(turn);
      }
    } finally {
      superuser.rollback(before);
    }
    return wrong;
  }

  private static List<String> all(String table) {
    return List.of(
        "update %s set id = id".formatted(table), "delete from " + table, "truncate " + table);
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }
}
