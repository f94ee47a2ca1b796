package com.tryzore.crm.members;

/** There is no such note here; one of another gym is answered alike. */
public class NoSuchNoteException extends RuntimeException {

  NoSuchNoteException(NoteId id) {
    super("There is no note " + id.value());
  }
}
