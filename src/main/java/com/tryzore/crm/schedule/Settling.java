package com.tryzore.crm.schedule;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Lets changes of the calendar find out again when somebody else was a moment faster: whoever loses
 * a room to another connection looks once more, and is told by whom it was taken.
 */
@Component
class Settling {

  private static final String EXCLUSION_VIOLATION = "23P01";
  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private final Contention contention;

  Settling(Contention contention) {
    this.contention = contention;
  }

  /**
   * Runs a transaction, again when a room was lost to another.
   *
   * @param unknown what is said when it names a room, trainer or client that is not here
   */
  <T> T settle(Supplier<T> transaction, T unknown) {
    return contention.settle(
        () -> {
          try {
            return transaction.get();
          } catch (DataIntegrityViolationException refused) {
            String state = state(refused);
            if (EXCLUSION_VIOLATION.equals(state)) {
              throw new CannotAcquireLockException("the room was taken meanwhile", refused);
            }
            if (FOREIGN_KEY_VIOLATION.equals(state)) {
              return unknown;
            }
            throw refused;
          }
        });
  }

  private static @Nullable String state(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof SQLException refused) {
        return refused.getSQLState();
      }
    }
    return null;
  }
}
