package com.tryzore.crm.shell;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.NavigationEntry;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The mark, the places, and the handle that folds the bar to its icons. */
final class SideBar extends Aside {

  private final Navigation navigation = new Navigation();
  private final Anchor home = new Anchor();

  SideBar() {
    addClassName("zore-side");
    getElement().setAttribute("aria-label", getTranslation("shell.side"));
    Span mark = new Span();
    mark.addClassName("zore-mark");
    Span name = new Span(getTranslation("shell.product"));
    name.addClassName("zore-brand-name");
    home.addClassName("zore-brand");
    home.getElement().setAttribute("router-link", true);
    home.getElement().setAttribute("aria-label", getTranslation("shell.home"));
    home.add(mark, name);
    add(home, navigation, fold());
  }

  /** The script folds, and the browser remembers; the server need not know. */
  private NativeButton fold() {
    Span words = new Span(getTranslation("shell.fold"));
    words.addClassName("zore-place-name");
    NativeButton fold = new NativeButton();
    fold.addClassNames("zore-place", "zore-fold");
    Span back = new Span(getTranslation("shell.unfold"));
    back.addClassName("zore-unfold");
    fold.add(Icon.SIDEBAR.create(), words, back);
    return fold;
  }

  void show(List<NavigationEntry> entries, Binding binding) {
    home.setHref("o/" + binding.slug());
    navigation.show(entries, binding);
  }

  Navigation navigation() {
    return navigation;
  }
}
