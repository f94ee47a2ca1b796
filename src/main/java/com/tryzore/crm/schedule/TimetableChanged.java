package com.tryzore.crm.schedule;

import com.tryzore.crm.access.OrganizationId;

/**
 * Published within a transaction that changed events, series or rooms of a gym. That something
 * changed, never what: whoever shows it reads again.
 */
public record TimetableChanged(OrganizationId organization) {}
