package com.tryzore.crm.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is written.
 *
 * @param version for optimistic locking; bookings do not change it
 * @param series where it came from, if from a series
 * @param originalStart its name there for ever: the local start it was made for
 * @param changedAlone whether it differs from its series
 * @param wantedRoom the room it should have had, which was taken
 * @param booked seats taken
 * @param waiting people in the line
 */
public record EventRecord(
    EventId id,
    long version,
    EventFacts facts,
    TourFacts tour,
    @Nullable SeriesId series,
    @Nullable LocalDateTime originalStart,
    boolean changedAlone,
    Instant startsAt,
    Instant endsAt,
    boolean cancelled,
    @Nullable RoomId wantedRoom,
    int booked,
    int waiting) {}
