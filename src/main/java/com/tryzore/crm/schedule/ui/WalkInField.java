package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.PlaceStatus;
import com.tryzore.crm.schedule.WalkInHit;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A name typed by whoever teaches; those who fit stand below, large enough for a thumb. */
final class WalkInField extends Composite<Div> {

  private static final int SHORTEST = 2;
  private static final int PAUSE_MILLIS = 500;

  private final TextField field = new TextField();
  private final Span said = new Span();
  private final UnorderedList hits = new UnorderedList();
  private final transient Function<String, List<WalkInHit>> find;
  private final transient Consumer<WalkInHit> onChoice;

  /**
   * @param find looks for somebody, logged
   * @param onChoice lets somebody in
   */
  WalkInField(Function<String, List<WalkInHit>> find, Consumer<WalkInHit> onChoice) {
    this.find = find;
    this.onChoice = onChoice;
    getContent().addClassName("class-walkin");
    field.setLabel(getTranslation("schedule.roster.walkIn"));
    field.setPlaceholder(getTranslation("schedule.taught.walkIn.hint"));
    field.setPrefixComponent(Icon.PLUS.create());
    field.setClearButtonVisible(true);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(PAUSE_MILLIS);
    field.setAutocapitalize(com.vaadin.flow.component.textfield.Autocapitalize.WORDS);
    field.addValueChangeListener(change -> show(change.getValue().strip()));
    field.addKeyPressListener(Key.ENTER, press -> show(field.getValue().strip()));
    said.addClassNames("zore-small", "zore-muted");
    said.getElement().setAttribute("role", "status");
    hits.addClassName("class-walkin-hits");
    hits.setVisible(false);
    getContent().add(field, said, hits);
  }

  private void show(String typed) {
    hits.removeAll();
    List<WalkInHit> found = typed.length() < SHORTEST ? List.of() : find.apply(typed);
    found.forEach(hit -> hits.add(new ListItem(button(hit))));
    hits.setVisible(!found.isEmpty());
    said.setText(
        typed.length() < SHORTEST
            ? ""
            : found.isEmpty()
                ? getTranslation("schedule.roster.nobody", typed)
                : getTranslation("schedule.taught.walkIn.found", found.size()));
  }

  private NativeButton button(WalkInHit hit) {
    Span name = new Span(hit.name());
    name.addClassName("zore-strong");
    Span facts = new Span(facts(hit));
    facts.addClassNames("zore-small", "zore-muted");
    NativeButton button =
        new NativeButton(
            "",
            click -> {
              clear();
              onChoice.accept(hit);
              field.focus();
            });
    button.addClassName("class-walkin-hit");
    button.add(name, facts);
    return button;
  }

  private String facts(WalkInHit hit) {
    PlaceStatus place = hit.place();
    if (place == PlaceStatus.WAITLISTED) {
      return getTranslation("schedule.taught.walkIn.waits", hit.memberNumber());
    }
    if (place != null) {
      return getTranslation("schedule.taught.walkIn.booked", hit.memberNumber());
    }
    return hit.allowed()
        ? hit.memberNumber()
        : getTranslation("schedule.taught.walkIn.refused", hit.memberNumber());
  }

  private void clear() {
    field.clear();
    hits.removeAll();
    hits.setVisible(false);
    said.setText("");
  }
}
