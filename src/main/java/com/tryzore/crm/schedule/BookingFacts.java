package com.tryzore.crm.schedule;

import com.tryzore.crm.members.MemberStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known when somebody asks to book a client into an event: read in one statement.
 *
 * @param event the event
 * @param standing the client's standing at the gym
 * @param place the place the client has in the event, or null
 * @param elsewhere the first other seat of the client at the same time, or null
 * @param rules the gym's rules
 */
public record BookingFacts(
    Event event,
    Standing standing,
    BookingRefusal.@Nullable HasPlace place,
    BookingRefusal.@Nullable SeatElsewhere elsewhere,
    BookingRules rules) {

  /**
   * The event.
   *
   * @param tour whether it is a tour, in which prospects take part
   * @param cancelled whether it does not take place
   * @param startsAt when it starts
   * @param endsAt when it ends
   */
  public record Event(boolean tour, boolean cancelled, Instant startsAt, Instant endsAt) {}

  /**
   * The standing.
   *
   * @param status as stored
   * @param lastDay the last day on which the client may come; null for open-ended or none
   */
  public record Standing(MemberStatus status, @Nullable LocalDate lastDay) {}
}
