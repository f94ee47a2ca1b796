package com.tryzore.crm.schedule;

import java.util.UUID;

/** Identifies a client's place in an event: a seat, a place in the line, or what became of it. */
public record ParticipantId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
