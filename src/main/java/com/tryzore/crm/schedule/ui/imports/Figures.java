package com.tryzore.crm.schedule.ui.imports;

import com.tryzore.crm.schedule.ImportLine;
import com.tryzore.crm.ui.Figure;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.QueryState;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.html.Div;
import java.util.function.ToIntFunction;

/** How many events and series of a file come to what. */
final class Figures extends Div {

  /**
   * Four numbers.
   *
   * @param lively whether they have colours; not for what was taken back
   */
  Figures(Formats formats, ToIntFunction<ImportLine.State> count, boolean lively) {
    addClassName("import-figures");
    getElement().setAttribute("role", "status");
    figure(formats, count, ImportLine.State.NEW, lively ? Tone.GOOD : Tone.QUIET);
    figure(formats, count, ImportLine.State.UPDATED, lively ? Tone.ACCENT : Tone.QUIET);
    figure(formats, count, ImportLine.State.UNCHANGED, Tone.QUIET);
    figure(formats, count, ImportLine.State.PROBLEM, lively ? Tone.BAD : Tone.QUIET);
    if (count.applyAsInt(ImportLine.State.CANCELLED) > 0) {
      figure(formats, count, ImportLine.State.CANCELLED, Tone.QUIET);
    }
  }

  private void figure(
      Formats formats, ToIntFunction<ImportLine.State> count, ImportLine.State state, Tone tone) {
    int number = count.applyAsInt(state);
    add(
        new Figure(
            formats,
            number,
            getTranslation("schedule.import.figure." + QueryState.word(state), number),
            tone));
  }
}
