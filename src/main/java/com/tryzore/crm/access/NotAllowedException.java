package com.tryzore.crm.access;

import org.springframework.dao.PermissionDeniedDataAccessException;

/** The database refused a statement because the tier, or the single account, has no right to it. */
public class NotAllowedException extends PermissionDeniedDataAccessException {

  NotAllowedException(String message, Throwable cause) {
    super(message, cause);
  }
}
