package com.tryzore.crm.memberships;

/** When a cancelled membership ends. */
public enum CancelWhen {
  /** After notice and minimum term, with its billing period. */
  PERIOD_END,
  /** After notice and minimum term, that day. */
  MINIMUM_TERM,
  /** Today; before notice and minimum term are over this takes {@code memberships.override}. */
  NOW
}
