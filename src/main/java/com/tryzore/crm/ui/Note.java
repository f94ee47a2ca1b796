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
    Icon icon =
        switch (tone) {
          case GOOD -> Icon.CHECK_CIRCLE;
          case CAUTION -> Icon.WARNING;
          case BAD -> Icon.STOP;
          case COOL -> Icon.FREEZE;
          case QUIET, ACCENT -> Icon.INFO;
        };
    add(icon.create(), new Span(words));
    addClassNames("zore-note", tone.className());
  }

  /** A line of words. */
  public static Note of(Tone tone, String words) {
    return new Note(tone, words);
  }
}
