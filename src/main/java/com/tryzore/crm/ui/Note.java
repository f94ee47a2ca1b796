package com.tryzore.crm.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/**
 * A line to heed on a page, with an icon; it stays where a toast would go.
 *
 * <pre>{@code
 * Note.of(Tone.CAUTION, getTranslation("schedule.rules.conflict"));
 * }</pre>
 */
public final class Note extends Div {

  private Note(Tone tone, String words) {
    add(tone.icon().create(), new Span(words));
    addClassNames("zore-note", tone.className());
  }

  /** A line of words. */
  public static Note of(Tone tone, String words) {
    return new Note(tone, words);
  }
}
