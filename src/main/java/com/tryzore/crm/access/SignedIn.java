package com.tryzore.crm.access;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Somebody who has signed in: who, and when. What they may do follows from the binding of each tab,
 * never from here.
 */
public final class SignedIn implements AuthenticatedPrincipal {
  private final UserId user;
  private final String email;
  private final String displayName;
  private final Instant signedInAt;
  private final Optional<Locale> locale;

  SignedIn(
      UserId user, String email, String displayName, Instant signedInAt, Optional<Locale> locale) {
    this.user = user;
    this.email = email;
    this.displayName = displayName;
    this.signedInAt = signedInAt;
    this.locale = locale;
  }

  public UserId user() {
    return user;
  }

  public String email() {
    return email;
  }

  public String displayName() {
    return displayName;
  }

  /** When the password was given; twelve hours later it is asked for again. */
  public Instant signedInAt() {
    return signedInAt;
  }

  /** The language the user had chosen when signing in. */
  public Optional<Locale> locale() {
    return locale;
  }

  /** The e-mail address, for Spring Security. */
  @Override
  public String getName() {
    return email;
  }

  @Override
  public String toString() {
    return "SignedIn[user=%s, at=%s]".formatted(user, signedInAt);
  }
}
