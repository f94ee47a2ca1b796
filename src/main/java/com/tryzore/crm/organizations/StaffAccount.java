package com.tryzore.crm.organizations;

import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.access.UserId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Someone who works in the bound organization.
 *
 * @param id of the role
 * @param version for optimistic locking
 * @param user who it is
 * @param name as shown on screen
 * @param email the address they sign in with
 * @param role what they are here
 * @param status whether they can act
 * @param rights single rights granted (true) or withheld (false); the others follow the role
 * @param lastSignedInAt when they last signed in anywhere, or null for never
 * @param invitedUntil when their open invitation runs out, or null when there is none
 */
public record StaffAccount(
    AccountId id,
    long version,
    UserId user,
    String name,
    String email,
    Tier role,
    AccountStatus status,
    Map<Permission, Boolean> rights,
    @Nullable Instant lastSignedInAt,
    @Nullable Instant invitedUntil) {

  public StaffAccount {
    rights = Map.copyOf(rights);
  }

  /** Whether someone of that tier may change this account: only what stands below them. */
  public boolean changeableBy(Tier tier) {
    return tier.atLeast(Tier.ADMIN) && tier != role && tier.atLeast(role);
  }
}
