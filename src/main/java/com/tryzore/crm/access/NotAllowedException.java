package com.tryzore.crm.access;

import org.springframework.dao.PermissionDeniedDataAccessException;

/** The database refused a statement because the tier, or the single account, has no right to it. */
public class NotAllowedException extends PermissionDeniedDataAccessException {

  /**
   * A refusal that the program found before the database had to speak.
   *
   * @param message what is not allowed, for logs
   */
  public NotAllowedException(String message) {
    super(message, new SecurityException(message));
  }

  NotAllowedException(String message, Throwable cause) {
    super(message, cause);
  }
}
