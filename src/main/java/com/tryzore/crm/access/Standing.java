package com.tryzore.crm.access;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * What one user is in one organization, as the chooser and the switcher list it.
 *
 * @param organization the organization
 * @param slug its name in addresses
 * @param name its name on screen
 * @param tier what the user is there; a role held in the parent counts in the gyms below it
 * @param primary whether it is the organization the user starts in
 * @param parent the chain this gym belongs to, if any
 * @param zone the gym's time zone
 * @param locale the language the gym writes in
 * @param currency what the gym sells in
 */
public record Standing(
    OrganizationId organization,
    String slug,
    String name,
    Tier tier,
    boolean primary,
    Optional<OrganizationId> parent,
    ZoneId zone,
    Locale locale,
    Currency currency) {

  Standing as(Tier other) {
    return new Standing(organization, slug, name, other, primary, parent, zone, locale, currency);
  }
}
