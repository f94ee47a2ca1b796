package com.tryzore.crm.schedule;

import com.tryzore.crm.schedule.edits.Impact;
import java.time.Instant;
import java.util.List;

/**
 * What a change of a series comes to, before it is made.
 *
 * @param sessions how many are moved, cancelled, made, kept
 * @param booked seats taken in sessions that move, change or are cancelled
 * @param waiting people in their lines
 * @param people how many different people have a place in sessions that move or are cancelled: each
 *     is told
 * @param lost the places in sessions that are cancelled
 * @param roomClashes where the room is taken
 * @param trainerClashes where the trainer teaches something else
 * @param overfull sessions with more seats taken than there would be
 */
public record SeriesImpact(
    Impact sessions,
    int booked,
    int waiting,
    int people,
    List<HeldPlace> lost,
    List<Clash> roomClashes,
    List<Clash> trainerClashes,
    List<Overfull> overfull) {

  /** Takes copies. */
  public SeriesImpact {
    lost = List.copyOf(lost);
    roomClashes = List.copyOf(roomClashes);
    trainerClashes = List.copyOf(trainerClashes);
    overfull = List.copyOf(overfull);
  }

  /** A session with more seats taken than there would be. */
  public record Overfull(EventId event, Instant startsAt, int booked, int seats) {}

  /** Whether nothing stands against it that was not decided. */
  boolean isDecided(Despite despite) {
    return (lost.isEmpty() || despite.releasePlaces())
        && (roomClashes.isEmpty() || despite.roomTaken())
        && (trainerClashes.isEmpty() || despite.trainerBusy())
        && (overfull.isEmpty() || despite.keepOverfull());
  }
}
