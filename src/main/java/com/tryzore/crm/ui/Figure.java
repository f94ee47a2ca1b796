package com.tryzore.crm.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A number at arm's length, with what it counts; quiet when it is nothing. */
public final class Figure extends Div {

  /**
   * A number.
   *
   * @param words what it counts, beside the number
   * @param tone its colour unless it is 0
   */
  public Figure(Formats formats, int number, String words, Tone tone) {
    Span value = new Span(formats.number(number));
    value.addClassNames("import-figure-number", "zore-number");
    Span name = new Span(words);
    name.addClassName("import-figure-words");
    add(value, name);
    addClassNames("import-figure", (number == 0 ? Tone.QUIET : tone).className());
  }
}
