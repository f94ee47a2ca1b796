package com.tryzore.crm.schedule;

import java.time.Instant;

/**
 * An event to come with more people than fit.
 *
 * @param booked how many have a seat
 */
public record CrowdedEvent(EventId event, String title, Instant startsAt, int booked) {}
