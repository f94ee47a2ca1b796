package com.tryzore.crm.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** The trail's months: made ahead, once, without gaps; and what happens when one is missing. */
class PartitionsTest {

  private static final String MAKE_THREE_YEARS = "select jobs.make_partitions(36)";
  private static final int DAYS_OF_A_MONTH_AND_A_BIT = 32;

  private final TestDatabase database = TestDatabase.fresh();
  private final Maintenance maintenance = new Maintenance(database.prepared());
  private final YearMonth now = YearMonth.now(ZoneOffset.UTC);
  private Connection superuser;

  @BeforeEach
  void open() throws SQLException {
    superuser = database.superuser();
  }

  @AfterEach
  void drop() throws SQLException {
    superuser.close();
    database.drop();
  }

  @Test
  void migration_alone_makes_this_month_and_four_more() throws SQLException {
    assertThat(months()).contains(name(now)).hasSizeGreaterThanOrEqualTo(5);
    assertThat(months()).contains(name(now.plusMonths(4)));
  }

  @Test
  void what_has_been_made_is_not_made_again_and_too_few_is_never_asked_for() throws SQLException {
    int before = months().size();
    try (Connection jobs = database.as("zore_jobs")) {
      assertThat(number(jobs, "select jobs.make_partitions(6)")).isEqualTo(7 - before);
      assertThat(number(jobs, "select jobs.make_partitions(6)")).isZero();
      assertThat(number(jobs, "select jobs.make_partitions(0)")).isZero();
      assertThat(number(jobs, "select jobs.make_partitions(-1)")).isZero();
      assertThat(number(jobs, "select jobs.make_partitions(1000)"))
          .as("three years are the most")
          .isEqualTo(30);
    }
    assertThat(months()).hasSize(37);
  }

  @Test
  void every_instant_of_three_years_has_its_month_also_at_the_turn_of_the_year()
      throws SQLException {
    try (Connection jobs = database.as("zore_jobs")) {
      number(jobs, MAKE_THREE_YEARS);
    }
    List<String> strayed = new ArrayList<>();
    int turnsOfTheYear = 0;
    for (int month = 0; month <= 36; month++) {
      LocalDate first = now.plusMonths(month).atDay(1);
      turnsOfTheYear += first.getMonthValue() == 1 ? 1 : 0;
      String here = name(now.plusMonths(month));
      String before = month == 0 ? "audit_logs_default" : name(now.plusMonths(month - 1));
      if (!partitionOf(first + " 00:00:00+00").equals(here)) {
        strayed.add(first + " in " + partitionOf(first + " 00:00:00+00"));
      }
      // A microsecond earlier, told in a zone whose clocks show the new month already.
      String last = first + " 10:59:59.999999+11";
      if (!partitionOf(last).equals(before)) {
        strayed.add(last + " in " + partitionOf(last));
      }
    }
    assertThat(strayed).isEmpty();
    assertThat(turnsOfTheYear).isEqualTo(3);
    assertThat(partitionOf(now.plusMonths(37).atDay(1) + " 00:00:00+00"))
        .isEqualTo("audit_logs_default");
  }

  @Test
  void a_month_made_later_is_as_well_guarded_as_the_first() throws SQLException {
    try (Connection jobs = database.as("zore_jobs")) {
      number(jobs, MAKE_THREE_YEARS);
    }
    assertThat(
            Bootstrap.text(
                superuser,
                """
                select count(*)
                  from pg_inherits i
                  join pg_class c on c.oid = i.inhrelid
                 where i.inhparent = 'audit_logs'::regclass
                   and c.relrowsecurity
                   and c.relforcerowsecurity
                   and c.relowner = 'zore_migrator'::regrole
                   and (select count(*)
                          from pg_trigger t
                         where t.tgrelid = c.oid
                           and t.tgfoid = 'audit.refuse_change'::regproc
                           and t.tgenabled = 'A') = 2
                   and not exists (select
                                     from aclexplode(c.relacl) a
                                    where a.grantee not in ('zore_migrator'::regrole, 'zore_definer'::regrole))
                """))
        .as("36 months ahead, this one, and the default")
        .isEqualTo("38");
  }

  @Test
  void two_nodes_at_once_make_each_month_once() throws Exception {
    Callable<Integer> node =
        () -> {
          try (Connection jobs = database.as("zore_jobs")) {
            return number(jobs, MAKE_THREE_YEARS);
          }
        };
    int before = months().size();
    try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
      int made = 0;
      for (Future<Integer> done : nodes.invokeAll(List.of(node, node, node, node))) {
        made += done.get();
      }
      assertThat(made).isEqualTo(37 - before);
    }
    assertThat(months()).hasSize(37);
  }

  @Test
  void the_desk_goes_on_while_months_are_made_and_the_other_way_round() throws SQLException {
    try (Connection desk = database.superuser();
        Connection jobs = database.as("zore_jobs")) {
      desk.setAutoCommit(false);
      execute(desk, organization("first"));
      execute(jobs, "set lock_timeout = '2s'");
      assertThat(number(jobs, MAKE_THREE_YEARS)).isPositive();
      desk.commit();
    }
    assertThat(number(superuser, "select count(*) from audit_logs")).isEqualTo(1);
  }

  @Test
  void a_missing_month_stops_nobody_and_raises_the_alarm() throws SQLException {
    maintenance.makePartitions();
    assertThat(health().getDetails()).containsEntry("rowsInDefaultPartitions", 0L);
    execute(superuser, "drop table audit." + name(now));

    execute(superuser, organization("riverside"));

    assertThat(
            Bootstrap.text(
                superuser, "select tableoid::regclass from audit_logs where action = 'insert'"))
        .isEqualTo("audit.audit_logs_default");
    maintenance.makePartitions();
    assertThat(health().getDetails()).containsEntry("rowsInDefaultPartitions", 1L);
    assertThat(health().getStatus()).as("the business goes on").isEqualTo(Status.UP);
    assertThat(maintenance.state().failure()).isNull();
  }

  @Test
  void a_month_whose_rows_lie_in_the_default_is_told_and_keeps_no_other_from_being_made()
      throws SQLException {
    execute(superuser, "drop table audit." + name(now));
    execute(superuser, "drop table audit." + name(now.plusMonths(2)));
    execute(superuser, organization("riverside"));

    try (Connection jobs = database.as("zore_jobs");
        Statement statement = jobs.createStatement()) {
      statement.execute("select jobs.make_partitions(4)");
      assertThat(String.valueOf(statement.getWarnings()))
          .contains(name(now))
          .contains("rows of its month are in the default partition");
    }
    assertThat(months()).doesNotContain(name(now)).contains(name(now.plusMonths(2)));
    // What is in the default is found like everything else, and guarded like it.
    assertThat(number(superuser, "select count(*) from audit_logs")).isEqualTo(1);
    execute(superuser, organization("harbour"));
    assertThat(number(superuser, "select jobs.partition_alarm()::int")).isEqualTo(2);
  }

  @Test
  void no_month_is_longer_than_a_month() throws SQLException {
    assertThat(
            Bootstrap.text(
                superuser,
                """
                select string_agg(relname, ' ')
                  from (select c.relname,
                               regexp_match(pg_get_expr(c.relpartbound, c.oid),
                                 'FROM \\(''([^'']+)''\\) TO \\(''([^'']+)''\\)') as bound
                          from pg_inherits i
                          join pg_class c on c.oid = i.inhrelid
                         where i.inhparent = 'audit_logs'::regclass) b
                 where bound[2]::timestamptz - bound[1]::timestamptz > interval '%d days'
                """
                    .formatted(DAYS_OF_A_MONTH_AND_A_BIT)))
        .isNull();
  }

  private Health health() {
    return new ServerHealth(database.prepared(), maintenance).health();
  }

  private List<String> months() throws SQLException {
    String all =
        Bootstrap.text(
            superuser,
            """
            select string_agg(c.relname, ' ' order by c.relname)
              from pg_inherits i
              join pg_class c on c.oid = i.inhrelid
             where i.inhparent = 'audit_logs'::regclass
               and c.relname <> 'audit_logs_default'
            """);
    return List.of(all.split(" ", -1));
  }

  /** Where a line of that instant would lie. */
  private String partitionOf(String instant) throws SQLException {
    superuser.setAutoCommit(false);
    try (Statement statement = superuser.createStatement();
        var row =
            statement.executeQuery(
                """
                insert into audit_logs (organization_id, occurred_at, transaction_id, login, action, table_name, row_digest)
                values (gen_random_uuid(), '%s', pg_current_xact_id(), 'nobody', 'insert', 'nothing', sha256('nothing'))
                returning tableoid::regclass
                """
                    .formatted(instant))) {
      row.next();
      return row.getString(1).replace("audit.", "");
    } finally {
      superuser.rollback();
      superuser.setAutoCommit(true);
    }
  }

  private static String name(YearMonth month) {
    return "audit_logs_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
  }

  private static String organization(String slug) {
    return """
    insert into organizations (slug, name, time_zone, currency, phone_region)
    values ('%1$s', '%1$s', 'Europe/Berlin', 'EUR', 'DE')
    """
        .formatted(slug);
  }

  private static int number(Connection connection, String query) throws SQLException {
    return Integer.parseInt(Bootstrap.text(connection, query));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
