package com.tryzore.crm.schedule;

import java.time.Duration;

/**
 * A room and what takes place in it.
 *
 * @param events how many begin within the next seven days
 * @param time how long those last together
 * @param booked seats taken in those that have a limit
 * @param seats seats that those with a limit have
 * @param toCome how many are still to come at all
 */
public record RoomUse(Room room, int events, Duration time, int booked, int seats, int toCome) {}
