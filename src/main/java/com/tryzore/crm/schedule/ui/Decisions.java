package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.Clash;
import com.tryzore.crm.schedule.Despite;
import com.tryzore.crm.schedule.HeldPlace;
import com.tryzore.crm.schedule.ParticipantId;
import com.tryzore.crm.schedule.SeriesImpact;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands against a change of a series, each with what is decided about it. */
final class Decisions extends Composite<Div> {

  private final transient EventWords words;
  private final transient PlaceMoves moves;
  private final Checkbox room = decision("schedule.decide.room");
  private final Checkbox trainer = decision("schedule.decide.trainer");
  private final Checkbox overfull = decision("schedule.decide.overfull");
  private final List<PlaceRow> places = new ArrayList<>();

  Decisions(EventWords words, PlaceMoves moves) {
    this.words = words;
    this.moves = moves;
    getContent().addClassName("decisions");
  }

  /** Shows what stands against it; what was decided about the same places stays decided. */
  void show(SeriesImpact impact, PlaceMoves.Leaving leaving) {
    getContent().removeAll();
    Map<ParticipantId, PlaceRow> before =
        places.stream().collect(Collectors.toMap(row -> row.place().participant(), row -> row));
    places.clear();
    clear(room);
    clear(trainer);
    clear(overfull);
    if (!impact.lost().isEmpty()) {
      getContent().add(lost(impact.lost(), leaving, before));
    }
    ClashWords clashes = new ClashWords(words);
    Function<Clash, Component> clash = one -> new ListItem(clashes.say(one));
    if (!impact.roomClashes().isEmpty()) {
      getContent().add(part("schedule.decide.roomTaken", list(impact.roomClashes(), clash), room));
    }
    if (!impact.trainerClashes().isEmpty()) {
      getContent()
          .add(part("schedule.decide.trainerBusy", list(impact.trainerClashes(), clash), trainer));
    }
    if (!impact.overfull().isEmpty()) {
      getContent().add(tooSmall(impact.overfull(), leaving, before));
    }
    setVisible(getContent().getComponentCount() > 0);
  }

  /** The places that are exchanged for others, or given up although their session stays. */
  List<PlaceRow> actedOn() {
    return places.stream().filter(PlaceRow::isActedOn).toList();
  }

  /** What is decided; empty, with what is missing marked, while something is not. */
  Optional<Despite> despite() {
    List<Checkbox> asked =
        Stream.of(room, trainer, overfull).filter(box -> box.getParent().isPresent()).toList();
    List<Checkbox> open = asked.stream().filter(box -> !box.getValue()).toList();
    asked.forEach(Decisions::clear);
    open.forEach(Decisions::missing);
    List<PlaceRow> undecided = places.stream().filter(row -> !row.isDecided()).toList();
    undecided.forEach(PlaceRow::missing);
    if (!undecided.isEmpty()) {
      undecided.getFirst().focus();
      return Optional.empty();
    }
    if (!open.isEmpty()) {
      open.getFirst().focus();
      return Optional.empty();
    }
    return Optional.of(
        new Despite(
            room.getValue(),
            trainer.getValue(),
            places.stream().anyMatch(row -> !row.isKeepable()),
            overfull.getValue()));
  }

  private Div lost(
      List<HeldPlace> lost, PlaceMoves.Leaving leaving, Map<ParticipantId, PlaceRow> before) {
    Button all =
        new Button(
            getTranslation("schedule.decide.giveUpAll"), click -> places.forEach(PlaceRow::giveUp));
    all.setVisible(lost.size() > 1);
    return part("schedule.decide.lost", rows(lost, leaving, before, false), all);
  }

  private Div tooSmall(
      List<SeriesImpact.Overfull> sessions,
      PlaceMoves.Leaving leaving,
      Map<ParticipantId, PlaceRow> before) {
    Div all = new Div();
    all.addClassName("decide-places");
    for (SeriesImpact.Overfull one : sessions) {
      Span session =
          new Span(
              getTranslation(
                  "schedule.decide.overfullOne",
                  words
                      .formats()
                      .weekday(LocalDate.ofInstant(one.startsAt(), words.binding().zone())),
                  one.booked(),
                  one.seats()));
      all.add(session, rows(moves.seated(one.event()), leaving, before, true));
    }
    return part("schedule.decide.tooSmall", all, overfull);
  }

  private Div rows(
      List<HeldPlace> held,
      PlaceMoves.Leaving leaving,
      Map<ParticipantId, PlaceRow> before,
      boolean keepable) {
    Div rows = new Div();
    rows.addClassName("decide-places");
    for (HeldPlace place : held) {
      PlaceRow row = new PlaceRow(place, words, moves.targets(place, leaving), keepable);
      Optional.ofNullable(before.get(place.participant())).ifPresent(row::decide);
      places.add(row);
      rows.add(row);
    }
    return rows;
  }

  private Div part(String heading, Component what, Component decision) {
    H3 head = new H3(Icon.WARNING.create(), new Span(getTranslation(heading)));
    Div part = new Div(head, what, decision);
    part.addClassNames("decision", "zore-tone-caution");
    return part;
  }

  private static <T> UnorderedList list(List<T> all, Function<T, Component> line) {
    UnorderedList list = new UnorderedList();
    all.forEach(one -> list.add(line.apply(one)));
    return list;
  }

  private Checkbox decision(String key) {
    Checkbox box = new Checkbox(getTranslation(key));
    box.addValueChangeListener(change -> clear(box));
    return box;
  }

  private static void clear(Checkbox box) {
    box.setInvalid(false);
    if (box.getParent().isEmpty()) {
      box.setValue(false);
    }
  }

  private static void missing(Checkbox box) {
    box.setErrorMessage(box.getTranslation("schedule.decide.missing"));
    box.setInvalid(true);
  }
}
