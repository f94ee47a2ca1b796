package com.tryzore.crm.memberships;

import java.util.UUID;

/** Identifies a membership at the gym that sold it. */
public record MembershipId(UUID value) {}
