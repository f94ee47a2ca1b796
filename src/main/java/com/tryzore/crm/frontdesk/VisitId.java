package com.tryzore.crm.frontdesk;

import java.util.UUID;

/** Identifies a visit within the bound organization. */
public record VisitId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
