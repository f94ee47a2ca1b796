package com.tryzore.crm.shell;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.NavigationEntry;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list of places: at the side of wide screens, at the foot of narrow ones. */
final class Navigation extends Nav {

  private final List<PlaceLink> links = new ArrayList<>();
  private final UnorderedList list = new UnorderedList();

  Navigation(String className) {
    addClassName(className);
    setAriaLabel(getTranslation("shell.navigation.label"));
    add(list);
  }

  void show(List<NavigationEntry> entries, Binding binding) {
    list.removeAll();
    links.clear();
    for (NavigationEntry entry : entries) {
      PlaceLink link = new PlaceLink(entry, binding);
      links.add(link);
      list.add(new ListItem(link));
    }
  }

  void current(Optional<NavigationEntry> place) {
    links.forEach(link -> link.current(place.filter(link.entry()::equals).isPresent()));
  }

  void count(String path, int number) {
    links.stream()
        .filter(link -> link.entry().path().equals(path))
        .forEach(link -> link.count(number));
  }
}
