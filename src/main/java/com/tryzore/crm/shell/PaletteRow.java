package com.tryzore.crm.shell;

import com.tryzore.crm.ui.Avatar;
import com.tryzore.crm.ui.KeyHint;
import com.tryzore.crm.ui.PaletteItem;
import com.tryzore.crm.ui.StatusBadge;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/**
 * One answer, and beside it (the script shows it for the highlighted row) what can be done with it:
 * Enter, and single keys.
 */
final class PaletteRow extends Div {

  private final PaletteItem item;
  private final Div actions = new Div();

  PaletteRow(String id, PaletteItem item) {
    this.item = item;
    setId(id);
    addClassName("zore-hit");
    getElement().setAttribute("role", "option");
    getElement().setAttribute("aria-selected", "false");
    Span title = new Span(item.title());
    title.addClassName("zore-hit-title");
    Div words = new Div(title);
    words.addClassName("zore-hit-words");
    if (!item.subtitle().isEmpty()) {
      Span subtitle = new Span(item.subtitle());
      subtitle.addClassName("zore-hit-subtitle");
      words.add(subtitle);
    }
    add(picture(), words);
    PaletteItem.Badge badge = item.badge();
    if (badge != null) {
      add(new StatusBadge(badge.tone(), badge.icon(), badge.words()));
    }
    addClickListener(click -> item.enter().run());
    actions.addClassName("zore-hit-actions");
    actions.getElement().setAttribute("data-for", id);
    actions.add(enter());
    item.keys().forEach(key -> actions.add(action(key)));
  }

  Div actions() {
    return actions;
  }

  private Component picture() {
    if (item.person()) {
      return new Avatar(item.title(), item.photoUrl(), Avatar.Size.SMALL);
    }
    Span picture = new Span(item.icon().create());
    picture.addClassName("zore-hit-icon");
    return picture;
  }

  private NativeButton enter() {
    String words =
        item.enterWords().isEmpty() ? getTranslation("shell.palette.open") : item.enterWords();
    NativeButton button = button(words, "↵");
    button.addClickListener(click -> item.enter().run());
    return button;
  }

  private NativeButton action(PaletteItem.KeyAction key) {
    NativeButton button = button(key.words(), "Alt", key.key());
    if (key.asks()) {
      button.getElement().setAttribute("data-asks", "");
    }
    button.getElement().setAttribute("data-key", key.key());
    button.getElement().setAttribute("aria-keyshortcuts", "Alt+" + key.key());
    button.addClickListener(click -> key.action().run());
    return button;
  }

  private static NativeButton button(String words, String... keys) {
    NativeButton button = new NativeButton();
    button.add(new Span(words), new KeyHint(keys));
    return button;
  }
}
