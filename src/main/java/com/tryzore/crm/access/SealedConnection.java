package com.tryzore.crm.access;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection that runs nothing until it is bound. It lies below the pool, so that what the pool
 * lends out, and every statement made from it, goes through here.
 *
 * <p>Sealed, only what the pool and the transaction manager need to lend, begin and end is
 * answered. Bound, it serves the binding it was bound with and no other. Commit, rollback, a change
 * of the auto-commit mode and closing seal it again, with all statements made so far.
 */
final class SealedConnection implements InvocationHandler {

  /** Answered sealed: none of these carries SQL of a caller. */
  static final Set<String> ANSWERED_SEALED =
      Set.of(
          "close",
          "isClosed",
          "abort",
          "isValid",
          "getAutoCommit",
          "setAutoCommit",
          "commit",
          "isReadOnly",
          "setReadOnly",
          "getTransactionIsolation",
          "setTransactionIsolation",
          "getNetworkTimeout",
          "setNetworkTimeout",
          "getWarnings",
          "clearWarnings");

  /** Refused even when bound: what they set would stay on the pooled connection. */
  static final Set<String> REFUSED_ALWAYS =
      Set.of("setSchema", "setCatalog", "setClientInfo", "setHoldability", "setTypeMap");

  /**
   * One round trip. What an earlier transaction left set for the whole session is set back, the
   * token is set for this transaction alone; the modes were taken from the session before that.
   * PostgreSQL manual: RESET; 19.11 Client Connection Defaults.
   */
  private static final String BIND =
      """
      reset all;\
      select set_config('zore.session', ?, true), \
      current_setting('transaction_isolation'), \
      current_setting('transaction_read_only'), \
      current_setting('transaction_deferrable')\
      """;

  private static final Set<String> SEALING = Set.of("commit", "setAutoCommit", "close", "abort");

  private final Connection raw;
  private final Bindings bindings;
  private @Nullable Binding bound;
  private long epoch;

  private SealedConnection(Connection raw, Bindings bindings) {
    this.raw = raw;
    this.bindings = bindings;
  }

  /** What the transaction manager and the pools use; reached by {@code unwrap(Seal.class)}. */
  interface Seal {

    /**
     * Binds the transaction that is about to begin: one statement, transaction-local.
     *
     * @throws SQLException when the database refuses; the transaction is rolled back
     */
    void bind(Binding binding) throws SQLException;

    /** Seals the connection again. */
    void seal();

    /** The binding it serves, null while sealed. */
    @Nullable Binding bound();
  }

  /** Seals a fresh connection. */
  static Connection around(Connection raw, Bindings bindings) {
    return (Connection)
        Proxy.newProxyInstance(
            SealedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class, Seal.class},
            new SealedConnection(raw, bindings));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
      throws Throwable {
    String name = method.getName();
    if (method.getDeclaringClass() == Object.class) {
      return answerAsObject(proxy, name, arguments);
    }
    if (method.getDeclaringClass() == Seal.class) {
      return answerAsSeal(name, arguments);
    }
    if (name.equals("unwrap") || name.equals("isWrapperFor")) {
      return answerAsWrapper(proxy, name, (Class<?>) arguments[0]);
    }
    if (REFUSED_ALWAYS.contains(name)) {
      String why = name + " would outlive the transaction on a pooled connection";
      throw name.equals("setClientInfo")
          ? new SQLClientInfoException(why, Map.of())
          : new SQLFeatureNotSupportedException(why);
    }
    if (name.equals("setTransactionIsolation")
        && !Objects.equals(arguments[0], Connection.TRANSACTION_READ_COMMITTED)) {
      throw new SQLFeatureNotSupportedException(
          "Transactions are READ COMMITTED: a right that is taken away ends with the next statement");
    }
    boolean endsTransaction = name.equals("rollback") && arguments == null;
    if (!endsTransaction && !ANSWERED_SEALED.contains(name)) {
      requireBound(name);
    }
    if (name.equals("prepareCall")) {
      throw new SQLFeatureNotSupportedException("Functions are selected from, not called");
    }
    if (name.equals("prepareStatement")) {
      OneQuery.check((String) Objects.requireNonNull(arguments[0]));
    }
    try {
      return guarded(proxy, call(raw, method, arguments));
    } finally {
      if (endsTransaction || SEALING.contains(name)) {
        seal();
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself only
  private Object answerAsObject(Object proxy, String name, @Nullable Object[] arguments) {
    return switch (name) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> (bound == null ? "sealed connection" : "connection of " + bound);
    };
  }

  private @Nullable Object answerAsSeal(String name, @Nullable Object[] arguments)
      throws SQLException {
    switch (name) {
      case "bind" -> bind((Binding) arguments[0]);
      case "seal" -> seal();
      default -> {
        return bound;
      }
    }
    return null;
  }

  private static Object answerAsWrapper(Object proxy, String name, Class<?> wanted)
      throws SQLException {
    boolean fits = wanted == Seal.class || wanted == Connection.class;
    if (name.equals("isWrapperFor")) {
      return fits;
    }
    if (!fits) {
      throw new SQLException("The connection beneath the seal is not given out");
    }
    return proxy;
  }

  private void bind(Binding binding) throws SQLException {
    if (raw.getAutoCommit()) {
      throw new SQLException("Only a transaction can be bound", "25P01");
    }
    try (PreparedStatement statement = raw.prepareStatement(BIND)) {
      statement.setString(1, binding.token());
      statement.execute();
      statement.getMoreResults();
      requireModes(statement.getResultSet());
    } catch (SQLException refused) {
      try {
        raw.rollback();
      } catch (SQLException alsoRefused) {
        refused.addSuppressed(alsoRefused);
      }
      throw refused;
    }
    bound = binding;
    epoch++;
  }

  /** A transaction begins in the modes that the session was left with. */
  private void requireModes(ResultSet state) throws SQLException {
    state.next();
    if (!state.getString(2).equals("read committed")
        || state.getString(3).equals("on") != raw.isReadOnly()
        || state.getString(4).equals("on")) {
      throw new SQLException("The session was left in another mode", "25001");
    }
  }

  long epoch() {
    return epoch;
  }

  private void seal() {
    bound = null;
    epoch++;
  }

  void requireBound(String what) {
    Binding binding = bound;
    if (binding == null) {
      throw new NotBoundException(
          "'%s' on a sealed connection: work on data needs a running transaction; after its end,"
                  .formatted(what)
              + " one of its own");
    }
    if (!bindings.current().filter(binding::equals).isPresent()) {
      throw new OtherBindingException(
          "'%s' on a connection of %s by someone else".formatted(what, binding));
    }
  }

  /** Statements and metadata stay tied to the transaction they were made in. */
  private @Nullable Object guarded(Object connection, @Nullable Object made) {
    Class<?> type =
        switch (made) {
          case PreparedStatement _ignored -> PreparedStatement.class;
          case Statement _ignored -> Statement.class;
          case DatabaseMetaData _ignored -> DatabaseMetaData.class;
          case null, default -> null;
        };
    return type == null || made == null
        ? SealedRows.guarded(made, null)
        : Proxy.newProxyInstance(
            SealedConnection.class.getClassLoader(),
            new Class<?>[] {type},
            new SealedStatement(this, connection, made, epoch));
  }

  static @Nullable Object call(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause() == null ? failed : failed.getCause();
    }
  }
}
