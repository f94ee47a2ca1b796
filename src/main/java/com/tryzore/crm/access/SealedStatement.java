package com.tryzore.crm.access;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement, or metadata, that dies with the transaction it was made in and takes one query at a
 * time.
 *
 * @param owner whose transaction it is
 * @param connection what it says it came from
 * @param madeIn the owner's epoch when it was made
 */
record SealedStatement(SealedConnection owner, Object connection, Object raw, long madeIn)
    implements InvocationHandler {
  private static final Set<String> ANSWERED_BY_THE_DEAD = Set.of("close", "isClosed");

  @Override
  @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself only
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    String name = method.getName();
    if (method.getDeclaringClass() == Object.class) {
      return switch (name) {
        case "equals" -> proxy == Objects.requireNonNull(arguments)[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> raw.getClass().getSimpleName();
      };
    }
    if (name.equals("isWrapperFor")) {
      return ((Class<?>) Objects.requireNonNull(Objects.requireNonNull(arguments)[0]))
          .isInstance(proxy);
    }
    if (name.equals("unwrap")) {
      throw new SQLException("The statement beneath the seal is not given out");
    }
    if (!ANSWERED_BY_THE_DEAD.contains(name)) {
      owner.requireBound(name);
      if (madeIn != owner.epoch()) {
        throw new NotBoundException("'%s' on a statement of an ended transaction".formatted(name));
      }
    }
    if (name.equals("getConnection")) {
      return connection;
    }
    if (raw instanceof Statement
        && arguments != null
        && arguments[0] instanceof String sql
        && (name.startsWith("execute") || name.equals("addBatch"))) {
      OneQuery.check(sql);
    }
    return SealedRows.guarded(
        SealedConnection.call(raw, method, arguments), raw instanceof Statement ? proxy : null);
  }
}
