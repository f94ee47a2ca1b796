package com.tryzore.crm.schedule;

import com.tryzore.crm.access.OrganizationId;
import java.util.Set;

/**
 * Published within a transaction that changed who has a place where. That something changed, never
 * what: whoever shows it reads again.
 *
 * @param organization the gym
 * @param events the events that are known to be concerned; promotions may have touched the lines of
 *     others at the same time. Empty when any event of the day may be (a check-in at the desk)
 */
public record BookingsChanged(OrganizationId organization, Set<EventId> events) {
  public BookingsChanged {
    events = Set.copyOf(events);
  }
}
