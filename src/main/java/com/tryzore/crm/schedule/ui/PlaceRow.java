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

/**
 * A place in a session that goes or gets too small, and what becomes of it: given up, exchanged for
 * another, or kept where it can be.
 */
final class PlaceRow extends Composite<Div> {

  /** What becomes of it; {@code to} is null unless it is exchanged. */
  private record Choice(@Nullable CalendarEvent to, boolean kept) {}

  private static final Choice GIVEN_UP = new Choice(null, false);
  private static final Choice KEPT = new Choice(null, true);

  private final transient HeldPlace place;
  private final boolean keepable;
  private final Select<Choice> choice = new Select<>();

  /**
   * A row.
   *
   * @param keepable whether the session stays, so that the place can; then it does until told
   */
  PlaceRow(HeldPlace place, EventWords words, List<CalendarEvent> targets, boolean keepable) {
    this.place = place;
    this.keepable = keepable;
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
    List<Choice> choices = new ArrayList<>(keepable ? List.of(KEPT, GIVEN_UP) : List.of(GIVEN_UP));
    targets.forEach(target -> choices.add(new Choice(target, false)));
    choice.setItems(choices);
    choice.setPlaceholder(getTranslation("schedule.decide.choose"));
    choice.setItemLabelGenerator(one -> one == null ? "" : label(one, words));
    choice.setRenderer(new ComponentRenderer<>(one -> new Span(label(one, words))));
    if (keepable) {
      choice.setValue(KEPT);
    }
    choice.setAriaLabel(getTranslation("schedule.decide.placeOf", place.name()));
    choice.addValueChangeListener(change -> choice.setInvalid(false));
    getContent().addClassName("decide-place");
    getContent().add(who, choice);
  }

  private String label(Choice one, EventWords words) {
    CalendarEvent to = one.to();
    if (one.kept()) {
      return getTranslation("schedule.decide.keep");
    }
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

  boolean isKeepable() {
    return keepable;
  }

  /** Whether something has to be done about it before the session is changed. */
  boolean isActedOn() {
    return target() != null || isReleased();
  }

  /** Whether it is given up although the session stays. */
  boolean isReleased() {
    return keepable && GIVEN_UP.equals(choice.getValue());
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
    } else if (before.isDecided() && before.keepable == keepable) {
      choice.setValue(before.choice.getValue());
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
