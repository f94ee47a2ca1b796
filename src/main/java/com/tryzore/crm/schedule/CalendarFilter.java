package com.tryzore.crm.schedule;

import com.tryzore.crm.access.UserId;
import com.tryzore.crm.tags.TagId;
import java.util.Set;
import java.util.UUID;

/**
 * Which events are wanted: those that fit each of the sets; an empty set fits all.
 *
 * @param rooms ids of rooms
 * @param trainers who leads them
 * @param kinds what they are
 * @param tags any of these tags on them
 */
public record CalendarFilter(
    Set<UUID> rooms, Set<UserId> trainers, Set<EventKind> kinds, Set<TagId> tags) {

  /** All of them. */
  public static final CalendarFilter NONE =
      new CalendarFilter(Set.of(), Set.of(), Set.of(), Set.of());

  public CalendarFilter {
    rooms = Set.copyOf(rooms);
    trainers = Set.copyOf(trainers);
    kinds = Set.copyOf(kinds);
    tags = Set.copyOf(tags);
  }

  /** Whether every event fits. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
