package com.tryzore.crm.members.imports;

import com.tryzore.crm.access.OrganizationId;

/**
 * Published within the transaction that imported a list of members or took one back: any member of
 * the gym may have changed.
 *
 * @param organization the gym
 * @param id which import
 */
public record MembersImported(OrganizationId organization, ImportId id) {}
