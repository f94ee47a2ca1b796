package com.tryzore.crm.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/**
 * What stands where a list could not be read: says so aloud, and offers to try again. Nothing that
 * was typed is lost by it.
 */
public final class LoadFailed extends Div {

  /** The retry runs on the button; the caller takes this component away when it succeeds. */
  public LoadFailed(Runnable retry) {
    addClassName("zore-empty");
    getElement().setAttribute("role", "alert");
    Button again =
        new Button(getTranslation("ui.failed.retry"), Icon.REFRESH.create(), click -> retry.run());
    add(
        Drawing.TROUBLE.create(),
        new H2(getTranslation("ui.failed.title")),
        new Paragraph(getTranslation("ui.failed.text")),
        again);
  }
}
