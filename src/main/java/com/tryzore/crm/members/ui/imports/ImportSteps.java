package com.tryzore.crm.members.ui.imports;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;

/** How far the import is, as a line of four steps. */
final class ImportSteps extends OrderedList {
  ImportSteps() {
    addClassName("import-steps");
    getElement().setAttribute("aria-label", getTranslation("members.import.steps"));
  }

  /** Those before it are done; none is current when everything is. */
  void show(ImportStep current, boolean over) {
    removeAll();
    int place = 0;
    for (ImportStep step : ImportStep.values()) {
      boolean done = step.compareTo(current) < 0 || over;
      Span number = new Span(Integer.toString(++place));
      number.addClassName("import-step-number");
      number.getElement().setAttribute("aria-hidden", "true");
      ListItem item = new ListItem(number, new Span(getTranslation(step.messageKey())));
      item.addClassName("import-step");
      item.setClassName("import-step-done", done);
      if (step == current && !over) {
        item.getElement().setAttribute("aria-current", "step");
      }
      add(item);
    }
  }
}
