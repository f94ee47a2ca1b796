package com.tryzore.crm.members;

import org.springframework.dao.OptimisticLockingFailureException;

/** Somebody else has changed the medical notes since they were read; nothing was saved. */
public class MedicalNotesChangedException extends OptimisticLockingFailureException {

  private final MedicalNotes theirs;

  MedicalNotesChangedException(ClientId client, MedicalNotes theirs) {
    super("The medical notes were changed meanwhile: " + client);
    this.theirs = theirs;
  }

  /** The notes as they are now; this read is in the audit trail like any other. */
  public MedicalNotes theirs() {
    return theirs;
  }
}
