package com.tryzore.crm.shell;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.NavigationEntry;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.LatePopover;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The list of places: at the side of wide screens, at the foot of narrow ones. The foot has room
 * for a few; the others are behind "More" there.
 */
final class Navigation extends Nav {

  /** At 360 px five places still have names that can be read. */
  static final int ROOM_AT_THE_FOOT = 5;

  private final List<PlaceLink> links = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final UnorderedList list = new UnorderedList();
  private @Nullable NavigationEntry here;

  Navigation() {
    addClassName("zore-places");
    setAriaLabel(getTranslation("shell.navigation.label"));
    add(list);
  }

  void show(List<NavigationEntry> entries, Binding binding) {
    list.removeAll();
    links.clear();
    counts.clear();
    here = null;
    int direct = entries.size() <= ROOM_AT_THE_FOOT ? entries.size() : ROOM_AT_THE_FOOT - 1;
    for (NavigationEntry entry : entries) {
      PlaceLink link = new PlaceLink(entry, binding);
      links.add(link);
      ListItem item = new ListItem(link);
      item.setClassName("zore-beyond", links.size() > direct);
      list.add(item);
    }
    if (direct < entries.size()) {
      list.add(more(entries.subList(direct, entries.size()), binding));
    }
  }

  private ListItem more(List<NavigationEntry> entries, Binding binding) {
    NativeButton button = new NativeButton();
    String words = getTranslation("shell.navigation.more");
    Span name = new Span(words);
    name.addClassName("zore-place-name");
    button.addClassName("zore-place");
    button.add(Icon.MORE.create(), name);
    LatePopover popover =
        new LatePopover(button, words, PopoverPosition.TOP_END, () -> rest(entries, binding));
    ListItem item = new ListItem(button, popover);
    item.addClassName("zore-at-the-foot");
    return item;
  }

  private UnorderedList rest(List<NavigationEntry> entries, Binding binding) {
    UnorderedList rest = new UnorderedList();
    rest.addClassName("zore-more");
    for (NavigationEntry entry : entries) {
      PlaceLink link = new PlaceLink(entry, binding);
      link.current(entry.equals(here));
      link.count(counts.getOrDefault(entry.path(), 0));
      link.getElement()
          .addEventListener("click", click -> link.findAncestor(LatePopover.class).close());
      rest.add(new ListItem(link));
    }
    return rest;
  }

  void current(Optional<NavigationEntry> place) {
    here = place.orElse(null);
    links.forEach(link -> link.current(link.entry().equals(here)));
  }

  void count(String path, int number) {
    counts.put(path, number);
    links.stream()
        .filter(link -> link.entry().path().equals(path))
        .forEach(link -> link.count(number));
  }
}
