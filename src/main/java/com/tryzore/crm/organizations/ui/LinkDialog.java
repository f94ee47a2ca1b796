package com.tryzore.crm.organizations.ui;

import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Shows a one-time link, once, to be copied. */
final class LinkDialog extends Dialog {

  LinkDialog(String name, String link, boolean mailed) {
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
    add(
        new Paragraph(
            getTranslation(mailed ? "organizations.link.mailed" : "organizations.link.notMailed")),
        row);
    getFooter().add(new Button(getTranslation("ui.close"), click -> close()), copy);
  }
}
