package com.tryzore.crm.memberships;

import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.members.ClientId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The ledger of what members use. Lines are added and taken back, never changed; two who use the
 * last credit at once come one after the other, and the second is told that nothing is left. Past
 * the balance goes only who has {@code memberships.override}, with a reason; for others the
 * database refuses with {@link NotAllowedException}.
 */
@Service
public class Usage {
  private final UsageSteps steps;

  Usage(UsageSteps steps) {
    this.steps = steps;
  }

  /** The story of the credits of a membership; empty when there is none such. */
  public CreditStory story(MembershipId membership) {
    return steps.story(membership);
  }

  /**
   * One use by a client on a day. What costs the client least comes first: a membership that does
   * not count, then the uses of the week or month, which would be lost, then the pack that ends
   * first.
   *
   * @param type class, visit or personal training
   * @param event the event, or null
   * @param visit the visit, or null
   */
  public UsageChange use(
      ClientId client, UsageType type, LocalDate day, @Nullable UUID event, @Nullable UUID visit) {
    return steps.use(client, type, day, event, visit);
  }

  /** One use of a membership although nothing is left or it is not valid. */
  public UsageChange useAnyway(
      MembershipId membership, UsageType type, LocalDate day, String reason) {
    return steps.useOf(membership, type, day, null, null, given(reason));
  }

  /** A guest comes on a pass of this membership. */
  public UsageChange guest(MembershipId membership, LocalDate day, @Nullable UUID visit) {
    return steps.useOf(membership, UsageType.GUEST_PASS, day, null, visit, null);
  }

  /** Takes a use back, once. */
  public UsageChange giveBack(UsageId line, @Nullable String reason) {
    try {
      return steps.giveBack(line, reason);
    } catch (DuplicateKeyException already) {
      return new UsageChange.GivenBackAlready();
    }
  }

  /** Adds or takes credits by hand; takes {@code memberships.override}. */
  public UsageChange adjust(MembershipId membership, int quantity, String reason) {
    return steps.adjust(membership, quantity, given(reason));
  }

  private static String given(String reason) {
    if (reason.isBlank() || reason.length() > 500) {
      throw new IllegalArgumentException("A reason has 1 to 500 characters");
    }
    return reason.strip();
  }
}
