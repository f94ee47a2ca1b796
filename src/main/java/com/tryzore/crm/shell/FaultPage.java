package com.tryzore.crm.shell;

import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;

/**
 * A whole page that says what went wrong and what to do now, and shows nothing else: it knows no
 * organization, so it can tell nothing about one.
 */
abstract class FaultPage extends Main implements HasDynamicTitle {

  private String title = "";

  FaultPage() {
    addClassName("zore-fault");
  }

  /**
   * Shows the fault.
   *
   * @param way where its main link leads, relative to the application
   */
  final void show(Fault fault, String way) {
    title = getTranslation(fault.key("title"));
    Span mark = new Span();
    mark.addClassName("zore-mark");
    Div brand = new Div(mark, new Span(getTranslation("shell.product")));
    brand.addClassName("zore-brand");
    Div actions = new Div();
    actions.addClassName("zore-empty-actions");
    if (fault == Fault.UNAVAILABLE || fault == Fault.BROKEN || fault == Fault.CONFLICT) {
      Button retry = new Button(getTranslation("shell.fault.retry"), Icon.REFRESH.create());
      retry.addClassName("zore-primary");
      retry.addClickListener(click -> getUI().ifPresent(ui -> ui.getPage().reload()));
      actions.add(retry);
    }
    Anchor on = new Anchor(way, getTranslation(fault.key("action")));
    on.addClassName("zore-link-button");
    // A full load: whatever the tab held before is thrown away.
    on.getElement().setAttribute("router-ignore", true);
    actions.add(on);
    Div card =
        new Div(
            fault.drawing().create(),
            new H1(title),
            new Paragraph(getTranslation(fault.key("text"))),
            actions);
    card.addClassName("zore-empty");
    removeAll();
    add(brand, card);
  }

  @Override
  public String getPageTitle() {
    return title;
  }
}
