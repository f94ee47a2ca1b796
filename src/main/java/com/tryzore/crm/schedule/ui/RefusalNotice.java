package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Why somebody is not booked, each rule in a sentence, and the way past them for who has it. */
final class RefusalNotice extends Composite<Div> {

  private static final int LONGEST = 500;

  RefusalNotice() {
    getContent().addClassNames("roster-refusal", "zore-tone-bad");
    getContent().getElement().setAttribute("role", "alert");
    getContent().setVisible(false);
  }

  /**
   * Shows it.
   *
   * @param anyway books all the same, with the reason typed; null when nobody may
   */
  void show(String heading, List<String> sentences, @Nullable Consumer<String> anyway) {
    clear();
    UnorderedList list = new UnorderedList();
    sentences.forEach(sentence -> list.add(new ListItem(sentence)));
    Span head = new Span(heading);
    head.addClassName("zore-strong");
    Button close = new Button(Icon.CLOSE.create(), click -> clear());
    close.addClassNames("zore-quiet", "zore-icon-button");
    close.setAriaLabel(getTranslation("ui.close"));
    Div top = new Div(Icon.STOP.create(), head, close);
    top.addClassName("roster-refusal-head");
    getContent().add(top, list);
    if (anyway != null) {
      getContent().add(wayPast(anyway));
    }
    getContent().setVisible(true);
  }

  void clear() {
    getContent().removeAll();
    getContent().setVisible(false);
  }

  private Div wayPast(Consumer<String> anyway) {
    TextField reason = new TextField(getTranslation("schedule.refusal.reason"));
    reason.setMaxLength(LONGEST);
    reason.addClassName("roster-refusal-reason");
    Runnable book =
        () -> {
          if (reason.getValue().isBlank()) {
            reason.setErrorMessage(getTranslation("schedule.refusal.reasonMissing"));
            reason.setInvalid(true);
            reason.focus();
          } else {
            anyway.accept(reason.getValue());
          }
        };
    reason.addKeyPressListener(Key.ENTER, press -> book.run());
    Button button = new Button(getTranslation("schedule.refusal.anyway"), click -> book.run());
    Div way = new Div(reason, button);
    way.addClassName("roster-refusal-way");
    return way;
  }
}
