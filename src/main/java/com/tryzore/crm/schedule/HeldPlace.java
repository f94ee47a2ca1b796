package com.tryzore.crm.schedule;

import com.tryzore.crm.members.ClientId;
import java.time.Instant;

/**
 * A place that somebody has in an event that would be cancelled.
 *
 * @param name the client's
 * @param status booked or waitlisted
 */
public record HeldPlace(
    ParticipantId participant,
    EventId event,
    Instant startsAt,
    ClientId client,
    String name,
    PlaceStatus status) {}
