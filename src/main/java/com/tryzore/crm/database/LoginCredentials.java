package com.tryzore.crm.database;

/**
 * How to reach the prepared database as one of its logins.
 *
 * <p>The bean of this type comes into being only after the server runs, its roles exist and every
 * migration has been applied. Whoever takes it by injection may therefore open connections at once:
 * that dependency is the ordering guarantee, no further annotation is needed. It is destroyed after
 * its dependents, and an embedded server is stopped after that.
 */
public interface LoginCredentials {

  /** The JDBC URL of the application's database, without user or password. */
  String jdbcUrl();

  /**
   * The password of a login.
   *
   * @param login one of {@code zore_migrator, zore_gate, zore_owner, zore_admin, zore_staff,
   *     zore_trainer, zore_member, zore_jobs}
   * @throws IllegalArgumentException for any other name
   */
  String password(String login);
}
