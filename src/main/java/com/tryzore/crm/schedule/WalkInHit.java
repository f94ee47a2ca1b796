package com.tryzore.crm.schedule;

import com.tryzore.crm.members.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be standing in the room.
 *
 * @param client who
 * @param name given and family name
 * @param memberNumber the number at this gym, by which namesakes are told apart
 * @param place what their place in the event is; null when they have none
 * @param allowed whether the standing lets them take part
 */
public record WalkInHit(
    ClientId client,
    String name,
    String memberNumber,
    @Nullable PlaceStatus place,
    boolean allowed) {}
