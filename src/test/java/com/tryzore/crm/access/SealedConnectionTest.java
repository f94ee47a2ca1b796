package com.tryzore.crm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tryzore.crm.database.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.jdbc.PgResultSet;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class SealedConnectionTest {

  /** Written apart from the product's own list: what a pool needs, none of it carries SQL. */
  private static final Set<String> HARMLESS =
      Set.of(
          "close()",
          "isClosed()",
          "abort(Executor)",
          "isValid(int)",
          "getAutoCommit()",
          "setAutoCommit(boolean)",
          "commit()",
          "rollback()",
          "isReadOnly()",
          "setReadOnly(boolean)",
          "getTransactionIsolation()",
          "setTransactionIsolation(int)",
          "getNetworkTimeout()",
          "setNetworkTimeout(Executor, int)",
          "getWarnings()",
          "clearWarnings()",
          "isWrapperFor(Class)");

  private static Access access;
  private static Binding binding;

  @BeforeAll
  static void bind() {
    TestGym gym = TestGym.open(TestDatabase.shared(), "Sealed");
    access = Access.to(TestDatabase.shared(), 1);
    binding = access.gate.open(gym.person("Sela Ruiz", Tier.STAFF).id(), gym.slug(), Instant.now());
  }

  @AfterAll
  static void close() {
    access.close();
  }

  @Test
  void what_the_pool_lends_refuses_everything_that_could_run_sql() throws SQLException {
    try (Connection lent = access.bindings.callAs(binding, access.dataSource::getConnection)) {
      List<String> answered = access.bindings.callAs(binding, () -> answeredOf(lent));

      assertThat(answered).isEmpty();
    }
  }

  @Test
  void after_commit_and_rollback_it_refuses_again() {
    access.bindings.runAs(
        binding,
        () -> {
          List<String> answered = new ArrayList<>();
          access
              .required()
              .executeWithoutResult(
                  begun -> {
                    Connection connection = DataSourceUtils.getConnection(access.dataSource);
                    try {
                      assertThat(connection.createStatement().execute("select 1")).isTrue();
                      connection.commit();
                      answered.addAll(answeredOf(connection));
                    } catch (SQLException failed) {
                      throw new AssertionError(failed);
                    }
                  });
          assertThat(answered).isEmpty();
        });
    access.bindings.runAs(
        binding,
        () ->
            access
                .required()
                .executeWithoutResult(
                    begun -> {
                      Connection connection = DataSourceUtils.getConnection(access.dataSource);
                      try {
                        connection.rollback();
                        assertThat(answeredOf(connection)).isEmpty();
                      } catch (SQLException failed) {
                        throw new AssertionError(failed);
                      }
                    }));
  }

  @Test
  void statements_and_metadata_die_with_the_transaction_they_were_made_in() {
    access.bindings.runAs(
        binding,
        () -> {
          List<Object> kept = new ArrayList<>();
          access
              .required()
              .executeWithoutResult(
                  begun -> {
                    Connection connection = DataSourceUtils.getConnection(access.dataSource);
                    try {
                      Statement plain = connection.createStatement();
                      PreparedStatement prepared = connection.prepareStatement("select 1");
                      prepared.execute();
                      kept.addAll(List.of(plain, prepared, connection.getMetaData()));
                      connection.commit();
                      assertThatThrownBy(() -> plain.execute("select 1"))
                          .isInstanceOf(NotBoundException.class);
                      assertThatThrownBy(prepared::executeQuery)
                          .isInstanceOf(NotBoundException.class);
                      assertThatThrownBy(
                              () -> connection.getMetaData().getTables(null, null, "%", null))
                          .isInstanceOf(NotBoundException.class);
                    } catch (SQLException failed) {
                      throw new AssertionError(failed);
                    }
                  });
          access
              .required()
              .executeWithoutResult(
                  begun -> {
                    assertThatThrownBy(() -> ((PreparedStatement) kept.get(1)).executeQuery())
                        .isInstanceOfAny(NotBoundException.class, SQLException.class);
                    assertThatThrownBy(
                            () -> ((DatabaseMetaData) kept.get(2)).getTables(null, null, "%", null))
                        .isInstanceOfAny(NotBoundException.class, SQLException.class);
                  });
        });
  }

  @Test
  void the_connection_beneath_is_never_given_out() {
    access.bindings.runAs(
        binding,
        () ->
            access
                .required()
                .executeWithoutResult(
                    begun -> {
                      Connection bound = DataSourceUtils.getConnection(access.dataSource);
                      assertThatThrownBy(() -> bound.unwrap(PgConnection.class))
                          .isInstanceOf(SQLException.class);
                      try {
                        Connection sealed = bound.unwrap(Connection.class);
                        assertThat(sealed).isNotInstanceOf(PgConnection.class);
                        Statement statement = sealed.createStatement();
                        assertThat(statement.getConnection()).isSameAs(sealed);
                        assertThatThrownBy(() -> statement.unwrap(org.postgresql.PGStatement.class))
                            .isInstanceOf(SQLException.class);
                      } catch (SQLException failed) {
                        throw new AssertionError(failed);
                      }
                    }));
  }

  @Test
  void nothing_that_would_outlive_the_transaction_can_be_set_even_when_bound() {
    access.bindings.runAs(
        binding,
        () ->
            access
                .required()
                .executeWithoutResult(
                    begun -> {
                      Connection bound = DataSourceUtils.getConnection(access.dataSource);
                      assertThatThrownBy(() -> bound.setSchema("audit"))
                          .isInstanceOf(SQLException.class);
                      assertThatThrownBy(() -> bound.setClientInfo("ApplicationName", "x"))
                          .isInstanceOf(SQLException.class);
                    }));
  }

  @Test
  void every_way_to_hand_over_sql_takes_one_query_and_no_order_to_the_session() {
    for (String text :
        List.of(
            "select 1; select set_config('zore.reason', 'forged', false)",
            "select 1;",
            "select '\\'' ; select '1'",
            "set zore.reason = 'forged'",
            "{call access.rank('owner')}")) {
      bound(
          connection -> {
            List<String> answered = new ArrayList<>();
            takersOfSql(Connection.class)
                .filter(method -> taken(connection, method, text))
                .forEach(method -> answered.add("Connection." + signature(method)));
            takersOfSql(PreparedStatement.class)
                .filter(method -> taken(prepared(connection), method, text))
                .forEach(method -> answered.add("Statement." + signature(method)));
            assertThat(answered).as(text).isEmpty();
          });
    }
  }

  @Test
  void a_query_may_hold_a_semicolon_where_it_ends_nothing() {
    bound(
        connection -> {
          for (String text :
              List.of(
                  "select ';', $$ ; $$, $a$;$a$, 1 as \";\" -- ;",
                  "/* ; */ select 1 /* ; /* ; */ ; */",
                  "with a as (select 1) select * from a",
                  "values (1)",
                  " \n-- first\n SELECT e'\\';' ")) {
            assertThat(connection.createStatement().execute(text)).as(text).isTrue();
          }
        });
  }

  @Test
  void rows_and_arrays_lead_back_to_the_guarded_statement_only() {
    bound(
        connection -> {
          ResultSet rows =
              connection.createStatement().executeQuery("select array['a', 'b']::text[]");
          assertThat(rows.next()).isTrue();
          assertThat(rows.getStatement().getConnection()).isSameAs(connection);
          assertThatThrownBy(() -> rows.unwrap(PgResultSet.class)).isInstanceOf(SQLException.class);
          java.sql.Array array = rows.getArray(1);
          assertThat(array.getArray()).isEqualTo(new String[] {"a", "b"});
          assertThatThrownBy(array::getResultSet).isInstanceOf(SQLException.class);
          ResultSet tables = connection.getMetaData().getTables(null, null, "tags", null);
          assertThatThrownBy(() -> tables.unwrap(PgResultSet.class))
              .isInstanceOf(SQLException.class);
          PreparedStatement given = connection.prepareStatement("select ?::text[]");
          given.setArray(1, connection.createArrayOf("text", new String[] {"x,\"y", "z"}));
          ResultSet back = given.executeQuery();
          back.next();
          assertThat(back.getArray(1).getArray()).isEqualTo(new String[] {"x,\"y", "z"});
        });
  }

  @Test
  void a_transaction_is_read_committed_or_is_not_begun() {
    TransactionTemplate repeatable = access.required();
    repeatable.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    assertThatThrownBy(
            () ->
                access.bindings.runAs(binding, () -> repeatable.executeWithoutResult(begun -> {})))
        .isInstanceOf(CannotCreateTransactionException.class);
  }

  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private static void bound(Work work) {
    access.bindings.runAs(
        binding,
        () ->
            access
                .required()
                .executeWithoutResult(
                    begun -> {
                      try {
                        work.on(DataSourceUtils.getConnection(access.dataSource));
                      } catch (SQLException failed) {
                        throw new AssertionError(failed);
                      }
                    }));
  }

  private static PreparedStatement prepared(Connection connection) {
    try {
      return connection.prepareStatement("select 1");
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  /** Whatever takes a text first, but for names and what only quotes or translates. */
  private static Stream<Method> takersOfSql(Class<?> type) {
    List<Method> takers =
        Stream.of(type.getMethods())
            .filter(method -> method.getParameterCount() > 0)
            .filter(method -> method.getParameterTypes()[0] == String.class)
            .filter(
                method -> !method.getName().matches("enquote.*|isSimple.*|nativeSQL|getClientInfo"))
            .filter(
                method ->
                    !method.getName().matches("setSavepoint|setCursorName|create(ArrayOf|Struct)"))
            .toList();
    assertThat(takers).hasSizeGreaterThan(5);
    return takers.stream();
  }

  private static boolean taken(Object target, Method method, String text) {
    @Nullable Object[] arguments = arguments(method);
    arguments[0] = text;
    for (int i = 1; i < arguments.length; i++) {
      Class<?> type = method.getParameterTypes()[i];
      arguments[i] =
          type == int[].class
              ? new int[] {1}
              : type == String[].class ? new String[] {"a"} : arguments[i];
    }
    try {
      method.invoke(target, arguments);
      return true;
    } catch (InvocationTargetException refused) {
      return !(refused.getCause() instanceof SQLException);
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void without_a_binding_there_is_no_connection_and_no_transaction() {
    assertThatThrownBy(access.dataSource::getConnection).isInstanceOf(NotBoundException.class);
    assertThatThrownBy(() -> access.required().executeWithoutResult(begun -> {}))
        .isInstanceOf(NotBoundException.class);
  }

  @Test
  void with_a_binding_but_no_transaction_a_query_is_refused() {
    assertThatThrownBy(
            () ->
                access.bindings.callAs(
                    binding, () -> access.sql.sql("select 1").query(Integer.class).single()))
        .isInstanceOf(NotBoundException.class)
        .hasMessageContaining("transaction");
  }

  /** Calls every method of the connection that is not harmless; names those that answered. */
  private static List<String> answeredOf(Connection connection) {
    return Stream.of(Connection.class.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> !HARMLESS.contains(signature(method)))
        .filter(method -> answers(connection, method))
        .map(SealedConnectionTest::signature)
        .toList();
  }

  private static boolean answers(Connection connection, Method method) {
    try {
      method.invoke(connection, arguments(method));
      return true;
    } catch (InvocationTargetException refused) {
      Throwable why = refused.getCause();
      assertThat(why)
          .as(signature(method))
          .isInstanceOfAny(NotBoundException.class, SQLException.class);
      if (why instanceof SQLException) {
        assertThat(why.getMessage()).as(signature(method)).containsAnyOf("outlive", "given out");
      }
      return false;
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static @Nullable Object[] arguments(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(
            type ->
                type == int.class
                    ? 1
                    : type == boolean.class
                        ? false
                        : type == String.class
                            ? "select 1"
                            : type == Class.class ? PgConnection.class : null)
        .toArray();
  }

  private static String signature(Method method) {
    return method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .toList()
            .toString()
            .replace('[', '(')
            .replace(']', ')');
  }
}
