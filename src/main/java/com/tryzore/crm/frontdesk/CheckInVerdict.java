package com.tryzore.crm.frontdesk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What the desk is told about a member who wants to come in. */
public sealed interface CheckInVerdict {

  /** Green: nothing to mind. */
  record Welcome() implements CheckInVerdict {}

  /**
   * Amber: comes in, and the desk minds something.
   *
   * @param reasons at least one
   */
  record Caution(List<Heed> reasons) implements CheckInVerdict {
    public Caution {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("A caution has a reason");
      }
    }
  }

  /**
   * Red: does not come in unless someone allows it.
   *
   * @param reasons every rule that fails, at least one
   * @param heeds what the desk minds all the same, such as a colleague's note
   */
  record Refused(List<WhyNot> reasons, List<Heed> heeds) implements CheckInVerdict {
    public Refused {
      reasons = List.copyOf(reasons);
      heeds = List.copyOf(heeds);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("A refusal has a reason");
      }
    }
  }

  /**
   * The verdict on a member.
   *
   * @param now the moment of the check-in
   * @param zone the gym's, in which its days begin
   */
  static CheckInVerdict of(DeskMember member, Instant now, ZoneId zone) {
    List<WhyNot> against = WhyNot.against(member, now, zone);
    List<Heed> heeds = Heed.about(member, now, zone);
    if (!against.isEmpty()) {
      return new Refused(against, heeds);
    }
    return heeds.isEmpty() ? new Welcome() : new Caution(heeds);
  }
}
