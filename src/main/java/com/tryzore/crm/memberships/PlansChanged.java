package com.tryzore.crm.memberships;

import com.tryzore.crm.access.OrganizationId;

/** Published within a transaction that changed a plan of a gym or chain. */
public record PlansChanged(OrganizationId organization) {}
