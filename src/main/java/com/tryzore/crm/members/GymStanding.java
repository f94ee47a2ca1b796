package com.tryzore.crm.members;

import com.tryzore.crm.access.OrganizationId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A client's standing at one gym of the chain, as any gym of the chain may know it.
 *
 * @param organization the gym
 * @param organizationName its name
 * @param slug its name in addresses
 * @param zone its time zone
 * @param home whether it keeps the client's record
 * @param data the standing there
 * @param visitCount visits there that stand
 * @param lastVisitAt the last visit there
 */
public record GymStanding(
    OrganizationId organization,
    String organizationName,
    String slug,
    ZoneId zone,
    boolean home,
    StandingData data,
    long visitCount,
    @Nullable Instant lastVisitAt) {}
