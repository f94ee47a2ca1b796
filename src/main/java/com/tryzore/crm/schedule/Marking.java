package com.tryzore.crm.schedule;

/** What became of a mark on the roster. */
public enum Marking {
  /** Marked. */
  DONE,
  /** It stood so already. */
  UNCHANGED,
  /** There is no seat to mark: the client waits, or has cancelled. */
  NO_SEAT,
  /** The event does not take place. */
  EVENT_CANCELLED,
  /** Too early to say who came, or who did not. */
  TOO_EARLY,
  /** There is no such place at this gym. */
  UNKNOWN
}
