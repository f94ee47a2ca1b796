package com.tryzore.crm.shell;

import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.KeyHint;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** The bar above every view: search, where one stands, what waits, and one's own menu. */
final class TopBar extends Header {

  private final Div end = new Div();
  private final Anchor bell = new Anchor();
  private final Span waiting = new Span();

  TopBar() {
    addClassName("zore-top");
    end.addClassName("zore-top-end");
    waiting.addClassName("zore-bell-count");
    bell.addClassName("zore-bell");
    bell.getElement().setAttribute("router-link", true);
    bell.add(Icon.BELL.create(), waiting);
    add(search(), end);
  }

  /** Looks like a field, opens the palette; the script does it without asking the server. */
  private NativeButton search() {
    Span words = new Span(getTranslation("shell.search"));
    words.addClassName("zore-search-words");
    NativeButton search = new NativeButton();
    search.addClassName("zore-search-open");
    search.getElement().setAttribute("aria-haspopup", "dialog");
    search.getElement().setAttribute("aria-keyshortcuts", "/ Control+K");
    search.getElement().setAttribute("aria-label", getTranslation("shell.search"));
    search.add(Icon.SEARCH.create(), words, new KeyHint("/"));
    return search;
  }

  /** Puts the switcher and the menu in their places, the bell between them if there is an inbox. */
  void show(Component switcher, Component menu, boolean hasInbox, String inbox) {
    end.removeAll();
    end.add(switcher);
    if (hasInbox) {
      bell.setHref(inbox);
      waiting(0);
      end.add(bell);
    }
    end.add(menu);
  }

  /** How much waits in the inbox. */
  void waiting(int number) {
    waiting.setVisible(number > 0);
    waiting.setText(number > 99 ? "99+" : Integer.toString(number));
    String words = getTranslation("shell.bell", number);
    bell.getElement().setAttribute("aria-label", words);
    bell.setTitle(words);
  }
}
