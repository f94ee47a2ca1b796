package com.tryzore.crm.schedule;

import com.tryzore.crm.members.ClientId;

/**
 * Somebody who waited and now has a seat.
 *
 * @param client who
 * @param name given and family name
 */
public record Promoted(ClientId client, String name) {}
