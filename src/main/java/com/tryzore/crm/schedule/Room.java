package com.tryzore.crm.schedule;

import org.jspecify.annotations.Nullable;

/**
 * Where events take place, one at a time.
 *
 * @param name unique at the gym
 * @param capacity how many people fit in; null when nobody said
 * @param archived whether it is offered no longer
 * @param version for optimistic locking
 */
public record Room(
    RoomId id, String name, @Nullable Integer capacity, boolean archived, long version) {}
