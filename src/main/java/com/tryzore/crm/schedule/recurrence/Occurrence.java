package com.tryzore.crm.schedule.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * One occurrence as its series has it.
 *
 * @param originalStart its identity within the series: the local start that the rule gives
 * @param startsAt when that is; see {@link SeriesTimes#startsAt}
 * @param endsAt the start and the exact duration
 */
public record Occurrence(LocalDateTime originalStart, Instant startsAt, Instant endsAt) {}
