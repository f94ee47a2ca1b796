package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.members.MemberHit;
import com.tryzore.crm.members.MemberSearch;
import com.tryzore.crm.members.ui.StatusLook;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A name typed onto the roster: arrows and Enter choose, Enter alone takes whoever is meant. */
final class BookField extends Composite<Div> {

  private static final int ROOM = 8;

  private final ComboBox<MemberHit> field = new ComboBox<>();
  private final Span said = new Span();
  private final transient MemberSearch search;
  private final transient Consumer<MemberHit> onChoice;

  /**
   * A field without a label.
   *
   * @param born says when somebody was born: namesakes are told apart by it
   */
  BookField(MemberSearch search, Function<LocalDate, String> born, Consumer<MemberHit> onChoice) {
    this.search = search;
    this.onChoice = onChoice;
    getContent().addClassName("roster-book");
    field.addClassName("roster-book-field");
    field.setItemLabelGenerator(MemberHit::name);
    field.setRenderer(hits(born));
    field.setItems(
        query ->
            found(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
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

  /** How somebody found is shown, so that namesakes are told apart. */
  static Renderer<MemberHit> hits(Function<LocalDate, String> born) {
    return LitRenderer.<MemberHit>of(
            "<span class=\"roster-hit\"><strong>${item.name}</strong>"
                + "<span>${item.number} · ${item.status} ${item.born}</span></span>")
        .withProperty("name", MemberHit::name)
        .withProperty("number", MemberHit::memberNumber)
        .withProperty("born", hit -> hit.birthDate() == null ? "" : born.apply(hit.birthDate()))
        .withProperty("status", hit -> StatusLook.words(hit.status()));
  }

  /** What a name does now. */
  void label(String words) {
    field.setLabel(words);
  }

  void focus() {
    field.focus();
  }

  private List<MemberHit> found(String typed) {
    return typed.isBlank() ? List.of() : search.find(typed.strip(), ROOM);
  }

  /** Enter, with nobody chosen from the list. */
  private void enter(String typed) {
    List<MemberHit> hits = found(typed);
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
