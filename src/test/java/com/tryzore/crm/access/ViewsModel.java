package com.tryzore.crm.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Saved views as plain maps: what is committed, and what each open transaction has changed on top.
 * Says what somebody must see and may change, without any SQL.
 */
final class ViewsModel {

  /** One saved view. */
  record View(UUID id, OrganizationId gym, UserId owner, boolean shared, String query) {
    View reading(String other) {
      return new View(id, gym, owner, shared, other);
    }

    boolean isOf(UserId user, OrganizationId place) {
      return owner.equals(user) && gym.equals(place);
    }
  }

  private final Map<UUID, View> committed = new HashMap<>();

  Transaction begin() {
    return new Transaction();
  }

  /** What is committed, and what one transaction has done so far. */
  final class Transaction {
    private final Map<UUID, @Nullable View> changes = new HashMap<>();

    void put(View view) {
      changes.put(view.id(), view);
    }

    /** Makes all of somebody's own views at a place read otherwise; how many there are. */
    int change(UserId user, OrganizationId place, String query) {
      Set<View> own = own(user, place);
      own.forEach(view -> put(view.reading(query)));
      return own.size();
    }

    int remove(UserId user, OrganizationId place, UUID id) {
      View view = now().get(id);
      if (view == null || !view.isOf(user, place)) {
        return 0;
      }
      changes.put(id, null);
      return 1;
    }

    /** What somebody sees at a place, as text. */
    Set<String> seen(UserId user, OrganizationId place, Tier tier) {
      return now().values().stream()
          .filter(view -> view.gym().equals(place))
          .filter(view -> view.owner().equals(user) || (view.shared() && tier.atLeast(Tier.STAFF)))
          .map(view -> view.id() + " " + view.query())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<UUID> ids() {
      return new TreeSet<>(now().keySet());
    }

    void commit() {
      committed.putAll(changes);
      committed.values().removeIf(view -> view == null);
      changes.clear();
    }

    private Map<UUID, View> now() {
      Map<UUID, View> now = new HashMap<>(committed);
      changes.forEach(
          (id, view) -> {
            if (view == null) {
              now.remove(id);
            } else {
              now.put(id, view);
            }
          });
      return now;
    }

    private Set<View> own(UserId user, OrganizationId place) {
      return now().values().stream()
          .filter(view -> view.isOf(user, place))
          .collect(Collectors.toSet());
    }
  }
}
