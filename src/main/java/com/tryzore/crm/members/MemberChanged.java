package com.tryzore.crm.members;

import com.tryzore.crm.access.OrganizationId;

/**
 * Published within the transaction that added a member or changed what a gym shows of one: record,
 * standing, photo, notes.
 *
 * @param organization the gym where it happened
 * @param client who
 */
public record MemberChanged(OrganizationId organization, ClientId client) {}
