package com.tryzore.crm.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;

/**
 * Single keys that do things. A key counts only when no text is being typed, no dialog lies over
 * the host and no scanner is at work (so it is heard 40 ms late, which nobody notices).
 *
 * <pre>{@code
 * Shortcuts.on(this, "f", this::freeze);  // while the view is on screen
 * }</pre>
 */
public final class Shortcuts extends Span {

  private Shortcuts(String key, boolean asks, Runnable action) {
    getElement().setAttribute("hidden", true);
    getElement()
        .addEventListener("zore-shortcut", event -> action.run())
        .addEventData("event.detail.key");
    addAttachListener(
        event -> getElement().executeJs("window.zore.shortcut(this, $0, $1)", key, asks));
  }

  /**
   * Hears a key for as long as the host is on screen.
   *
   * @param key one character as typed, or a name such as {@code Delete}
   * @return takes the shortcut away
   */
  public static Registration on(Component host, String key, Runnable action) {
    return add(host, new Shortcuts(key, false, action));
  }

  /**
   * Hears a key that opens something which asks for more; with Alt it is heard from text fields
   * too. Keys typed until that is there wait for it, or until {@link #nothingOpens}.
   *
   * @param key one letter
   */
  public static Registration asking(Component host, String key, Runnable action) {
    return add(host, new Shortcuts(key, true, action));
  }

  /** Nothing opened after all: keys that were waiting for it are dropped, the next count again. */
  public static void nothingOpens() {
    UI.getCurrent().getPage().executeJs("window.zore.unexpected()");
  }

  private static Registration add(Component host, Shortcuts shortcut) {
    host.getElement().appendChild(shortcut.getElement());
    return () -> shortcut.getElement().removeFromParent();
  }
}
