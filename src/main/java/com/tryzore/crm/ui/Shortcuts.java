package com.tryzore.crm.ui;

import com.vaadin.flow.component.Component;
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

  private Shortcuts(String key, Runnable action) {
    getElement().setAttribute("hidden", true);
    getElement()
        .addEventListener("zore-shortcut", event -> action.run())
        .addEventData("event.detail.key");
    addAttachListener(event -> getElement().executeJs("window.zore.shortcut(this, $0)", key));
  }

  /**
   * Hears a key for as long as the host is on screen.
   *
   * @param key one character as typed, or a name such as {@code Delete}
   * @return takes the shortcut away
   */
  public static Registration on(Component host, String key, Runnable action) {
    Shortcuts shortcut = new Shortcuts(key, action);
    host.getElement().appendChild(shortcut.getElement());
    return () -> shortcut.getElement().removeFromParent();
  }
}
