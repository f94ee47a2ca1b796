package com.tryzore.crm.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator may say about the database. Blank is the same as absent.
 *
 * @param url of an external database; absent for the embedded one
 * @param migratorUser who prepares an external database
 * @param migratorPassword its password
 * @param migratorPasswordFile a file that holds the password instead
 * @param loginSecret from which the logins' passwords are derived
 * @param loginSecretFile a file that holds the secret instead
 * @param nodes how many application nodes share an external database
 */
@ConfigurationProperties("zore.database")
record DatabaseProperties(
    @Nullable String url,
    @Nullable String migratorUser,
    @Nullable String migratorPassword,
    @Nullable Path migratorPasswordFile,
    @Nullable String loginSecret,
    @Nullable Path loginSecretFile,
    @DefaultValue("1") int nodes) {

  boolean isEmbedded() {
    return url == null || url.isBlank();
  }

  ExternalServer externalServer() {
    DatabaseAddress.WithUser named = DatabaseAddress.parse(String.valueOf(url));
    String user = firstGiven(migratorUser, named.user());
    String password = firstGiven(secret(migratorPassword, migratorPasswordFile), named.password());
    if (user == null || password == null) {
      throw new StartupFailure(
          "An external database needs a login that may prepare it; set ZORE_MIGRATOR_USER, and ZORE_MIGRATOR_PASSWORD or ZORE_MIGRATOR_PASSWORD_FILE.");
    }
    return new ExternalServer(named.address(), user, password);
  }

  /** The passwords of an external database's logins. */
  Passwords passwords(DataFolder folder) {
    String secret = secret(loginSecret, loginSecretFile);
    return Passwords.derived(secret == null ? folder.secrets().get("login-secret") : secret);
  }

  private static @Nullable String secret(@Nullable String value, @Nullable Path file) {
    if (value != null && !value.isBlank()) {
      return value;
    }
    if (file == null || file.toString().isBlank()) {
      return null;
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new StartupFailure("The secret file %s cannot be read (%s).".formatted(file, e), e);
    }
  }

  private static @Nullable String firstGiven(@Nullable String one, @Nullable String other) {
    return one == null || one.isBlank() ? other : one;
  }
}
