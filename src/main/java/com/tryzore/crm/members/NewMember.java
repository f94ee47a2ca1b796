package com.tryzore.crm.members;

/**
 * Somebody to be added to the bound gym.
 *
 * @param data who they are
 * @param standing how they stand here
 * @param medical what must be known about their health
 */
public record NewMember(ClientData data, StandingData standing, MedicalNotes medical) {

  /** A new member of whose health nothing is known. */
  public static NewMember of(ClientData data, StandingData standing) {
    return new NewMember(data, standing, MedicalNotes.NONE);
  }
}
