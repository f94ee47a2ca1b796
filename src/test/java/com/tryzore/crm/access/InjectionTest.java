package com.tryzore.crm.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * One gym's people inject SQL into a statement of the program's, on the only connection of the
 * pool; then another gym's people work on it and find nothing of it.
 */
class InjectionTest {
  private static Access access;
  private static TestGym injectingGym;
  private static TestGym nextGym;
  private static Binding injecting;
  private static Binding next;

  /** Everything about the session that the next binding could feel. */
  private record Session(
      Map<String, String> settings, List<String> leftBehind, UUID organization, List<String> tags) {

    /** What is otherwise than it was. */
    List<String> unlike(Session before) {
      List<String> differences = new ArrayList<>(leftBehind);
      settings.forEach(
          (name, value) -> {
            if (!value.equals(before.settings.get(name))) {
              differences.add(name + " = " + value);
            }
          });
      if (!organization.equals(before.organization) || !tags.equals(before.tags)) {
        differences.add(organization + " sees " + tags);
      }
      return differences;
    }

    static Session of(Connection connection) throws SQLException {
      Map<String, String> settings = new LinkedHashMap<>();
      List<String> leftBehind = new ArrayList<>();
      List<String> tags = new ArrayList<>();
      try (Statement statement = connection.createStatement()) {
        ResultSet rows =
            statement.executeQuery(
                """
                select name, setting from pg_settings
                union all
                select name, current_setting(name, true)
                  from unnest(array['zore.reason', 'zore.other']) name
                union all
                select 'session of the binding', access.session_id()::text
                 order by 1
                """);
        while (rows.next()) {
          settings.put(rows.getString(1), Objects.toString(rows.getString(2), ""));
        }
        rows =
            statement.executeQuery(
                """
                select 'prepared ' || name from pg_prepared_statements where from_sql
                union all
                select 'cursor ' || name from pg_cursors where is_holdable
                union all
                select 'temporary schema' where pg_my_temp_schema() <> 0
                """);
        while (rows.next()) {
          leftBehind.add(rows.getString(1));
        }
        rows = statement.executeQuery("select name from tags order by name");
        while (rows.next()) {
          tags.add(rows.getString(1));
        }
        rows = statement.executeQuery("select access.organization_id()");
        rows.next();
        return new Session(settings, leftBehind, rows.getObject(1, UUID.class), tags);
      }
    }
  }

  @BeforeAll
  static void open() {
    injectingGym = TestGym.open(TestDatabase.shared(), "Injecting");
    nextGym = TestGym.open(TestDatabase.shared(), "Next");
    injectingGym.tag("of the injecting gym");
    nextGym.tag("of the next gym");
    access = Access.to(TestDatabase.shared(), 1);
    injecting = bind(injectingGym);
    next = bind(nextGym);
  }

  private static Binding bind(TestGym gym) {
    return access.gate.open(gym.person("Ines Jost", Tier.STAFF).id(), gym.slug(), Instant.now());
  }

  @AfterAll
  static void close() {
    access.close();
  }

  @Test
  void no_setting_that_an_injected_fragment_changes_is_felt_by_the_next_binding() {
    Session untouched = sessionOf(next);
    assertThat(untouched.organization()).isEqualTo(nextGym.id().value());
    assertThat(untouched.tags()).containsExactly("of the next gym");
    int taken = 0;
    for (Map.Entry<String, String> other : otherValues()) {
      String fragment =
          "x' or set_config('%s', '%s', false) is null --"
              .formatted(other.getKey(), other.getValue().replace("'", "''"));
      if (injected(injecting, "select name from tags where name = '%s'".formatted(fragment))) {
        taken++;
      }
      assertThat(sessionOf(next).unlike(untouched)).as("after %s", other).isEmpty();
    }
    assertThat(taken).as("settings that could be changed at all").isGreaterThan(150);
  }

  @Test
  void a_forged_reason_does_not_stand_in_the_next_ones_audit_trail() {
    injected(injecting, "select set_config('zore.reason', 'forged', false)");
    String tag = "made by the next " + System.nanoTime();
    assertThat(
            injected(
                next,
                "insert into tags (organization_id, type, name) values ('%s', 'custom', '%s')"
                    .formatted(nextGym.id().value(), tag)))
        .isTrue();
    assertThat(
            nextGym.value(
                String.class,
                "select coalesce(reason, 'none') from audit_logs where new_values ->> 'name' = ?",
                tag))
        .isEqualTo("none");
  }

  @Test
  void the_injecting_ones_token_does_not_bind_the_next() {
    for (boolean local : List.of(true, false)) {
      injected(
          injecting,
          "select set_config('zore.session', '%s', %s)".formatted(injecting.token(), local));
      assertThat(sessionOf(next).organization()).isEqualTo(nextGym.id().value());
    }
  }

  @Test
  void nothing_a_statement_could_leave_behind_is_there_for_the_next_binding() {
    Session untouched = sessionOf(next);
    for (String statement :
        List.of(
            "prepare s_1 as select 'forged'",
            "prepare \"S_1\" as select 'forged'",
            "deallocate all",
            "discard all",
            "discard plans",
            "listen anything",
            "notify anything, 'told'",
            "declare kept cursor with hold for select name from tags",
            "create temporary table tags (name text)",
            "create function pg_temp.forged() returns int language sql as 'select 1'",
            "set zore.reason = 'forged'",
            "set session characteristics as transaction isolation level serializable",
            "set time zone 'Asia/Tokyo'",
            "set search_path = pg_temp",
            "reset all",
            "begin",
            "commit",
            "commit and chain",
            "rollback",
            "end",
            "savepoint kept",
            "do $$ begin perform set_config('zore.reason', 'forged', false); end $$",
            "copy tags (name) to stdout",
            "lock table tags",
            "call access.keep_version('tags')",
            "select 1; prepare s_1 as select 'forged'",
            "select 'a'; set zore.reason = 'forged'; --",
            "/* select */ set zore.reason = 'forged'",
            "-- select\nset zore.reason = 'forged'",
            "select pg_advisory_lock(1)",
            "select lo_creat(-1)",
            "select setval('anything', 1)")) {
      assertThat(injected(injecting, statement)).as(statement).isFalse();
      assertThat(sessionOf(next).unlike(untouched)).as("after %s", statement).isEmpty();
    }
  }

  /** Runs the text in a transaction of that binding and commits; whether it was let through. */
  private static boolean injected(Binding binding, String text) {
    try {
      access.bindings.runAs(
          binding, () -> access.required().executeWithoutResult(begun -> run(text)));
      return true;
    } catch (RuntimeException refused) {
      return false;
    }
  }

  private static void run(String text) {
    try (Statement statement = DataSourceUtils.getConnection(access.dataSource).createStatement()) {
      statement.execute(text);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private static Session sessionOf(Binding binding) {
    return access.bindings.callAs(
        binding,
        () ->
            Objects.requireNonNull(
                access
                    .required()
                    .execute(
                        begun -> {
                          try {
                            return Session.of(DataSourceUtils.getConnection(access.dataSource));
                          } catch (SQLException failed) {
                            throw new IllegalStateException(failed);
                          }
                        })));
  }

  /** For each setting of the server values other than the present one, as its kind has them. */
  private static List<Map.Entry<String, String>> otherValues() {
    List<Map.Entry<String, String>> values = new ArrayList<>();
    try (Connection superuser = TestDatabase.shared().superuser();
        Statement statement = superuser.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select s.name, v.value
                  from pg_settings s
                 cross join lateral (
                   select unnest(case s.vartype
                     when 'bool' then array['on', 'off']
                     when 'enum' then s.enumvals
                     when 'string' then array['x', 'public', 'C', 'Asia/Tokyo', 'pg_temp, pg_catalog']
                     else array[s.min_val, s.max_val, '1'] end)) v (value)
                 where s.context in ('user', 'superuser')
                   and v.value is distinct from s.setting
                union all
                values ('zore.reason', 'forged'), ('zore.other', 'left'), ('zore.session', 'x'),
                       ('role', 'none'), ('session_authorization', 'zore_staff')
                """)) {
      while (rows.next()) {
        values.add(Map.entry(rows.getString(1), rows.getString(2)));
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return values;
  }
}
