package com.tryzore.crm.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/**
 * How far something is that is done in steps, as a line of them.
 *
 * <pre>{@code
 * Steps steps = new Steps(getTranslation("members.import.steps"), List.of("File", "Check", "Import"));
 * steps.show(1, false); // the second is at hand
 * }</pre>
 */
public final class Steps extends OrderedList {

  private final List<String> names;

  /**
   * A line of steps.
   *
   * @param label what they are the steps of
   * @param names what each is called
   */
  public Steps(String label, List<String> names) {
    this.names = List.copyOf(names);
    addClassName("import-steps");
    getElement().setAttribute("aria-label", label);
  }

  /**
   * Those before the current one are done; none is current when all is over.
   *
   * @param current its place, from 0
   */
  public void show(int current, boolean over) {
    removeAll();
    for (int place = 0; place < names.size(); place++) {
      Span number = new Span(Integer.toString(place + 1));
      number.addClassName("import-step-number");
      number.getElement().setAttribute("aria-hidden", "true");
      ListItem item = new ListItem(number, new Span(names.get(place)));
      item.addClassName("import-step");
      item.setClassName("import-step-done", place < current || over);
      if (place == current && !over) {
        item.getElement().setAttribute("aria-current", "step");
      }
      add(item);
    }
  }
}
