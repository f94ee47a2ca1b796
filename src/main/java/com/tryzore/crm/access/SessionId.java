package com.tryzore.crm.access;

import java.util.UUID;

/**
 * Identifies a UI session: one browser tab bound to one organization. Not a secret; the token is.
 */
public record SessionId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
