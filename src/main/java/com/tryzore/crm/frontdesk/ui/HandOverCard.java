package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.HandOver;
import com.tryzore.crm.frontdesk.HandOverNote;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;

/** What the last shift left, to be ticked off, and a line to leave something for the next. */
final class HandOverCard extends Section {

  private static final String TYPED = "event.target.value";

  private final HandOver handOver;
  private final Reception reception;
  private final UnorderedList list = new UnorderedList();
  private final Paragraph none = new Paragraph(getTranslation("frontdesk.handOver.none"));
  private final TextField text = new TextField();

  HandOverCard(HandOver handOver, Reception reception) {
    this.handOver = handOver;
    this.reception = reception;
    addClassNames("zore-card", "desk-hand-over");
    none.addClassName("zore-muted");
    list.addClassName("desk-note-list");
    text.setAriaLabel(getTranslation("frontdesk.handOver.label"));
    text.setPlaceholder(getTranslation("frontdesk.handOver.label"));
    text.setMaxLength(HandOver.LONGEST);
    text.getElement()
        .addEventListener("keydown", key -> leave(key.getEventData().path(TYPED).asString("")))
        .setFilter("event.key === 'Enter' && !event.isComposing")
        .addEventData(TYPED);
    Button add = new Button(Icon.PLUS.create(), click -> leave(text.getValue()));
    add.addClassName("zore-icon-button");
    add.setAriaLabel(getTranslation("frontdesk.handOver.add"));
    Div line = new Div(text, add);
    line.addClassName("desk-note-new");
    add(new H2(getTranslation("frontdesk.handOver.title")), none, list, line);
  }

  /** Reads again. Notes that did not change stay as they are, and keep the focus they have. */
  void refresh() {
    List<HandOverNote> notes = handOver.notes();
    none.setVisible(notes.isEmpty());
    list.setVisible(!notes.isEmpty());
    list.getChildren()
        .filter(row -> !notes.contains(((Row) row).note))
        .toList()
        .forEach(list::remove);
    DeskWords words = reception.words(UI.getCurrent());
    for (int i = 0; i < notes.size(); i++) {
      boolean there =
          i < list.getComponentCount() && ((Row) list.getComponentAt(i)).note.equals(notes.get(i));
      if (!there) {
        list.addComponentAtIndex(i, new Row(notes.get(i), words));
      }
    }
  }

  private void leave(String typed) {
    if (!typed.isBlank()) {
      String note = typed.strip();
      handOver.leave(note.substring(0, Math.min(HandOver.LONGEST, note.length())));
      text.clear();
      refresh();
    }
    text.focus();
  }

  private final class Row extends ListItem {
    private final HandOverNote note;

    Row(HandOverNote note, DeskWords words) {
      this.note = note;
      addClassName("desk-note");
      Checkbox done = new Checkbox(note.text(), note.done());
      done.addValueChangeListener(
          change -> {
            if (change.isFromClient()) {
              handOver.tick(note.id(), change.getValue());
              refresh();
            }
          });
      Span by = new Span(words.about(note));
      by.addClassName("desk-note-by");
      if (note.done()) {
        addClassName("desk-note-done");
      }
      add(done, by);
    }
  }
}
