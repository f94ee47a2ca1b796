package com.tryzore.crm.schedule.edits;

/** How much of a series a change concerns. The past is never part of it. */
public enum Scope {
  /** One occurrence. */
  THIS,
  /** One occurrence and those after it. */
  THIS_AND_FOLLOWING,
  /** All that have not begun. */
  ALL
}
