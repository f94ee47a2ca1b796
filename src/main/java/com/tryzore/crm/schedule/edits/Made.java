package com.tryzore.crm.schedule.edits;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which occurrences of a series have been made, that is have rows.
 *
 * @param originals their original starts, cancelled ones included; at least all that may change
 * @param until the horizon: those before it are made, by this change too; a moved one may lie
 *     beyond
 */
public record Made(Set<LocalDateTime> originals, LocalDateTime until) {

  /** Takes a copy. */
  public Made {
    originals = Set.copyOf(originals);
  }

  /** The same, of any collection. */
  public static Made of(Collection<LocalDateTime> originals, LocalDateTime until) {
    return new Made(Set.copyOf(originals), until);
  }

  boolean has(LocalDateTime original) {
    return originals.contains(original);
  }

  /** How far one has to look to see all that was made or done to a single occurrence. */
  LocalDateTime reach(PlannedSeries series) {
    LocalDateTime reach = until;
    for (Collection<LocalDateTime> known :
        List.of(
            originals,
            series.changed().keySet(),
            series.times().exceptions(),
            series.times().additions())) {
      for (LocalDateTime start : known) {
        reach = start.isBefore(reach) ? reach : start.plusMinutes(1);
      }
    }
    return reach;
  }
}
