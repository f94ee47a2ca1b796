package com.tryzore.crm.bench;

import com.tryzore.crm.database.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * Members by the ten thousand in the database that tests share, each with a visit and a membership:
 * enough for the planner to mind what it reads from end to end. Whoever loads them takes them out
 * again.
 */
public final class CrowdedGyms {

  private static final List<String> FILLED =
      List.of(
          "visits",
          "memberships",
          "client_words",
          "taggables",
          "tags",
          "client_organizations",
          "clients");

  private static final String VISITS =
      """
      insert into visits (organization_id, client_id, checked_in_at, checked_in_by, source, verdict)
      select co.organization_id, co.client_id, now() - random() * interval '300 days', '%s', 'search', 'welcome'
        from client_organizations co
       where co.organization_id = any (?)
      """;

  private static final String MEMBERSHIPS =
      """
      insert into memberships (organization_id, client_id, plan_organization_id, plan_id, plan_name, status, starts_on,
                               price_minor, currency, billing_period, sold_by)
      select co.organization_id, co.client_id, co.organization_id, gen_random_uuid(), 'Gold', 'active', current_date,
             4900, 'EUR', 'month', '%s'
        from client_organizations co
       where co.organization_id = any (?)
      """;

  private CrowdedGyms() {}

  /**
   * Makes the gyms, the largest first.
   *
   * @param crowd how many of what
   */
  public static List<MillionMembers.Gym> load(MillionMembers crowd) throws SQLException {
    try (Connection superuser = TestDatabase.shared().superuser();
        Statement statement = superuser.createStatement()) {
      List<MillionMembers.Gym> gyms = crowd.load(superuser);
      withoutTriggers(
          statement,
          () -> {
            for (String filling : List.of(VISITS, MEMBERSHIPS)) {
              at(superuser, gyms, filling.formatted(gyms.getFirst().staff()));
            }
          });
      statement.execute("vacuum (analyze, freeze) visits, memberships");
      return gyms;
    }
  }

  /** The database is shared: others need not live among so many. */
  public static void remove(List<MillionMembers.Gym> gyms) throws SQLException {
    try (Connection superuser = TestDatabase.shared().superuser();
        Statement statement = superuser.createStatement()) {
      withoutTriggers(
          statement,
          () -> {
            for (String table : FILLED) {
              at(
                  superuser,
                  gyms,
                  "delete from %s where organization_id = any (?)".formatted(table));
            }
          });
      statement.execute("vacuum (full, analyze) " + String.join(", ", FILLED));
    }
  }

  private interface Work {
    void run() throws SQLException;
  }

  /** Past the trail too, which otherwise notes even what a superuser does so. */
  private static void withoutTriggers(Statement statement, Work work) throws SQLException {
    statement.execute("set session_replication_role = replica");
    try {
      for (String table : FILLED) {
        statement.execute("alter table %s disable trigger user".formatted(table));
      }
      work.run();
    } finally {
      for (String table : FILLED) {
        statement.execute("alter table %s enable trigger user".formatted(table));
        statement.execute(
            """
            do $$
            declare
              v_name text;
            begin
              for v_name in select tgname from pg_trigger where tgrelid = '%1$s'::regclass and tgname like 'audit_%%' loop
                execute format('alter table %1$s enable always trigger %%I', v_name);
              end loop;
            end
            $$
            """
                .formatted(table));
      }
      statement.execute("set session_replication_role = origin");
    }
  }

  private static void at(Connection superuser, List<MillionMembers.Gym> gyms, String sql)
      throws SQLException {
    UUID[] organizations = gyms.stream().map(MillionMembers.Gym::organization).toArray(UUID[]::new);
    try (PreparedStatement statement = superuser.prepareStatement(sql)) {
      statement.setArray(1, superuser.createArrayOf("uuid", organizations));
      statement.execute();
    }
  }
}
