package com.tryzore.crm.access;

import java.util.UUID;

/** Identifies a organization: a gym, or the chain above it. */
public record OrganizationId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
