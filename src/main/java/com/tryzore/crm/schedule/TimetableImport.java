package com.tryzore.crm.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A timetable that was taken from a file.
 *
 * @param madeBy the name of whoever did it
 * @param counts how many events and series of the file came to what
 * @param sessions how many sessions were made, moved, changed or cancelled
 * @param undone when it was taken back and by whom; empty while it stands
 */
public record TimetableImport(
    TimetableImportId id,
    String fileName,
    String madeBy,
    Instant madeAt,
    Map<ImportLine.State, Integer> counts,
    int sessions,
    Optional<Undone> undone) {

  /** When it was taken back, and by whom. */
  public record Undone(Instant at, String by) {}

  /** Takes a copy. */
  public TimetableImport {
    counts = Map.copyOf(counts);
  }

  /** How many events and series of the file came to that. */
  public int count(ImportLine.State state) {
    return counts.getOrDefault(state, 0);
  }

  /** Whether it did anything that could be taken back. */
  public boolean changedAnything() {
    return sessions + count(ImportLine.State.NEW) + count(ImportLine.State.UPDATED) > 0;
  }

  /**
   * Something that an import made or changed and that stands in the way of taking it back.
   *
   * @param why what is the matter
   * @param people how many have or had a place in it
   */
  public record Obstacle(EventId event, String title, Instant startsAt, Why why, int people) {

    /** What is the matter. */
    public enum Why {
      /** Somebody has or had a place in it. */
      BOOKED,
      /** Somebody has changed it since. */
      CHANGED,
      /** It was there before, and has begun since. */
      BEGUN
    }
  }

  /** Whether and how it was taken back. */
  public sealed interface TakingBack {

    /** Everything is as it was. */
    record Done() implements TakingBack {}

    /** Things stand in the way, by start; nothing was written. */
    record Refused(List<Obstacle> obstacles) implements TakingBack {
      /** Takes a copy. */
      public Refused {
        obstacles = List.copyOf(obstacles);
      }
    }

    /**
     * The rooms that events had before are taken by others now; nothing was written.
     *
     * @param by what takes place there
     */
    record RoomTaken(List<Clash> by) implements TakingBack {
      /** Takes a copy. */
      public RoomTaken {
        by = List.copyOf(by);
      }
    }

    /** It was taken back before, or there is no such import at this gym. */
    record Over() implements TakingBack {}
  }
}
