package com.tryzore.crm.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/**
 * What stands where a list has nothing to show: a drawing, what is so, and what to do next.
 *
 * <pre>{@code
 * new EmptyState(Drawing.MEMBERS, getTranslation("members.none.title"),
 *     getTranslation("members.none.text")).action(importButton, addButton);
 * }</pre>
 */
public final class EmptyState extends Div {

  private final Div actions = new Div();

  /** A title in a few words and one sentence below it. */
  public EmptyState(Drawing drawing, String title, String sentence) {
    addClassName("zore-empty");
    H2 heading = new H2(title);
    actions.addClassName("zore-empty-actions");
    add(drawing.create(), heading, new Paragraph(sentence));
  }

  /** What to do next: the first is the one most people want. */
  public EmptyState action(Component... buttons) {
    actions.add(buttons);
    add(actions);
    return this;
  }
}
