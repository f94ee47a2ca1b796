package com.tryzore.crm.memberships;

import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is sold now.
 *
 * @param archivedAt since when it is not sold any more, or null
 * @param ofTheChain whether it is the chain's, sold here but not changed here
 */
public record Plan(
    PlanId id,
    long version,
    PlanData data,
    Currency currency,
    @Nullable Instant archivedAt,
    boolean ofTheChain) {}
