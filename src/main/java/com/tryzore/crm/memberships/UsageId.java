package com.tryzore.crm.memberships;

import java.util.UUID;

/** Identifies a line of a ledger. */
public record UsageId(UUID value) {}
