package com.tryzore.crm.database.isolation;

import com.tryzore.crm.access.Tier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Saved views as a plain map: what is committed, and what a running transaction has changed. Says
 * what a subject must see and may change, without any SQL.
 */
final class ViewsModel {

  /** One saved view. */
  record View(UUID id, Place place, Person owner, boolean shared, String query) {}

  private Map<UUID, View> committed = new HashMap<>();
  private Map<UUID, View> running = new HashMap<>();

  void begin() {
    running = new HashMap<>(committed);
  }

  void commit() {
    committed = running;
    begin();
  }

  void put(View view) {
    running.put(view.id(), view);
  }

  /** Makes all of somebody's own views at the bound place read otherwise. */
  long change(Subject subject, String query) {
    Set<View> own = own(subject);
    own.forEach(v -> put(new View(v.id(), v.place(), v.owner(), v.shared(), query)));
    return own.size();
  }

  long remove(Subject subject, UUID id) {
    boolean mine = own(subject).stream().anyMatch(view -> view.id().equals(id));
    if (mine) {
      running.remove(id);
    }
    return mine ? 1 : 0;
  }

  /** What a subject sees, as text. */
  Set<String> seen(Subject subject) {
    return running.values().stream()
        .filter(view -> view.place() == subject.place())
        .filter(
            view ->
                view.owner().equals(subject.person())
                    || (view.shared() && subject.atLeast(Tier.STAFF)))
        .map(view -> view.id() + " " + view.query())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Set<UUID> ids() {
    return running.keySet();
  }

  private Set<View> own(Subject subject) {
    return running.values().stream()
        .filter(view -> view.place() == subject.place() && view.owner().equals(subject.person()))
        .collect(Collectors.toSet());
  }
}
