package com.tryzore.crm.database;

/** The server of a {@link TestDatabase} as the product sees an external one. */
final class TestServers {

  private TestServers() {}

  static ExternalServer of(TestDatabase database) {
    return new ExternalServer(
        DatabaseAddress.parse(database.jdbcUrl()).address(),
        String.valueOf(database.properties().get("zore.database.migrator-user")),
        String.valueOf(database.properties().get("zore.database.migrator-password")));
  }
}
