package com.tryzore.crm.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a place in an event is at a moment: all of it that changes while a class is taught.
 *
 * @param status what it is, or what became of it
 * @param position the number in the line, for who waits
 * @param checkedInAt when they came, for who is marked present
 */
public record PlaceState(
    PlaceStatus status, @Nullable Long position, @Nullable Instant checkedInAt) {}
