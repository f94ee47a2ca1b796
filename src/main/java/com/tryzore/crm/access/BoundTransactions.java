package com.tryzore.crm.access;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Binds every transaction before anything else runs in it, and lets nobody take part in a
 * transaction of another binding.
 */
final class BoundTransactions extends JdbcTransactionManager {
  private final transient TierDataSource tiers;
  private final transient Bindings bindings;

  BoundTransactions(TierDataSource dataSource, Bindings bindings, RefusalTranslator refusals) {
    super(dataSource);
    this.tiers = dataSource;
    this.bindings = bindings;
    setExceptionTranslator(refusals);
  }

  /**
   * Begins a bound transaction. A pooled connection that cannot be bound says that the database was
   * away, or that somebody left its session in another state than it was made in: what waits in its
   * pool is given up and a fresh one is taken, once.
   *
   * @throws NotBoundException when nobody is bound
   * @throws CannotCreateTransactionException when the database does not answer
   */
  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    bindings.required();
    try {
      super.doBegin(transaction, definition);
    } catch (CannotCreateTransactionException failed) {
      if (!(failed.getCause() instanceof SpoiltConnection)) {
        throw failed;
      }
      tiers.giveUpIdle();
      super.doBegin(transaction, definition);
    }
  }

  /** The bind statement is the first of the transaction; a failure gives the connection back. */
  @Override
  protected void prepareTransactionalConnection(
      Connection connection, TransactionDefinition definition) throws SQLException {
    try {
      connection.unwrap(SealedConnection.Seal.class).bind(bindings.required());
    } catch (SQLException failed) {
      throw new SpoiltConnection(failed);
    }
  }

  @Override
  protected void prepareSynchronization(
      DefaultTransactionStatus status, TransactionDefinition definition) {
    if (status.hasTransaction() && !status.isNewTransaction()) {
      requireSameBinding(status);
    }
    super.prepareSynchronization(status, definition);
  }

  private void requireSameBinding(DefaultTransactionStatus status) {
    Binding current = bindings.required();
    Binding bound = boundOf(status);
    if (bound == null) {
      throw new NotBoundException(
          "The transaction of this thread has ended: after commit, work on data needs a transaction"
              + " of its own (Propagation.REQUIRES_NEW)");
    }
    if (!bound.equals(current)) {
      throw new OtherBindingException(
          "A transaction of %s cannot be joined by %s".formatted(bound, current));
    }
  }

  private static @Nullable Binding boundOf(DefaultTransactionStatus status) {
    try {
      return ((JdbcTransactionObjectSupport) status.getTransaction())
          .getConnectionHolder()
          .getConnection()
          .unwrap(SealedConnection.Seal.class)
          .bound();
    } catch (SQLException closed) {
      return null;
    }
  }

  /** Nothing has run on the connection yet: nothing is lost by trying another one. */
  private static final class SpoiltConnection extends SQLException {
    SpoiltConnection(SQLException cause) {
      super(cause.getMessage(), cause.getSQLState(), cause);
    }
  }
}
