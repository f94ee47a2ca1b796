package com.tryzore.crm.shell;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.NavigationEntry;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of places: at the side of wide screens, at the foot of narrow ones. The foot has room
 * for a few; the others are behind "More".
 */
final class Navigation extends Nav {

  /** At 360 px five places still have names that can be read. */
  static final int ROOM_AT_THE_FOOT = 5;

  private final List<PlaceLink> links = new ArrayList<>();
  private final UnorderedList list = new UnorderedList();
  private final int room;

  private Navigation(String className, int room) {
    this.room = room;
    addClassName(className);
    setAriaLabel(getTranslation("shell.navigation.label"));
    add(list);
  }

  static Navigation atTheSide() {
    return new Navigation("zore-side-places", Integer.MAX_VALUE);
  }

  static Navigation atTheFoot() {
    return new Navigation("zore-bottom", ROOM_AT_THE_FOOT);
  }

  void show(List<NavigationEntry> entries, Binding binding) {
    list.removeAll();
    links.clear();
    int direct = entries.size() <= room ? entries.size() : room - 1;
    for (NavigationEntry entry : entries.subList(0, direct)) {
      list.add(new ListItem(link(entry, binding)));
    }
    if (direct < entries.size()) {
      list.add(more(entries.subList(direct, entries.size()), binding));
    }
  }

  private ListItem more(List<NavigationEntry> entries, Binding binding) {
    NativeButton button = new NativeButton();
    Span name = new Span(getTranslation("shell.navigation.more"));
    name.addClassName("zore-place-name");
    button.addClassName("zore-place");
    button.add(Icon.MORE.create(), name);
    Popover popover = new Popover();
    popover.setTarget(button);
    popover.setPosition(PopoverPosition.TOP_END);
    popover.setAutofocus(true);
    popover.setAriaLabel(getTranslation("shell.navigation.more"));
    UnorderedList rest = new UnorderedList();
    rest.addClassName("zore-more");
    for (NavigationEntry entry : entries) {
      PlaceLink link = link(entry, binding);
      link.getElement().addEventListener("click", click -> popover.close());
      rest.add(new ListItem(link));
    }
    popover.add(rest);
    return new ListItem(button, popover);
  }

  private PlaceLink link(NavigationEntry entry, Binding binding) {
    PlaceLink link = new PlaceLink(entry, binding);
    links.add(link);
    return link;
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
