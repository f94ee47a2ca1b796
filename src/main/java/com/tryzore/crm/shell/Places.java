package com.tryzore.crm.shell;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.NavigationEntry;
import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Permissions;
import com.tryzore.crm.access.Tier;
import com.vaadin.flow.router.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The places that the features registered, and who may go there. */
@Component
class Places {

  private final List<NavigationEntry> all;
  private final Permissions permissions;

  Places(ObjectProvider<NavigationEntry> entries, Permissions permissions) {
    this.permissions = permissions;
    all = entries.stream().sorted(Comparator.comparingInt(NavigationEntry::order)).toList();
  }

  /** Where this tier can go with every single right, in the order on screen. */
  List<NavigationEntry> of(Tier tier) {
    return all.stream().filter(entry -> entry.tiers().contains(tier)).toList();
  }

  /** Where the binding's tier, with its single rights, can go, in the order on screen. */
  List<NavigationEntry> of(Binding binding) {
    return of(binding.tier()).stream().filter(entry -> isShown(entry, binding)).toList();
  }

  /** Whether the binding may go there and finds something there now; may ask the database. */
  boolean isShown(NavigationEntry entry, Binding binding) {
    return isOpen(entry, binding) && entry.shown().getAsBoolean();
  }

  /** Whether the binding may go there; asks for single rights as they are now. */
  boolean isOpen(NavigationEntry entry, Binding binding) {
    Permission right = entry.right();
    return entry.tiers().contains(binding.tier()) && (right == null || permissions.has(right));
  }

  /** The place a location belongs to: the longest path that it begins with. */
  Optional<NavigationEntry> at(Location location) {
    String path = within(location);
    return all.stream()
        .filter(entry -> path.equals(entry.path()) || path.startsWith(entry.path() + "/"))
        .max(Comparator.comparingInt(entry -> entry.path().length()));
  }

  /** The address of a path in the binding's organization. */
  static String address(Binding binding, String path) {
    return "o/" + binding.slug() + "/" + path;
  }

  /** What follows {@code o/{slug}/}. */
  private static String within(Location location) {
    List<String> segments = location.getSegments();
    return segments.size() < 3 ? "" : String.join("/", segments.subList(2, segments.size()));
  }
}
