package com.tryzore.crm.schedule;

import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A series as it is written.
 *
 * @param version for optimistic locking
 * @param madeUntil up to when its sessions have been made
 * @param continues the series of which it is the later part
 * @param sourceUid its identifier in the file it was imported from
 */
public record SeriesRecord(
    SeriesId id,
    long version,
    EventFacts facts,
    SeriesTimes times,
    Instant madeUntil,
    @Nullable SeriesId continues,
    @Nullable String sourceUid,
    @Nullable String sourceDigest) {}
