package com.tryzore.crm.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** What is known, a name and a value a line; what is not known takes no room. */
final class Facts extends DescriptionList {

  Facts() {
    addClassName("profile-facts");
  }

  /** A line of text; none without a text. */
  Facts add(String name, @Nullable String value) {
    return value == null || value.isBlank() ? this : add(name, new Span(value));
  }

  /** A line of anything. */
  Facts add(String name, Component value) {
    Div line = new Div(new DescriptionList.Term(name), new DescriptionList.Description(value));
    getElement().appendChild(line.getElement());
    return this;
  }

  boolean isEmpty() {
    return getElement().getChildCount() == 0;
  }
}
