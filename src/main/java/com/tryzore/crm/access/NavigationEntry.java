package com.tryzore.crm.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One place in the navigation of an organization. Features register beans of it; the shell shows
 * those that fit the tier of the tab.
 *
 * @param messageKey key of the label in the message bundles
 * @param icon name of the icon
 * @param path where it leads, relative to {@code /o/{slug}/}, e.g. {@code members}
 * @param order ascending position
 * @param tiers who sees it and may open it
 * @param right the single right that is asked for besides, if one is
 */
public record NavigationEntry(
    String messageKey,
    String icon,
    String path,
    int order,
    Set<Tier> tiers,
    @Nullable Permission right) {

  public NavigationEntry {
    tiers = Set.copyOf(tiers);
  }

  /** A place for whole tiers. */
  public NavigationEntry(String messageKey, String icon, String path, int order, Set<Tier> tiers) {
    this(messageKey, icon, path, order, tiers, null);
  }
}
