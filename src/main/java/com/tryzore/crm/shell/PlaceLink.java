package com.tryzore.crm.shell;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.NavigationEntry;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** A place in the navigation: icon, name, and a number when something waits there. */
final class PlaceLink extends Anchor {

  private final NavigationEntry entry;
  private final Span count = new Span();

  PlaceLink(NavigationEntry entry, Binding binding) {
    this.entry = entry;
    String name = getTranslation(entry.messageKey());
    Span label = new Span(name);
    label.addClassName("zore-place-name");
    count.addClassName("zore-place-count");
    count.setVisible(false);
    setHref(Places.address(binding, entry.path()));
    getElement().setAttribute("router-link", true);
    setTitle(name);
    addClassName("zore-place");
    add(Icon.named(entry.icon()).create(), label, count);
  }

  NavigationEntry entry() {
    return entry;
  }

  void current(boolean here) {
    if (here) {
      getElement().setAttribute("aria-current", "page");
    } else {
      getElement().removeAttribute("aria-current");
    }
  }

  void count(int number) {
    count.setVisible(number > 0);
    count.setText(number > 99 ? "99+" : Integer.toString(number));
    count
        .getElement()
        .setAttribute("aria-label", getTranslation("shell.navigation.waiting", number));
  }
}
