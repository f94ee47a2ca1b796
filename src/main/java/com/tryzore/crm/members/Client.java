package com.tryzore.crm.members;

/**
 * A client as the gym that keeps the record knows them.
 *
 * @param id which client
 * @param version which version of the record was read, for optimistic locking
 * @param data what is known
 */
public record Client(ClientId id, long version, ClientData data) {

  /** The same version with other data: what to save. */
  public Client with(ClientData changed) {
    return new Client(id, version, changed);
  }
}
