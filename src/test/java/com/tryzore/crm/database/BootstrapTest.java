package com.tryzore.crm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BootstrapTest {

  private final TestDatabase database = TestDatabase.shared();

  @Test
  void no_role_of_the_application_may_more_than_it_needs() throws SQLException {
    assertThat(
            rows(
                """
                select rolname
                from pg_roles
                where rolname like 'zore%'
                  and (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)
                """))
        .isEmpty();
    assertThat(rows("select rolname from pg_roles where rolname like 'zore%' and not rolcanlogin"))
        .containsExactly("zore_definer");
    assertThat(rows("select count(*)::text from pg_roles where rolname like 'zore%'"))
        .containsExactly("9");
  }

  @Test
  void only_the_migrator_is_a_member_of_anything_and_only_by_set_role() throws SQLException {
    assertThat(
            rows(
                """
                select format('%s in %s, inherit %s, set %s, admin %s',
                         member::regrole, roleid::regrole, inherit_option, set_option, admin_option)
                from pg_auth_members
                where member::regrole::text like 'zore%'
                """))
        .containsExactly("zore_migrator in zore_definer, inherit f, set t, admin f");
  }

  @Test
  void every_login_has_a_scram_verifier() throws SQLException {
    assertThat(
            rows(
                """
                select rolname
                from pg_authid
                where rolcanlogin
                  and (rolpassword is null or rolpassword not like 'SCRAM-SHA-256$%')
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void each_login_gets_in_with_its_own_password_only(Login login) throws SQLException {
    try (Connection connection = database.as(login.role())) {
      assertThat(Bootstrap.text(connection, "select session_user")).isEqualTo(login.role());
      assertThat(Bootstrap.text(connection, "show statement_timeout").equals("0"))
          .isEqualTo(login == Login.MIGRATOR);
      assertThat(Bootstrap.text(connection, "show lock_timeout")).isNotEqualTo("0");
      assertThat(Bootstrap.text(connection, "show idle_in_transaction_session_timeout"))
          .isNotEqualTo("0");
    }
    DatabaseAddress address = DatabaseAddress.parse(database.jdbcUrl()).address();
    for (Login other : Login.values()) {
      if (other != login) {
        String password = database.credentials().password(other.role());
        assertThatThrownBy(() -> DatabaseServer.connect(address, login.role(), password).close())
            .isInstanceOf(SQLException.class)
            .extracting(e -> ((SQLException) e).getSQLState())
            .isEqualTo("28P01");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MIGRATOR")
  void no_login_but_the_migrator_may_make_anything(Login login) throws SQLException {
    try (Connection connection = database.as(login.role())) {
      for (String attempt :
          List.of(
              "create table mine (a int)",
              "create temporary table mine (a int)",
              "create schema mine",
              "create database mine",
              "create role mine",
              "set role zore_definer",
              "set session authorization zore_migrator")) {
        assertThatThrownBy(() -> Bootstrap.execute(connection, attempt))
            .as(attempt)
            .isInstanceOf(SQLException.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void no_login_may_become_another(Login login) throws SQLException {
    try (Connection connection = database.as(login.role())) {
      for (Login other : Login.values()) {
        if (other != login) {
          assertThatThrownBy(() -> Bootstrap.execute(connection, "set role " + other.role()))
              .isInstanceOf(SQLException.class)
              .hasMessageContaining("permission denied to set role");
        }
      }
    }
  }

  @Test
  void the_public_may_not_even_connect() throws SQLException {
    assertThat(
            rows(
                """
                select format('%s %s %s %s',
                         has_database_privilege('public', current_database(), 'connect'),
                         has_database_privilege('public', current_database(), 'temporary'),
                         has_schema_privilege('public', 'public', 'usage'),
                         has_schema_privilege('public', 'extensions', 'usage'))
                """))
        .containsExactly("f f f f");
  }

  @Test
  void the_database_is_the_migrators_and_sorts_by_code_point_in_utf8() throws SQLException {
    assertThat(
            rows(
                """
                select format('%s %s %s %s', datdba::regrole, pg_encoding_to_char(encoding),
                         datlocprovider, datlocale)
                from pg_database
                where datname = 'zore_template'
                """))
        .containsExactly("zore_migrator UTF8 b C.UTF-8");
    assertThat(
            rows(
                "select extname from pg_extension where extnamespace = 'extensions'::regnamespace"))
        .containsExactlyInAnyOrder("btree_gist", "unaccent");
  }

  @Test
  void running_it_again_changes_nothing() throws SQLException {
    TestDatabase copy = TestDatabase.fresh();
    String query =
        """
        select string_agg(format('%s %s %s %s', rolname, rolconnlimit, rolconfig, rolcanlogin), ';'
                 order by rolname)
        from pg_roles
        where rolname like 'zore%'
        """;
    try (Connection connection = copy.superuser()) {
      String before = Bootstrap.text(connection, query);
      ExternalServer server = TestServers.of(copy);
      new Bootstrap(server, login -> copy.credentials().password(login.role()), 0).run();
      assertThat(Bootstrap.text(connection, query)).isEqualTo(before);
    } finally {
      copy.drop();
    }
  }

  private List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.superuser();
        var statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
