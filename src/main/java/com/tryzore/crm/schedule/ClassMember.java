package com.tryzore.crm.schedule;

import com.tryzore.crm.members.ClientId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a class, as whoever teaches it sees them.
 *
 * @param participant the place
 * @param client whose
 * @param name given and family name
 * @param status what the place is; those that were given up are not shown
 * @param position the number in the line, for who waits
 * @param photo a small picture, or null
 * @param firstVisit whether they have never been here before
 * @param birthday whether it is their birthday on the day of the class
 * @param lastVisitAt when they were here last, if ever
 * @param carePoints what has to be minded, or null
 */
@SuppressWarnings("ArrayRecordComponent")
public record ClassMember(
    ParticipantId participant,
    ClientId client,
    String name,
    PlaceStatus status,
    @Nullable Long position,
    byte @Nullable [] photo,
    boolean firstVisit,
    boolean birthday,
    @Nullable Instant lastVisitAt,
    @Nullable String carePoints) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClassMember that
        && participant.equals(that.participant)
        && client.equals(that.client)
        && name.equals(that.name)
        && status == that.status
        && Objects.equals(position, that.position)
        && Arrays.equals(photo, that.photo)
        && firstVisit == that.firstVisit
        && birthday == that.birthday
        && Objects.equals(lastVisitAt, that.lastVisitAt)
        && Objects.equals(carePoints, that.carePoints);
  }

  @Override
  public int hashCode() {
    return participant.hashCode();
  }

  /** Without what is nobody's business in a log. */
  @Override
  public String toString() {
    return "ClassMember[%s, %s]".formatted(participant, status);
  }
}
