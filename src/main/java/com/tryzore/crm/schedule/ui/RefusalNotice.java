package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Why somebody is not booked, each rule in a sentence, and the way past them for who has it. */
final class RefusalNotice extends Composite<Div> {

  private static final int LONGEST = 500;

  private @Nullable TextField reason;

  /** A rule that failed, and the link that puts it right, if there is one. */
  record Line(String sentence, @Nullable Component mend) {}

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
  void show(String heading, List<Line> lines, @Nullable Consumer<String> anyway) {
    clear();
    UnorderedList list = new UnorderedList();
    lines.forEach(line -> list.add(item(line)));
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

  /** Puts the focus where the way past them is asked for; whether there is one. */
  boolean ask() {
    if (reason != null) {
      reason.focus();
    }
    return reason != null;
  }

  private static ListItem item(Line line) {
    ListItem item = new ListItem(new Span(line.sentence()));
    if (line.mend() != null) {
      item.add(line.mend());
    }
    return item;
  }

  /** Rules without a mend. */
  static List<Line> plain(List<String> sentences) {
    return sentences.stream().map(sentence -> new Line(sentence, null)).toList();
  }

  void clear() {
    reason = null;
    getContent().removeAll();
    getContent().setVisible(false);
  }

  private Div wayPast(Consumer<String> anyway) {
    TextField field = new TextField(getTranslation("schedule.refusal.reason"));
    reason = field;
    field.setValueChangeMode(ValueChangeMode.EAGER);
    field.setMaxLength(LONGEST);
    field.addClassName("roster-refusal-reason");
    Runnable book =
        () -> {
          if (field.getValue().isBlank()) {
            field.setErrorMessage(getTranslation("schedule.refusal.reasonMissing"));
            field.setInvalid(true);
            field.focus();
          } else {
            anyway.accept(field.getValue());
          }
        };
    field.addKeyPressListener(Key.ENTER, press -> book.run());
    Button button = new Button(getTranslation("schedule.refusal.anyway"), click -> book.run());
    Div way = new Div(field, button);
    way.addClassName("roster-refusal-way");
    return way;
  }
}
