package com.tryzore.crm.shell;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.NavigationEntry;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** A place in the navigation: icon, name, and a number when something waits there. */
final class PlaceLink extends Anchor {

  private final NavigationEntry entry;
  private @Nullable Span count;

  PlaceLink(NavigationEntry entry, Binding binding) {
    this.entry = entry;
    String name = getTranslation(entry.messageKey());
    Span label = new Span(name);
    label.addClassName("zore-place-name");
    setHref(Places.address(binding, entry.path()));
    getElement().setAttribute("router-link", true);
    setTitle(name);
    addClassName("zore-place");
    add(Icon.named(entry.icon()).create(), label);
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

  /** The number is made when there is one: most places never have any. */
  void count(int number) {
    if (number == 0) {
      if (count != null) {
        remove(count);
        count = null;
      }
      return;
    }
    if (count == null) {
      count = new Span();
      count.addClassName("zore-place-count");
      add(count);
    }
    count.setText(number > 99 ? "99+" : Integer.toString(number));
    count
        .getElement()
        .setAttribute("aria-label", getTranslation("shell.navigation.waiting", number));
  }
}
