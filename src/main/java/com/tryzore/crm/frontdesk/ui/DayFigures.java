package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.DayCounts;
import com.tryzore.crm.frontdesk.DeskBoard;
import com.tryzore.crm.frontdesk.PersonInside;
import com.tryzore.crm.ui.Avatar;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;

/** How many came, how many are new, and who is in the building. */
final class DayFigures extends Div {

  private static final int MOST = 200;

  private final DeskBoard board;
  private final Reception reception;
  private final Span visits = number();
  private final Span first = number();
  private final Span inside = number();
  private final Span insideWords = words("");
  private final Popover people = new Popover();

  DayFigures(DeskBoard board, Reception reception) {
    this.board = board;
    this.reception = reception;
    addClassName("desk-figures");
    NativeButton building = new NativeButton();
    building.add(inside, insideWords, Icon.CHEVRON_DOWN.create());
    building.addClassName("desk-figure");
    people.setTarget(building);
    people.setPosition(PopoverPosition.BOTTOM_END);
    people.setAutofocus(true);
    people.setAriaLabel(getTranslation("frontdesk.inside.title"));
    people.addOpenedChangeListener(
        change -> {
          people.removeAll();
          if (change.isOpened()) {
            people.add(whoIsInside());
          }
        });
    add(
        figure(visits, words(getTranslation("frontdesk.figures.visits"))),
        figure(first, words(getTranslation("frontdesk.figures.first"))),
        building,
        people);
  }

  /** Reads again. */
  void refresh() {
    DayCounts counts = board.counts();
    DeskWords words = reception.words(UI.getCurrent());
    visits.setText(words.formats().number(counts.visits()));
    first.setText(words.formats().number(counts.firstVisits()));
    inside.setText(words.formats().number(counts.inside()));
    insideWords.setText(getTranslation("frontdesk.figures.inside", counts.insideHours()));
  }

  private Component whoIsInside() {
    List<PersonInside> there = board.inside(MOST);
    if (there.isEmpty()) {
      return new Paragraph(getTranslation("frontdesk.inside.none"));
    }
    DeskWords words = reception.words(UI.getCurrent());
    UnorderedList list = new UnorderedList();
    list.addClassName("desk-inside");
    for (PersonInside person : there) {
      String photo = reception.photos().small(person.client(), person.photoVersion());
      Anchor name =
          new Anchor(
              DeskNavigation.profile(reception.bindings().required(), person.client()),
              person.name());
      Span since = new Span(words.formats().time(person.since()));
      since.addClassNames("zore-muted", "zore-number");
      list.add(new ListItem(new Avatar(person.name(), photo, Avatar.Size.SMALL), name, since));
    }
    return list;
  }

  private static Div figure(Span number, Span words) {
    Div figure = new Div(number, words);
    figure.addClassName("desk-figure");
    return figure;
  }

  private static Span number() {
    Span number = new Span();
    number.addClassName("desk-figure-number");
    return number;
  }

  private static Span words(String text) {
    Span words = new Span(text);
    words.addClassName("desk-figure-words");
    return words;
  }
}
