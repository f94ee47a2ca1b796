package com.tryzore.crm.tags;

import com.tryzore.crm.access.OrganizationId;

/**
 * Published within the transaction that made, renamed, recoloured or archived a tag.
 *
 * @param organization whose tags
 */
public record TagsChanged(OrganizationId organization) {}
