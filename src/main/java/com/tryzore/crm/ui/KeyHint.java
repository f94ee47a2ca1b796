package com.tryzore.crm.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;

/** Keys drawn as keys: {@code new KeyHint("Ctrl", "K")}. Hidden where there is no keyboard. */
public final class KeyHint extends Span {

  /** Keys pressed together. */
  public KeyHint(String... keys) {
    addClassName("zore-keys");
    getElement().setAttribute("aria-hidden", "true");
    for (String key : keys) {
      add(new Kbd(key));
    }
  }

  @Tag("kbd")
  private static final class Kbd extends HtmlContainer {
    Kbd(String key) {
      setText(key);
    }
  }
}
