package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** What stands in the way of a form, in sentences, on screen and aloud. */
final class Hindrance extends Composite<Div> {

  private Tone tone = Tone.CAUTION;

  Hindrance() {
    getContent().addClassNames("event-hindrance", tone.className());
    getContent().getElement().setAttribute("role", "alert");
    getContent().setVisible(false);
  }

  /**
   * Shows it.
   *
   * @param asked whether it can be done all the same
   */
  void show(List<String> sentences, boolean asked) {
    getContent().removeClassName(tone.className());
    tone = asked ? Tone.CAUTION : Tone.BAD;
    getContent().addClassName(tone.className());
    getContent().removeAll();
    Div words = new Div();
    sentences.forEach(sentence -> words.add(new Paragraph(sentence)));
    getContent().add((asked ? Icon.WARNING : Icon.STOP).create(), words);
    getContent().setVisible(true);
    getContent().scrollIntoView();
  }

  void clear() {
    getContent().setVisible(false);
    getContent().removeAll();
  }
}
