package com.tryzore.crm.members;

import org.springframework.dao.OptimisticLockingFailureException;

/** Somebody else has changed the note since it was read; nothing was saved. */
public class NoteChangedException extends OptimisticLockingFailureException {

  private final ClientNote theirs;

  NoteChangedException(ClientNote theirs) {
    super("The note was changed meanwhile: " + theirs.id());
    this.theirs = theirs;
  }

  /** The note as it is now. */
  public ClientNote theirs() {
    return theirs;
  }
}
