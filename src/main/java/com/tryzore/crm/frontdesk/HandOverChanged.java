package com.tryzore.crm.frontdesk;

import com.tryzore.crm.access.OrganizationId;

/**
 * Published within the transaction that left a note for the next shift or ticked one off.
 *
 * @param organization the gym
 */
public record HandOverChanged(OrganizationId organization) {}
