package com.tryzore.crm.schedule.recurrence;

import java.time.LocalDateTime;
import java.time.ZoneId;

/** What the clock of the gym does to an occurrence (RFC 5545, section 3.3.5). */
public enum ClockChange {
  /** Nothing. */
  NONE,
  /** It skips the time of the start: the occurrence starts as much later as was skipped. */
  SKIPS_START,
  /** It shows the time of the start twice: the first is meant. */
  REPEATS_START,
  /** It changes between start and end: the length is kept, the end is shown otherwise. */
  CHANGES_MEANWHILE;

  /** What happens to this one. */
  public static ClockChange of(Occurrence occurrence, ZoneId zone) {
    LocalDateTime local = occurrence.originalStart();
    return switch (zone.getRules().getValidOffsets(local).size()) {
      case 0 -> SKIPS_START;
      case 1 ->
          zone.getRules()
                  .getOffset(occurrence.startsAt())
                  .equals(zone.getRules().getOffset(occurrence.endsAt()))
              ? NONE
              : CHANGES_MEANWHILE;
      default -> REPEATS_START;
    };
  }
}
