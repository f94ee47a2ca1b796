package com.tryzore.crm.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/**
 * Asks before something that cannot simply be undone. The safe answer has the focus, Escape gives
 * it, and the focus returns to where it was. The button says what will happen, never "OK".
 *
 * <pre>{@code
 * Confirm.danger(getTranslation("tags.delete.title", name), getTranslation("tags.delete.text", 12),
 *     getTranslation("tags.delete"), () -> tags.delete(id));
 * }</pre>
 */
public final class Confirm extends Dialog {

  private Confirm(String title, String text, String doIt, boolean danger, Runnable action) {
    addClassName("zore-dialog");
    setRole("alertdialog");
    setHeaderTitle(title);
    setWidth("26rem");
    add(new Paragraph(text));
    Button cancel = new Button(getTranslation("ui.cancel"), click -> close());
    Button confirm =
        new Button(
            doIt,
            click -> {
              close();
              action.run();
            });
    confirm.addClassName(danger ? "zore-danger" : "zore-primary");
    addOpenedChangeListener(
        change -> {
          if (change.isOpened()) {
            cancel.focus();
          }
        });
    getFooter().add(cancel, confirm);
  }

  /** Asks, with a plain button. */
  public static void ask(String title, String text, String doIt, Runnable action) {
    new Confirm(title, text, doIt, false, action).open();
  }

  /** Asks, with a red button: something is lost by it. */
  public static void danger(String title, String text, String doIt, Runnable action) {
    new Confirm(title, text, doIt, true, action).open();
  }
}
