package com.tryzore.crm.bench;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.MemberSearch;
import com.tryzore.crm.members.RosterFilter;
import com.tryzore.crm.members.RosterOrder;
import com.tryzore.crm.members.RosterSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What Row Level Security costs: the roster's own statement, bound and as the tier's login, beside
 * the same text with its hand-written {@code where organization_id = …} as a login that no policy
 * holds back. One after the other in each round, so that both meet the same weather.
 */
final class RowLevelSecurity {
  private final BenchDatabase database;
  private final Bindings bindings;
  private final Binding staff;
  private final TransactionTemplate transactions;

  RowLevelSecurity(BenchDatabase database, Binding staff) {
    this.database = database;
    this.bindings = database.bean(Bindings.class);
    this.staff = staff;
    this.transactions = new TransactionTemplate(database.bean(PlatformTransactionManager.class));
  }

  void measure(Report report, int rounds) throws SQLException {
    report.table(
        "Row Level Security beside a hand-written WHERE",
        "The statement alone, within a transaction, both from the driver. Goal: a ratio of at most 1.10 at the median, by the same plan.",
        List.of("what", "with RLS", "95 %", "without", "95 %", "ratio", "same plan"));
    try (Connection held =
            database.boundAsStaff(database.largest().staff(), database.largest().slug());
        Connection unheld = database.withoutPolicies()) {
      unheld.setAutoCommit(false);
      JdbcClient bound = JdbcClient.create(new SingleConnectionDataSource(held, true));
      JdbcClient free = JdbcClient.create(new SingleConnectionDataSource(unheld, true));
      compare(report, "first page", page(RosterFilter.NONE), rounds, bound, free);
      for (String typed : List.of("s", "smi", "smith", "smi jo", "0421 7")) {
        RosterSql.Statement page = page(RosterFilter.typed(typed));
        compare(report, "search: " + typed, page, rounds, bound, free);
      }
    }
  }

  private RosterSql.Statement page(RosterFilter filter) {
    return bindings.callAs(
        staff,
        () ->
            Objects.requireNonNull(
                transactions.execute(
                    status ->
                        new RosterSql(database.bean(MemberSearch.class))
                            .firstPage(filter, RosterOrder.NATURAL, staff)
                            .getFirst())));
  }

  private static void compare(
      Report report,
      String name,
      RosterSql.Statement page,
      int rounds,
      JdbcClient bound,
      JdbcClient free) {
    long[] with = new long[rounds];
    long[] without = new long[rounds];
    for (int round = -rounds; round < rounds; round++) { // the first half warms up
      long a = time(bound, page);
      long b = time(free, page);
      if (round >= 0) {
        with[round] = a;
        without[round] = b;
      }
    }
    Timings held = new Timings(with);
    Timings unheld = new Timings(without);
    report.row(
        name,
        held.median(),
        held.p95(),
        unheld.median(),
        unheld.p95(),
        Timings.text(held.median() / unheld.median()),
        plan(bound, page).equals(plan(free, page)) ? "yes" : "no");
  }

  private static long time(JdbcClient sql, RosterSql.Statement page) {
    long begun = System.nanoTime();
    sql.sql(page.text()).params(page.parameters()).query((row, number) -> row.getObject(1)).list();
    return System.nanoTime() - begun;
  }

  /** The steps of the plan, without what the policies add: their checks, made once. */
  private static List<String> plan(JdbcClient sql, RosterSql.Statement page) {
    return sql
        .sql("explain (costs off) " + page.text())
        .params(page.parameters())
        .query(String.class)
        .list()
        .stream()
        .map(line -> line.replaceAll("^[ ]*(->)?[ ]*", "").replaceAll("_[0-9]+\\b", ""))
        .filter(
            line ->
                line.matches("(Limit|Sort$|Group|Nested|Hash|Merge|.*Scan|.*Join|.*Aggregate).*"))
        .toList();
  }

  /** Makes the login that no policy holds back, or gives it another password. */
  static void makeLogin(Statement superuser, String login, String password) throws SQLException {
    superuser.execute(
        """
        do $$
        begin
          if not exists (select from pg_roles where rolname = '%1$s') then
            create role %1$s login bypassrls in role pg_read_all_data;
            grant connect on database zore to %1$s;
          end if;
          alter role %1$s password '%2$s';
        end
        $$
        """
            .formatted(login, password));
  }
}
