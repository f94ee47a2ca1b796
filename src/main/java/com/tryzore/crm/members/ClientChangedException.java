package com.tryzore.crm.members;

import org.springframework.dao.OptimisticLockingFailureException;

/** Somebody else has changed the client since it was read; nothing was saved. */
public class ClientChangedException extends OptimisticLockingFailureException {

  private final Client theirs;

  ClientChangedException(Client theirs) {
    super("The client was changed meanwhile: " + theirs.id());
    this.theirs = theirs;
  }

  /** The client as it is now. */
  public Client theirs() {
    return theirs;
  }
}
