package com.tryzore.crm.schedule;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tries again what lost a race for people or events: SQLSTATE 40001 (somebody else is busy with the
 * same people, the transaction was given up before it waited in a circle) and 40P01 (a deadlock).
 */
@Component
class Contention {

  private static final int TRIES = 25;
  private static final long LONGEST_PAUSE_MILLIS = 60;

  /**
   * Runs a transaction, again when it lost a race, at most 25 times within about a second. Inside
   * of a transaction of the caller it runs once: only the whole of it could be tried again.
   *
   * @throws PessimisticLockingFailureException when it lost every time
   */
  <T> T settle(Supplier<T> transaction) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return transaction.get();
    }
    for (int tried = 1; ; tried++) {
      try {
        return transaction.get();
      } catch (PessimisticLockingFailureException lost) {
        if (tried == TRIES || !pause(tried)) {
          throw lost;
        }
      }
    }
  }

  private static boolean pause(int tried) {
    long most = Math.min(LONGEST_PAUSE_MILLIS, 1L << Math.min(tried, 10));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(most) + 1);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
