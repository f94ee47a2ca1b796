package com.tryzore.crm.memberships;

import com.tryzore.crm.members.ClientId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody who holds a plan. */
public record PlanHolder(
    ClientId client,
    String name,
    MembershipId membership,
    MembershipStatus status,
    LocalDate start,
    @Nullable LocalDate end,
    long priceMinor) {}
