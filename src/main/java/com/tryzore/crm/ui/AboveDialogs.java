package com.tryzore.crm.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.dom.Element;

/**
 * What toasts need to know of dialogs. A toast lies above an open dialog, and while a dialog is
 * open the server hears nothing from outside it; their buttons are heard all the same.
 */
public final class AboveDialogs {

  private AboveDialogs() {}

  /** Whether a dialog is open in the current tab. */
  public static boolean isOpen() {
    UI tab = UI.getCurrent();
    return tab != null
        && tab.getChildren().anyMatch(child -> child instanceof Dialog dialog && dialog.isOpened());
  }

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
