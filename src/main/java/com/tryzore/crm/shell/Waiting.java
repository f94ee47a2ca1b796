package com.tryzore.crm.shell;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.ui.LiveUpdates;
import com.tryzore.crm.ui.NavigationCount;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;

/** The numbers beside the places, kept true while the layout is on screen. */
@org.springframework.stereotype.Component
class Waiting {

  private final List<NavigationCount> counts;
  private final LiveUpdates live;

  Waiting(ObjectProvider<NavigationCount> counts, LiveUpdates live) {
    this.counts = counts.orderedStream().toList();
    this.live = live;
  }

  /**
   * Tells each number now, and again whenever something happened that may have changed it.
   *
   * @param reachable whether a path is a place of the tab
   * @param show hears a path and its number
   */
  List<Registration> watch(
      Component owner, Binding binding, Predicate<String> reachable, ObjIntConsumer<String> show) {
    List<Registration> subscriptions = new ArrayList<>();
    for (NavigationCount count : counts) {
      if (reachable.test(count.path())) {
        show.accept(count.path(), count.count());
        for (String topic : count.topics()) {
          subscriptions.add(
              live.subscribe(
                  owner,
                  binding.organization().value(),
                  topic,
                  Object.class,
                  event -> show.accept(count.path(), count.count())));
        }
      }
    }
    return subscriptions;
  }
}
