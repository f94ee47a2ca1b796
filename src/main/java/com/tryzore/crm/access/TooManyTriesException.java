package com.tryzore.crm.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Nobody may try again yet, from there or for that account; the password was not looked at. */
public class TooManyTriesException extends AuthenticationException {
  private final transient Duration wait;

  TooManyTriesException(Duration wait) {
    super("Too many tries; the next one in " + wait);
    this.wait = wait;
  }

  /** How long to wait, in whole minutes and at least one. */
  public long minutes() {
    return Math.max(1, wait.plusSeconds(59).toMinutes());
  }
}
