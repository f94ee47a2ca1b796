package com.tryzore.crm.frontdesk;

import com.tryzore.crm.members.ClientId;
import java.time.Instant;

/**
 * Somebody who is probably in the building.
 *
 * @param client who
 * @param name as spoken
 * @param photoVersion 0 when there is no photo
 * @param since the newest check-in that stands
 */
public record PersonInside(ClientId client, String name, int photoVersion, Instant since) {}
