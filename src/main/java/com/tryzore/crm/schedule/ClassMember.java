package com.tryzore.crm.schedule;

import com.tryzore.crm.members.ClientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a class, as whoever teaches it sees them.
 *
 * @param participant the place
 * @param client whose
 * @param name given and family name
 * @param memberNumber the number at this gym
 * @param photoVersion 0 when there is no photo
 * @param state what the place is; those that were given up are not shown
 * @param firstVisit whether they have not been here before the day of the class
 * @param birthday whether it is their birthday on the day of the class
 * @param lastVisitAt when they were here last before that day, if ever
 * @param carePoints what has to be minded, or null
 */
public record ClassMember(
    ParticipantId participant,
    ClientId client,
    String name,
    String memberNumber,
    int photoVersion,
    PlaceState state,
    boolean firstVisit,
    boolean birthday,
    @Nullable Instant lastVisitAt,
    @Nullable String carePoints) {

  /** What the place is. */
  public PlaceStatus status() {
    return state.status();
  }

  /** The same person with their place as it is now. */
  public ClassMember with(PlaceState now) {
    return new ClassMember(
        participant,
        client,
        name,
        memberNumber,
        photoVersion,
        now,
        firstVisit,
        birthday,
        lastVisitAt,
        carePoints);
  }

  /** Without what is nobody's business in a log. */
  @Override
  public String toString() {
    return "ClassMember[%s, %s]".formatted(participant, state.status());
  }
}
