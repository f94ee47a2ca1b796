package com.tryzore.crm.access;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jspecify.annotations.Nullable;

/**
 * Rows, and arrays in them, that lead back to the guarded statement they came from and never to the
 * driver's own, from which the connection beneath the seal could be reached.
 *
 * @param statement what the rows came from
 */
record SealedRows(Object raw, @Nullable Object statement) implements InvocationHandler {

  /** Guards rows and arrays; anything else is handed through. */
  static @Nullable Object guarded(@Nullable Object made, @Nullable Object statement) {
    Class<?> type =
        switch (made) {
          case ResultSet _ignored -> ResultSet.class;
          case Array _ignored -> Array.class;
          case null, default -> null;
        };
    return type == null || made == null
        ? made
        : Proxy.newProxyInstance(
            SealedRows.class.getClassLoader(),
            new Class<?>[] {type},
            new SealedRows(made, statement));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself only
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
      throws Throwable {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      case "getStatement" -> statement;
      case "isWrapperFor" -> false;
      case "unwrap" -> throw new SQLException("The rows beneath the seal are not given out");
      case "getResultSet" -> throw new SQLFeatureNotSupportedException("An array is read as one");
      default -> guarded(call(method, arguments), statement);
    };
  }

  private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(raw, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause() == null ? failed : failed.getCause();
    }
  }
}
