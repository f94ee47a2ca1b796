package com.tryzore.crm.schedule;

/** What became of somebody who stands in the room without a mark on the roster. */
public sealed interface WalkIn {

  /**
   * Has a seat and is marked present.
   *
   * @param participant the place
   */
  record Attended(ParticipantId participant) implements WalkIn {}

  /**
   * Was marked present already.
   *
   * @param participant the place
   */
  record Already(ParticipantId participant) implements WalkIn {}

  /**
   * Not let in; nothing was written.
   *
   * @param reason why
   */
  record Refused(Reason reason) implements WalkIn {}

  /** There is no such event or no such client at this gym. */
  record Unknown() implements WalkIn {}

  /** Why somebody is not let in. */
  enum Reason {
    /** The event does not take place. */
    EVENT_CANCELLED,
    /** It is over. */
    OVER,
    /** The gym's check-in window before the start has not begun. */
    TOO_EARLY,
    /** The standing at this gym does not let them take part. */
    STANDING,
    /** No seat is free, or those that wait go first. */
    FULL
  }
}
