package com.tryzore.crm.access.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.ui.Formats;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Says that a tab will soon be signed out, and what to do about it. */
final class EndNotice extends Dialog {

  private EndNotice(String title, String text, String stay) {
    addClassNames("zore-dialog", "zore-end-notice");
    setRole("alertdialog");
    setHeaderTitle(title);
    setWidth("26rem");
    add(new Paragraph(text));
    Button button = new Button(stay, click -> close());
    button.addClassName("zore-primary");
    addOpenedChangeListener(
        change -> {
          if (change.isOpened()) {
            button.focus();
          }
        });
    getFooter().add(button);
  }

  /** Nobody has used this browser for a while. Opened at once. */
  static Dialog idle() {
    UI ui = UI.getCurrent();
    return opened(
        new EndNotice(
            ui.getTranslation("access.idle.title"),
            ui.getTranslation("access.idle.text", IdleWatch.IDLE_NOTICE.toMinutes()),
            ui.getTranslation("access.idle.stay")));
  }

  /** The twelve hours are nearly over. Opened at once. */
  static Dialog expiring(Binding binding) {
    UI ui = UI.getCurrent();
    String at = Formats.of(ui.getLocale(), binding.zone()).time(binding.expiresAt());
    return opened(
        new EndNotice(
            ui.getTranslation("access.end.title", at),
            ui.getTranslation("access.end.text"),
            ui.getTranslation("access.end.understood")));
  }

  private static Dialog opened(EndNotice notice) {
    notice.open();
    return notice;
  }
}
