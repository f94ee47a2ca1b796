package com.tryzore.crm.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessException;

/**
 * The database refused a statement because its binding is gone: expired, idle for too long,
 * revoked, or its user lost the role. Signing in again is the only way on.
 */
public class BindingLostException extends NonTransientDataAccessException {

  BindingLostException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Finds a lost binding in an error or in what caused it; frameworks wrap. */
  public static Optional<BindingLostException> in(@Nullable Throwable error) {
    int depth = 0;
    for (Throwable at = error; at != null && depth < 50; at = at.getCause()) {
      if (at instanceof BindingLostException lost) {
        return Optional.of(lost);
      }
      depth++;
    }
    return Optional.empty();
  }
}
