package com.tryzore.crm.members.imports;

import com.tryzore.crm.access.OrganizationId;

/**
 * An import started, came further or ended. Published outside any transaction, when others can see
 * it.
 *
 * @param organization the gym
 * @param id which import
 */
public record ImportProgressed(OrganizationId organization, ImportId id) {}
