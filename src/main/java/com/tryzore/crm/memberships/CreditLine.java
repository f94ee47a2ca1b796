package com.tryzore.crm.memberships;

import com.tryzore.crm.memberships.terms.Mark;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the story of the credits.
 *
 * @param quantity what it adds; negative for a use
 * @param lot the last day of the week or month that it belongs to; null for what ends with the
 *     membership
 * @param event the title of the event that it was used for
 * @param reverses the line that it takes back
 * @param reversed whether another line has taken this one back
 */
public record CreditLine(
    UsageId id,
    UsageType type,
    int quantity,
    @Nullable LocalDate lot,
    @Nullable String event,
    @Nullable String reason,
    @Nullable UsageId reverses,
    boolean reversed,
    Mark by) {

  /** Whether it is about a guest pass, which is counted apart. */
  public boolean aboutGuests() {
    return type == UsageType.GUEST_PASS;
  }
}
