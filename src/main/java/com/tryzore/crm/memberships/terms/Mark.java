package com.tryzore.crm.memberships.terms;

import java.time.Instant;

/**
 * Who decided something, and when.
 *
 * @param who the name as it is read on screen
 */
public record Mark(String who, Instant at) {}
