package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.OWNER;
import static com.tryzore.crm.access.Tier.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tryzore.crm.database.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One physical connection serves one tenant after the other: what one leaves, the next has not. */
class PooledConnectionTest {

  private static final Trial TRIAL = Trial.shared();

  private final Subject river = World.subject(Person.the(Place.RIVER, STAFF), Place.RIVER);
  private final Subject rival = World.subject(Person.the(Place.RIVAL, STAFF), Place.RIVAL);
  private Connection connection;

  @BeforeEach
  void take() throws SQLException {
    connection = TRIAL.database().as("zore_staff");
    connection.setAutoCommit(false);
  }

  @AfterEach
  void give_back() throws SQLException {
    connection.close();
  }

  @Test
  void nothing_of_a_binding_outlives_its_transaction() throws SQLException {
    bind(river);
    assertThat(organizations()).containsOnly(Place.RIVER.id().toString());
    connection.commit();
    assertThat(text("select current_setting('zore.session', true)")).isEmpty();
    assertRefused("select organization_id from clients");
    bind(river);
    connection.rollback();
    assertRefused("select organization_id from clients");
  }

  @Test
  void a_savepoint_taken_back_takes_the_second_binding_with_it() throws SQLException {
    bind(river);
    try (Statement statement = connection.createStatement()) {
      statement.execute("savepoint before");
      bind(rival);
      assertThat(organizations()).containsOnly(Place.RIVAL.id().toString());
      statement.execute("rollback to savepoint before");
    }
    assertThat(organizations()).containsOnly(Place.RIVER.id().toString());
    connection.rollback();
  }

  @Test
  void a_prepared_statement_belongs_to_whoever_runs_it() throws SQLException {
    Random random = new Random(7);
    try (PreparedStatement prepared =
        connection.prepareStatement("select distinct organization_id::text from clients")) {
      // More often than the driver and the planner need to keep a plan for good.
      for (int round = 0; round < 40; round++) {
        Subject subject = random.nextBoolean() ? river : rival;
        bind(subject);
        try (ResultSet rows = prepared.executeQuery()) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getString(1)).isEqualTo(subject.place().id().toString());
          assertThat(rows.next()).isFalse();
        }
        connection.commit();
        if (round % 10 == 9) {
          assertThatThrownBy(prepared::executeQuery)
              .isInstanceOfSatisfying(
                  SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(Outcome.REFUSED));
          connection.rollback();
        }
      }
    }
  }

  @Test
  void a_cursor_that_was_kept_holds_what_its_maker_saw_and_nothing_else() throws SQLException {
    bind(river);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "declare kept cursor with hold for select organization_id::text from clients");
      connection.commit();
      bind(rival);
      List<String> seen = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery("fetch all from kept")) {
        while (rows.next()) {
          seen.add(rows.getString(1));
        }
      }
      assertThat(seen).isNotEmpty().containsOnly(Place.RIVER.id().toString());
      connection.commit();
    }
  }

  @Test
  void a_token_set_for_the_whole_session_does_not_bind_the_next() throws SQLException {
    bind(river);
    text("select set_config('zore.session', '%s', false)".formatted(Trial.token(river)));
    connection.commit();
    bind(rival);
    assertThat(organizations()).containsOnly(Place.RIVAL.id().toString());
    connection.commit();
  }

  @Test
  void settings_left_behind_stop_statements_and_open_nothing() throws SQLException {
    for (String setting :
        List.of(
            "row_security = off",
            "default_transaction_read_only = on",
            "search_path = pg_temp, pg_catalog",
            "transform_null_equals = on",
            "standard_conforming_strings = off",
            "constraint_exclusion = on",
            "plan_cache_mode = force_generic_plan",
            "enable_indexscan = off")) {
      bind(river);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set session " + setting);
      }
      connection.commit();
      bind(rival);
      try {
        assertThat(seen("select distinct organization_id::text from public.clients"))
            .as(setting)
            .containsOnly(Place.RIVAL.id().toString());
      } catch (SQLException stopped) {
        assertThat(stopped.getSQLState()).as(setting).isEqualTo(Outcome.REFUSED);
      }
      connection.rollback();
      try (Statement statement = connection.createStatement()) {
        statement.execute("reset all");
      }
      connection.commit();
    }
  }

  @Test
  void row_security_off_raises_and_lifts_nothing() throws SQLException {
    bind(river);
    for (Kit kit : Trial.kits()) {
      Outcome outcome =
          Door.attempt(connection, "set local row_security = off; select 1 from " + kit.table());
      assertThat(outcome.isRefusal()).as(kit.table()).isTrue();
    }
    connection.rollback();
  }

  @Test
  void revocation_takes_effect_with_the_next_statement_of_a_running_transaction()
      throws SQLException {
    Trial alone = Trial.fresh();
    try (Connection running = alone.database().as("zore_staff");
        Connection superuser = alone.database().superuser()) {
      running.setAutoCommit(false);
      for (String revocation :
          List.of(
              "update ui_sessions set closed_at = now() where user_id = '%s'",
              "update user_organizations set status = 'disabled' where user_id = '%s'",
              "update user_organizations set role = 'trainer' where user_id = '%s'",
              "delete from user_organizations where user_id = '%s'",
              "update users set disabled_at = now() where id = '%s'",
              "update ui_sessions set expires_at = now() where user_id = '%s'")) {
        Door.bind(running, Trial.token(river));
        assertThat(Door.attempt(running, "select 1 from rooms").isRefusal()).isFalse();
        superuser.setAutoCommit(false);
        try (Statement statement = superuser.createStatement()) {
          assertThat(statement.executeUpdate(revocation.formatted(river.person().id())))
              .isPositive();
          superuser.commit();
        }
        for (String next :
            List.of(
                "select 1 from rooms",
                "update users set locale = 'de'",
                "select access.organization_id()",
                "select access.permitted('schedule.edit')")) {
          assertThat(Door.attempt(running, next))
              .as("%s, then %s", revocation, next)
              .isInstanceOf(Outcome.Refused.class);
        }
        running.rollback();
        restore(superuser);
      }
    } finally {
      alone.database().drop();
    }
  }

  private void restore(Connection superuser) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      String person = river.person().id().toString();
      statement.execute("update users set disabled_at = null where id = '%s'".formatted(person));
      statement.execute("delete from user_organizations where user_id = '%s'".formatted(person));
      statement.execute(
          "insert into user_organizations (organization_id, user_id, role) values ('%s', '%s', 'staff')"
              .formatted(Place.RIVER.id(), person));
      statement.execute(
          """
          update ui_sessions
             set closed_at = null, expires_at = now() + interval '1 hour'
           where user_id = '%s'
          """
              .formatted(person));
    }
    superuser.commit();
  }

  @Test
  void no_token_is_seen_by_other_sessions_of_the_same_login() throws SQLException {
    bind(river);
    try (Connection superuser = TRIAL.database().superuser()) {
      assertThat(
              new Catalogue(superuser)
                  .list(
                      "select query from pg_stat_activity where usename = 'zore_staff'"
                          + " and query like '%zore.session%'"))
          .as("even to a superuser, the bind statement shows a parameter and no value")
          .isNotEmpty()
          .noneMatch(query -> query.contains(Trial.token(river)));
    }
    connection.rollback();
  }

  @Test
  void no_check_of_the_product_can_be_put_off_to_the_end() throws SQLException {
    try (Connection superuser = TestDatabase.shared().superuser()) {
      assertThat(
              new Catalogue(superuser)
                  .list(
                      "select conname from pg_constraint where condeferrable"
                          + " union all select tgname from pg_trigger where tgdeferrable"))
          .isEmpty();
    }
  }

  @Test
  void the_tiers_of_one_person_in_two_tabs_are_two_logins() throws SQLException {
    Subject chainOwner = World.subject(Person.the(Place.CHAIN, OWNER), Place.RIVER);
    bind(chainOwner);
    assertRefused("select organization_id from clients");
    connection.rollback();
  }

  private void bind(Subject subject) throws SQLException {
    Door.bind(connection, Trial.token(subject));
  }

  private List<String> organizations() throws SQLException {
    return seen("select distinct organization_id::text from clients");
  }

  private List<String> seen(String query) throws SQLException {
    List<String> seen = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        seen.add(rows.getString(1));
      }
    }
    return seen;
  }

  private String text(String query) throws SQLException {
    return seen(query).getFirst();
  }

  private void assertRefused(String query) throws SQLException {
    assertThat(Door.attempt(connection, query)).as(query).isInstanceOf(Outcome.Refused.class);
    connection.rollback();
  }
}
