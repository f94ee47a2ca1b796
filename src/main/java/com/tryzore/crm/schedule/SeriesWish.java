package com.tryzore.crm.schedule;

import com.tryzore.crm.schedule.edits.SeriesEdit;
import java.util.Optional;

/**
 * How a series is to be changed.
 *
 * @param edit which occurrences, and what becomes of their times
 * @param facts what is said of them from then on; empty to leave that. Of a wide change only what
 *     differs from the series is written, so that a substitute stays when the title changes
 */
public record SeriesWish(SeriesEdit edit, Optional<EventFacts> facts) {}
