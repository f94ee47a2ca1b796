package com.tryzore.crm.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;

/**
 * The head of a view: its title, how many there are, and on the right what can be done. Every view
 * has exactly one.
 *
 * <pre>{@code
 * Toolbar toolbar = new Toolbar(getTranslation("members.title")).actions(search, export, add);
 * toolbar.count(getTranslation("members.count", 1234)); // announced politely when it changes
 * }</pre>
 */
public final class Toolbar extends Header {

  private final H1 title;
  private final Span count = new Span();
  private final Div actions = new Div();

  /** A head with a title. */
  public Toolbar(String title) {
    addClassName("zore-toolbar");
    this.title = new H1(title);
    count.addClassName("zore-toolbar-count");
    count.getElement().setAttribute("role", "status");
    actions.addClassName("zore-toolbar-actions");
    Div heading = new Div(this.title, count);
    heading.addClassName("zore-toolbar-heading");
    add(heading, actions);
  }

  /** Changes the title. */
  public void title(String words) {
    title.setText(words);
  }

  /** How many there are, in words; empty when it is not known. */
  public void count(String words) {
    count.setText(words);
  }

  /** What can be done here, the main action last. */
  public Toolbar actions(Component... components) {
    actions.add(components);
    return this;
  }
}
