package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.members.MemberHit;
import com.tryzore.crm.members.MemberSearch;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A name typed onto the roster: arrows and Enter choose, Enter alone takes whoever is meant. */
final class BookField extends Composite<Div> {

  private final MemberBox field;
  private final Span said = new Span();
  private final transient Consumer<MemberHit> onChoice;

  /**
   * A field without a label.
   *
   * @param born says when somebody was born: namesakes are told apart by it
   */
  BookField(MemberSearch search, Function<LocalDate, String> born, Consumer<MemberHit> onChoice) {
    field = new MemberBox(search, born);
    this.onChoice = onChoice;
    getContent().addClassName("roster-book");
    field.addClassName("roster-book-field");
    field.setAllowCustomValue(true);
    field.setAutoOpen(true);
    field.addValueChangeListener(
        change -> {
          if (change.isFromClient() && change.getValue() != null) {
            choose(change.getValue());
          }
        });
    field.addCustomValueSetListener(custom -> enter(custom.getDetail()));
    said.addClassNames("zore-small", "zore-muted");
    said.getElement().setAttribute("role", "status");
    getContent().add(field, said);
  }

  /** What a name does now. */
  void label(String words) {
    field.setLabel(words);
  }

  void focus() {
    field.focus();
  }

  /** Enter, with nobody chosen from the list. */
  private void enter(String typed) {
    List<MemberHit> hits = field.found(typed);
    if (hits.size() == 1) {
      choose(hits.getFirst());
    } else {
      said.setText(
          hits.isEmpty()
              ? getTranslation("schedule.roster.nobody", typed)
              : getTranslation("schedule.roster.several", typed));
    }
  }

  private void choose(MemberHit hit) {
    said.setText("");
    field.setValue(hit);
    field.clear();
    onChoice.accept(hit);
  }
}
