package com.tryzore.crm.frontdesk;

/**
 * The figures of the day.
 *
 * @param visits check-ins of today that stand
 * @param firstVisits how many of them were somebody's first at this gym
 * @param inside members who came within the last hours, see {@link DeskBoard#inside}
 * @param insideHours how many hours that are: the gym's setting
 */
public record DayCounts(long visits, long firstVisits, long inside, int insideHours) {}
