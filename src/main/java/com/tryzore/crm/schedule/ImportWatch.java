package com.tryzore.crm.schedule;

import java.util.concurrent.CancellationException;

/** Hears how far the work on a timetable is, and may stop it. */
@FunctionalInterface
public interface ImportWatch {

  /** Nobody watches. */
  ImportWatch UNWATCHED = (done, total) -> true;

  /**
   * Called from the working thread, in its transaction.
   *
   * @param done how many events and series of the file are done
   * @return whether to go on; otherwise nothing is written
   */
  boolean goOn(int done, int total);

  /**
   * Tells it.
   *
   * @throws CancellationException when it shall stop
   */
  default void tell(int done, int total) {
    if (!goOn(done, total)) {
      throw new CancellationException();
    }
  }
}
