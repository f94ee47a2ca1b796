package com.tryzore.crm.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The database once its server runs and it is ready for its logins.
 *
 * @param address where it is
 * @param passwords of its logins
 * @param version of its server
 */
record PreparedDatabase(DatabaseAddress address, Passwords passwords, ServerVersion version)
    implements LoginCredentials {

  @Override
  public String jdbcUrl() {
    return address.jdbcUrl();
  }

  @Override
  public String password(String login) {
    return passwords.of(Login.named(login));
  }

  /** A connection outside of any pool, for work that is rare. */
  Connection connect(Login login) throws SQLException {
    return DatabaseServer.connect(address, login.role(), passwords.of(login));
  }
}
