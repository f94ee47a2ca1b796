package com.tryzore.crm.access;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Lends connections of the tier that the current binding is of, sealed. */
final class TierDataSource extends AbstractDataSource {
  private final TierPools pools;
  private final Bindings bindings;

  TierDataSource(TierPools pools, Bindings bindings) {
    this.pools = pools;
    this.bindings = bindings;
  }

  /**
   * A sealed connection of the current tier.
   *
   * @throws NotBoundException when nobody is bound
   */
  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = pools.of(bindings.required().tier()).getConnection();
    connection.unwrap(SealedConnection.Seal.class).seal();
    return connection;
  }

  @Override
  public Connection getConnection(String username, String password) {
    throw new UnsupportedOperationException("The binding decides which login is used");
  }

  /** Closes the idle connections of the current tier's pool, and those in use when they return. */
  void giveUpIdle() {
    pools.giveUpIdle(bindings.required().tier());
  }
}
