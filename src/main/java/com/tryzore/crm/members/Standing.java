package com.tryzore.crm.members;

/**
 * A client's standing at the bound gym.
 *
 * @param client whose
 * @param version which version was read, for optimistic locking; visits and photos do not change it
 * @param data the standing
 */
public record Standing(ClientId client, long version, StandingData data) {

  /** The same version with other data: what to save. */
  public Standing with(StandingData changed) {
    return new Standing(client, version, changed);
  }
}
