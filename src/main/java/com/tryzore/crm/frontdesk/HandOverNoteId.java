package com.tryzore.crm.frontdesk;

import java.util.UUID;

/** Identifies a note for the next shift within the bound organization. */
public record HandOverNoteId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
