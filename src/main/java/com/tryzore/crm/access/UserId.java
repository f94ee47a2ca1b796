package com.tryzore.crm.access;

import java.util.UUID;

/** Identifies a user, whatever organizations they belong to. */
public record UserId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
