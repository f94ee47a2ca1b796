package com.tryzore.crm.organizations;

import java.util.UUID;

/** Identifies one user's role in one organization. */
public record AccountId(UUID value) {}
