package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.CalendarEvent;
import com.tryzore.crm.schedule.HeldPlace;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A place in a session that goes, and what becomes of it: given up, or exchanged for another. */
final class PlaceRow extends Composite<Div> {

  /** What becomes of it; {@code to} is null when it is given up. */
  private record Choice(@Nullable CalendarEvent to) {}

  private static final Choice GIVEN_UP = new Choice(null);

  private final transient HeldPlace place;
  private final Select<Choice> choice = new Select<>();

  PlaceRow(HeldPlace place, EventWords words, List<CalendarEvent> targets) {
    this.place = place;
    Span name = new Span(place.name());
    name.addClassName("zore-strong");
    Span held =
        new Span(
            getTranslation(
                "schedule.decide.place",
                words
                    .formats()
                    .weekday(LocalDate.ofInstant(place.startsAt(), words.binding().zone())),
                getTranslation(
                    "schedule.place." + place.status().name().toLowerCase(Locale.ROOT))));
    held.addClassNames("zore-small", "zore-muted");
    Div who = new Div(name, held);
    who.addClassName("decide-who");
    List<Choice> choices = new ArrayList<>(List.of(GIVEN_UP));
    targets.forEach(target -> choices.add(new Choice(target)));
    choice.setItems(choices);
    choice.setPlaceholder(getTranslation("schedule.decide.choose"));
    choice.setItemLabelGenerator(one -> one == null ? "" : label(one, words));
    choice.setRenderer(new ComponentRenderer<>(one -> new Span(label(one, words))));
    choice.setAriaLabel(getTranslation("schedule.decide.placeOf", place.name()));
    choice.addValueChangeListener(change -> choice.setInvalid(false));
    getContent().addClassName("decide-place");
    getContent().add(who, choice);
  }

  private String label(Choice one, EventWords words) {
    CalendarEvent to = one.to();
    return to == null
        ? getTranslation("schedule.decide.giveUp")
        : getTranslation(
            "schedule.decide.moveTo",
            to.title(),
            words.formats().weekday(words.day(to)),
            words.begins(to));
  }

  HeldPlace place() {
    return place;
  }

  boolean isDecided() {
    return choice.getValue() != null;
  }

  boolean isMoving() {
    return target() != null;
  }

  /** Where the place goes; null when it is given up or nothing is decided. */
  @Nullable CalendarEvent target() {
    Choice chosen = choice.getValue();
    return chosen == null ? null : chosen.to();
  }

  /** Decides that it is given up, unless something else was decided. */
  void giveUp() {
    if (choice.getValue() == null) {
      choice.setValue(GIVEN_UP);
    }
  }

  /** Decides what was decided about the same place before, if it still can be. */
  void decide(PlaceRow before) {
    CalendarEvent target = before.target();
    if (target != null) {
      choice
          .getListDataView()
          .getItems()
          .filter(one -> one.to() != null && one.to().id().equals(target.id()))
          .findFirst()
          .ifPresent(choice::setValue);
    } else if (before.isDecided()) {
      choice.setValue(GIVEN_UP);
    }
  }

  void missing() {
    choice.setErrorMessage(getTranslation("schedule.decide.missing"));
    choice.setInvalid(true);
  }

  void focus() {
    choice.focus();
  }
}
