package com.tryzore.crm.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.dom.Element;

/**
 * Buttons of toasts. A toast lies above an open dialog, and while a dialog is open the server hears
 * nothing from outside it; these are heard all the same.
 */
public final class AboveDialogs {

  private AboveDialogs() {}

  /** Does something once per click, whether a dialog is open or not. */
  public static void onClick(Button button, Runnable action) {
    button.addClickListener(click -> action.run());
    Element element = button.getElement();
    element
        .addEventListener(
            "click",
            click -> {
              if (element.getNode().isInert()) {
                action.run();
              }
            })
        .allowInert();
  }
}
