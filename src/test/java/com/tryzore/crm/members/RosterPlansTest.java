package com.tryzore.crm.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.UserId;
import com.tryzore.crm.bench.CrowdedGyms;
import com.tryzore.crm.bench.MillionMembers;
import com.tryzore.crm.tags.Tags;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How the database answers the roster as the tier's login, on 60,000 members of twenty gyms: by
 * index, never by reading a large table from end to end.
 */
@SpringBootTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RosterPlansTest {

  @Autowired private MemberRoster roster;
  @Autowired private Tags tags;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;
  @Autowired private JdbcClient sql;
  @Autowired private PlatformTransactionManager transactions;

  private List<MillionMembers.Gym> gyms = List.of();
  private @Nullable Binding staff;

  @BeforeAll
  void sixty_thousand_members() throws SQLException {
    gyms = CrowdedGyms.load(new MillionMembers(60_000, 12_000, 20));
    MillionMembers.Gym largest = gyms.getFirst();
    staff = gate.open(new UserId(largest.staff()), largest.slug(), Instant.now());
  }

  @AfterAll
  void take_them_out_again() throws SQLException {
    CrowdedGyms.remove(gyms);
  }

  @ParameterizedTest
  @EnumSource(RosterOrder.By.class)
  void every_order_is_read_from_an_index(RosterOrder.By by) {
    for (boolean descending : new boolean[] {false, true}) {
      String plan = plan(RosterFilter.NONE, new RosterOrder(by, descending));
      assertUsesIndexes(plan);
      assertThat(plan).doesNotContain("Sort Key: co.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"s", "smi", "smith j", "smi jo", "0421 7", "maria kr", "xq"})
  void what_is_typed_is_found_by_its_words(String typed) {
    String plan = plan(RosterFilter.typed(typed), RosterOrder.NATURAL);
    assertUsesIndexes(plan);
    assertThat(plan).contains("using client_words_pk").contains("word >=");
  }

  @Test
  void filters_and_counts_use_indexes_too() {
    var vip = bindings.callAs(bound(), () -> tags.all().getFirst().id());
    LocalDate day = LocalDate.now(bound().zone());
    for (String typed : List.of("", "mar")) {
      for (RosterFilter filter :
          List.of(
              with(typed, Set.of(MemberStatus.PROSPECT), null, null, -1),
              with(typed, Set.of(), new LastVisit.Within(1), null, -1),
              with(typed, Set.of(), null, day.minusDays(5), -1),
              with(typed, Set.of(), null, null, 3),
              new RosterFilter(
                  typed,
                  Set.of(),
                  Set.of("Day Pass"),
                  Set.of(vip),
                  null,
                  null,
                  Optional.empty(),
                  OptionalInt.empty()))) {
        assertUsesIndexes(plan(filter, new RosterOrder(RosterOrder.By.NAME, false)));
        assertUsesIndexes(countPlan(filter));
      }
    }
    assertUsesIndexes(countPlan(RosterFilter.NONE));
    assertUsesIndexes(countPlan(RosterFilter.typed("s")));
  }

  /** The unhurried way reads all rows, sorts them and takes some. */
  @ParameterizedTest
  @ValueSource(strings = {"", "s", "smi", "smith j", "s m", "ma s", "0421"})
  void every_shortcut_shows_what_the_unhurried_way_shows(String typed) {
    var vip = bindings.callAs(bound(), () -> tags.all().getFirst().id());
    LocalDate day = LocalDate.now(bound().zone());
    List<RosterFilter> filters =
        List.of(
            RosterFilter.typed(typed),
            with(typed, Set.of(MemberStatus.ACTIVE), null, null, -1),
            with(typed, Set.of(), new LastVisit.Within(20), day.minusDays(400), -1),
            with(typed, Set.of(), null, null, 20),
            new RosterFilter(
                typed,
                Set.of(MemberStatus.EXPIRED),
                Set.of(),
                Set.of(vip),
                null,
                null,
                Optional.empty(),
                OptionalInt.empty()));
    for (RosterFilter filter : filters) {
      for (RosterOrder order :
          List.of(
              RosterOrder.NATURAL,
              new RosterOrder(RosterOrder.By.NAME, true),
              new RosterOrder(RosterOrder.By.ENDS, false),
              new RosterOrder(RosterOrder.By.ENDS, true),
              new RosterOrder(RosterOrder.By.JOINED, false),
              new RosterOrder(RosterOrder.By.LAST_VISIT, true))) {
        assertSameRows(filter, order);
      }
      assertCount(filter);
    }
  }

  private void assertSameRows(RosterFilter filter, RosterOrder order) {
    for (int offset : new int[] {0, 130}) {
      List<ClientId> shown =
          bindings.callAs(bound(), () -> roster.rows(filter, order, offset, 30)).stream()
              .map(RosterRow::id)
              .toList();
      assertThat(shown)
          .as("%s by %s from %d", filter, order, offset)
          .isEqualTo(unhurried(filter, order, " offset " + offset + " limit 30"));
    }
  }

  private void assertCount(RosterFilter filter) {
    int all = unhurried(filter, RosterOrder.NATURAL, "").size();
    RosterCount count =
        bindings.callAs(bound(), () -> roster.open(filter, RosterOrder.NATURAL)).count();
    if (count.more()) {
      assertThat(count.number()).as("%s", filter).isBetween(MemberRoster.PAGE, all);
    } else {
      assertThat(count.number()).as("%s", filter).isEqualTo(all);
    }
  }

  private List<ClientId> unhurried(RosterFilter filter, RosterOrder order, String part) {
    return bindings.callAs(
        bound(),
        () ->
            new TransactionTemplate(transactions)
                .execute(
                    status -> {
                      RosterStatement statement = roster.statement(filter);
                      return sql.sql(statement.all(order) + part)
                          .params(statement.parameters())
                          .query(
                              (row, number) -> new ClientId(row.getObject("client_id", UUID.class)))
                          .list();
                    }));
  }

  private Binding bound() {
    if (staff == null) {
      throw new IllegalStateException("Nobody is bound");
    }
    return staff;
  }

  private static RosterFilter with(
      String typed,
      Set<MemberStatus> statuses,
      @Nullable LastVisit visit,
      @Nullable LocalDate joined,
      int ends) {
    return new RosterFilter(
        typed,
        statuses,
        Set.of(),
        Set.of(),
        joined,
        null,
        Optional.ofNullable(visit),
        ends < 0 ? OptionalInt.empty() : OptionalInt.of(ends));
  }

  private static void assertUsesIndexes(String plan) {
    assertThat(plan)
        .doesNotContain("Seq Scan on client_organizations")
        .doesNotContain("Seq Scan on client_words")
        .doesNotContain("Seq Scan on clients")
        .doesNotContain("Seq Scan on taggables");
  }

  /** Of every way that may be tried. */
  private String plan(RosterFilter filter, RosterOrder order) {
    return explained(filter, statement -> statement.page(order), Map.of("offset", 0, "limit", 50));
  }

  private String countPlan(RosterFilter filter) {
    return explained(filter, statement -> List.of(statement.count()), Map.of());
  }

  private String explained(
      RosterFilter filter,
      Function<RosterStatement, List<String>> texts,
      Map<String, Object> more) {
    List<String> lines = new ArrayList<>();
    bindings.runAs(
        bound(),
        () ->
            new TransactionTemplate(transactions)
                .executeWithoutResult(
                    status -> {
                      RosterStatement statement = roster.statement(filter);
                      for (String text : texts.apply(statement)) {
                        lines.addAll(
                            sql.sql("explain " + text)
                                .params(statement.parameters())
                                .params(more)
                                .query(String.class)
                                .list());
                      }
                    }));
    return String.join("\n", lines);
  }
}
