package com.tryzore.crm.schedule;

import com.tryzore.crm.members.ClientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One place on the roster of an event, as the desk sees it.
 *
 * @param participant the place
 * @param client whose
 * @param name given and family name
 * @param memberNumber the number at this gym
 * @param photoVersion 0 when there is no photo
 * @param status what it is, or what became of it
 * @param position the number in the line, for who waits
 * @param payment whether it is paid for
 * @param priceMinor what it costs, in minor units of the gym's currency
 * @param firstVisit whether they have never been here before
 * @param lead whether a tour may still make a member of them in one step
 * @param bookedAt when the place was taken
 * @param checkedInAt when they came, for who is marked present
 * @param promotedAt when somebody who waited got the seat
 * @param cancelledAt when the place was given up
 */
public record RosterEntry(
    ParticipantId participant,
    ClientId client,
    String name,
    String memberNumber,
    int photoVersion,
    PlaceStatus status,
    @Nullable Long position,
    PaymentStatus payment,
    long priceMinor,
    boolean firstVisit,
    boolean lead,
    Instant bookedAt,
    @Nullable Instant checkedInAt,
    @Nullable Instant promotedAt,
    @Nullable Instant cancelledAt) {}
