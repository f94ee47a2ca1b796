package com.tryzore.crm.schedule;

import com.tryzore.crm.access.UserId;
import java.util.List;

/**
 * Somebody who could teach instead.
 *
 * @param name as colleagues know it
 * @param tags the tags of the sessions that this trainer has too, by name
 * @param busy what they teach at the same time; empty when they are free
 */
public record Candidate(UserId trainer, String name, List<String> tags, List<Clash> busy) {

  /** Takes copies. */
  public Candidate {
    tags = List.copyOf(tags);
    busy = List.copyOf(busy);
  }

  /** Whether nothing else is taught at any of the times. */
  public boolean isFree() {
    return busy.isEmpty();
  }
}
