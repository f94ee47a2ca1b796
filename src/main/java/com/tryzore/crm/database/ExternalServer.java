package com.tryzore.crm.database;

/**
 * A PostgreSQL that others run.
 *
 * @param address of the application's database there
 * @param privilegedUser a superuser, or a login that may make roles
 * @param privilegedPassword its password
 */
record ExternalServer(DatabaseAddress address, String privilegedUser, String privilegedPassword)
    implements DatabaseServer {

  @Override
  public void close() {
    // It was running before us and goes on without us.
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "ExternalServer[" + address + " as " + privilegedUser + "]";
  }
}
