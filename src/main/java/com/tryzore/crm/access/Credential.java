package com.tryzore.crm.access;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the gate knows of an account when somebody signs in.
 *
 * @param user whose account it is
 * @param passwordHash null when no password has been set yet
 * @param displayName how the user is called on screen
 * @param disabled whether the account may not sign in
 * @param locale the language the user chose last
 */
record Credential(
    UserId user,
    @Nullable String passwordHash,
    String displayName,
    boolean disabled,
    Optional<Locale> locale) {

  @Override
  public String toString() {
    return "Credential[user=%s]".formatted(user);
  }
}
