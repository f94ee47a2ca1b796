package com.tryzore.crm.frontdesk;

import com.tryzore.crm.access.OrganizationId;
import com.tryzore.crm.members.ClientId;

/**
 * Published within the transaction that checked a member in or took a check-in back.
 *
 * @param organization the gym
 * @param client who came
 * @param visit which visit
 * @param undone whether it was taken back
 */
public record VisitsChanged(
    OrganizationId organization, ClientId client, VisitId visit, boolean undone) {}
