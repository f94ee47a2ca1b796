package com.tryzore.crm.memberships;

import com.tryzore.crm.access.OrganizationId;
import java.util.Optional;
import java.util.UUID;

/**
 * Identifies a plan.
 *
 * @param organization whose plan it is: the gym's own, or its chain's
 */
public record PlanId(OrganizationId organization, UUID value) {

  /** Reads an id from an address; empty when it is not one. */
  public static Optional<PlanId> parse(OrganizationId organization, String text) {
    try {
      return Optional.of(new PlanId(organization, UUID.fromString(text)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
