package com.tryzore.crm.frontdesk;

import java.time.Instant;

/** What became of a check-in. */
public sealed interface CheckIn {

  /**
   * The member is in; a visit is counted.
   *
   * @param member as they stood before this visit
   * @param verdict welcome or caution; a refusal that somebody allowed stays a refusal
   * @param visit what was written
   * @param at when, by the database's clock
   */
  record Done(DeskMember member, CheckInVerdict verdict, VisitId visit, Instant at)
      implements CheckIn {

    /** Whether somebody let the member in against the rules, with a reason. */
    public boolean allowed() {
      return verdict instanceof CheckInVerdict.Refused;
    }
  }

  /**
   * The member was checked in less than five minutes ago: that visit stands, nothing is written.
   *
   * @param verdict as of now
   * @param visit the visit that stands
   * @param at when it was
   */
  record AlreadyIn(DeskMember member, CheckInVerdict verdict, VisitId visit, Instant at)
      implements CheckIn {}

  /**
   * Nothing is written: the desk decides.
   *
   * @param mayAllow whether this account holds the right to let the member in all the same
   */
  record Refused(DeskMember member, CheckInVerdict.Refused verdict, boolean mayAllow)
      implements CheckIn {}

  /** No such member here: an unknown id and one of another organization are answered alike. */
  record Unknown() implements CheckIn {}
}
