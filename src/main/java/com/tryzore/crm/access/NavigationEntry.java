package com.tryzore.crm.access;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One place in the navigation of an organization. Features register beans of it; the shell shows
 * those that fit the tier of the tab.
 *
 * @param messageKey key of the label in the message bundles
 * @param icon name of the icon
 * @param path where it leads, relative to {@code /o/{slug}/}, e.g. {@code members}
 * @param order ascending position
 * @param tiers who may open it
 * @param right the single right that is asked for besides, if one is
 * @param shown whether it stands in the navigation, asked under the binding of the tab; who may
 *     open it can open it by its address all the same
 */
public record NavigationEntry(
    String messageKey,
    String icon,
    String path,
    int order,
    Set<Tier> tiers,
    @Nullable Permission right,
    BooleanSupplier shown) {

  public NavigationEntry {
    tiers = Set.copyOf(tiers);
  }

  /** A place for those of these tiers who have a right. */
  public NavigationEntry(
      String messageKey,
      String icon,
      String path,
      int order,
      Set<Tier> tiers,
      @Nullable Permission right) {
    this(messageKey, icon, path, order, tiers, right, () -> true);
  }

  /** A place for whole tiers. */
  public NavigationEntry(String messageKey, String icon, String path, int order, Set<Tier> tiers) {
    this(messageKey, icon, path, order, tiers, null);
  }

  /** The same place, in the navigation only when it is worth going there. */
  public NavigationEntry shownWhen(BooleanSupplier worthIt) {
    return new NavigationEntry(messageKey, icon, path, order, tiers, right, worthIt);
  }
}
