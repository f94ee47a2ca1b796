package com.tryzore.crm.members;

import org.springframework.dao.OptimisticLockingFailureException;

/** Somebody else has changed the standing since it was read; nothing was saved. */
public class StandingChangedException extends OptimisticLockingFailureException {

  private final Standing theirs;

  StandingChangedException(Standing theirs) {
    super("The standing was changed meanwhile: " + theirs.client());
    this.theirs = theirs;
  }

  /** The standing as it is now. */
  public Standing theirs() {
    return theirs;
  }
}
