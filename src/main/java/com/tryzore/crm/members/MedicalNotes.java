package com.tryzore.crm.members;

import org.jspecify.annotations.Nullable;

/**
 * What must be known about a client's health. Read through {@link MedicalRecords} only, which logs.
 *
 * @param notes up to 4000 characters, for those with the right to read them
 * @param carePoints a few words that a trainer needs ("no deep squats"), up to 300 characters;
 *     shown on the class roster
 */
public record MedicalNotes(@Nullable String notes, @Nullable String carePoints) {

  /** Nothing to know. */
  public static final MedicalNotes NONE = new MedicalNotes(null, null);

  public MedicalNotes {
    notes = ClientData.tidy(notes);
    carePoints = ClientData.tidy(carePoints);
  }

  /** Whether there is nothing to know. */
  public boolean isEmpty() {
    return notes == null && carePoints == null;
  }

  /** Shows no content: a log is no place for it. */
  @Override
  public String toString() {
    return "MedicalNotes[" + (isEmpty() ? "none" : "not shown") + "]";
  }
}
