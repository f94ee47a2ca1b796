package com.tryzore.crm.memberships;

import com.tryzore.crm.access.OrganizationId;
import com.tryzore.crm.members.ClientId;

/** Published within a transaction that changed what a client holds at a gym. */
public record MembershipsChanged(OrganizationId organization, ClientId client) {}
