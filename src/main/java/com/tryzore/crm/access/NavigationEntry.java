package com.tryzore.crm.access;

import java.util.Set;

/**
 * One place in the navigation of an organization. Features register beans of it; the shell shows
 * those that fit the tier of the tab.
 *
 * @param messageKey key of the label in the message bundles
 * @param icon name of the icon
 * @param path where it leads, relative to {@code /o/{slug}/}, e.g. {@code members}
 * @param order ascending position
 * @param tiers who sees it and may open it
 */
public record NavigationEntry(
    String messageKey, String icon, String path, int order, Set<Tier> tiers) {

  public NavigationEntry {
    tiers = Set.copyOf(tiers);
  }
}
