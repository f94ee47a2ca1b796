package com.tryzore.crm.organizations.ui;

import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Shows a one-time link, once, to be copied. */
final class LinkDialog extends Dialog {

  private final Paragraph way = new Paragraph();

  LinkDialog(String name, String link, Optional<CompletionStage<Boolean>> mail) {
    addClassName("zore-dialog");
    setHeaderTitle(getTranslation("organizations.link.title", name));
    setWidth("36rem");
    TextField field = new TextField(getTranslation("organizations.link.label"));
    field.setValue(link);
    field.setReadOnly(true);
    field.setAutoselect(true);
    field.setAutofocus(true);
    field.setWidthFull();
    Button copy = new Button(getTranslation("organizations.link.copy"), Icon.COPY.create());
    copy.addClassName("zore-primary");
    copy.addClickListener(
        click -> {
          copy.getElement().executeJs("return navigator.clipboard.writeText($0)", link);
          Toasts.done(getTranslation("organizations.link.copied"));
        });
    Div row = new Div(field);
    row.addClassName("staff-link");
    way.setText(
        getTranslation(
            mail.isPresent() ? "organizations.link.mailed" : "organizations.link.notMailed"));
    way.getElement().setAttribute("role", "status");
    mail.ifPresent(this::watch);
    add(way, row);
    getFooter().add(new Button(getTranslation("ui.close"), click -> close()), copy);
  }

  /** Says so when the mail server did not take the mail: the link here is then the only way. */
  private void watch(CompletionStage<Boolean> mail) {
    UI ui = UI.getCurrent();
    mail.thenAccept(
        taken -> {
          if (!taken) {
            tell(ui);
          }
        });
  }

  private void tell(UI ui) {
    try {
      var unused =
          ui.access(
              () -> {
                way.setText(getTranslation("organizations.link.refused"));
                way.addClassName("staff-link-refused");
              });
    } catch (UIDetachedException closed) {
      // Nobody looks at the link any more; a new one can be made from the list.
    }
  }
}
