package com.tryzore.crm.schedule.ui.imports;

import com.tryzore.crm.access.UserId;
import com.tryzore.crm.schedule.CalendarChoice;
import com.tryzore.crm.schedule.ImportMapping;
import com.tryzore.crm.schedule.ImportMapping.RoomMeaning;
import com.tryzore.crm.schedule.Room;
import com.tryzore.crm.schedule.ical.ComponentProblem;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Note;
import com.tryzore.crm.ui.Texts;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the names in the file mean at this gym, and what of the file cannot be taken. */
final class NamesPanel extends Div {

  private static final int LISTED = 50;

  /** A choice of what a place is. */
  private record RoomChoice(RoomMeaning meaning, String words) {}

  private final transient Map<String, RoomMeaning> rooms;
  private final transient Map<String, UserId> trainers;
  private final transient Consumer<ImportMapping> keep;

  /**
   * A form that is right from the start when the names are known.
   *
   * @param keep hears of a corrected mapping
   */
  NamesPanel(
      ImportKit kit,
      Brought brought,
      Consumer<ImportMapping> keep,
      Runnable giveUp,
      Runnable goOn) {
    this.rooms = new HashMap<>(brought.mapping().rooms());
    this.trainers = new HashMap<>(brought.mapping().trainers());
    this.keep = keep;
    addClassName("import-panel");
    Div head =
        new Div(
            new H2(getTranslation("schedule.import.names.title")),
            new Paragraph(
                getTranslation("schedule.import.names.text", brought.reading().drafts().size())));
    head.addClassName("import-head");
    add(head);
    problems(brought.reading().problems());
    if (!brought.rooms().isEmpty()) {
      List<Room> known = kit.rooms().list().stream().filter(room -> !room.archived()).toList();
      add(table("rooms", brought.rooms(), name -> room(name, known)));
    }
    if (!brought.trainers().isEmpty()) {
      List<CalendarChoice> people = kit.imports().people();
      add(table("trainers", brought.trainers(), name -> trainer(name, people)));
    }
    Button back = new Button(getTranslation("schedule.import.giveUp"), Icon.CLOSE.create());
    back.addClassName("zore-quiet");
    back.addClickListener(click -> giveUp.run());
    Button on = new Button(getTranslation("schedule.import.toCheck"), Icon.ARROW_RIGHT.create());
    on.setIconAfterText(true);
    on.addClassName("zore-primary");
    on.addClickListener(click -> goOn.run());
    Div bar = new Div(back, on);
    bar.addClassName("import-bar");
    add(bar);
  }

  private void problems(List<ComponentProblem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    ImportWords words = new ImportWords(Texts.in(getLocale()));
    UnorderedList list = new UnorderedList();
    list.addClassName("timetable-problems");
    problems.stream()
        .limit(LISTED)
        .forEach(problem -> list.add(new ListItem(words.problem(problem))));
    Div card =
        new Div(
            Note.of(Tone.CAUTION, getTranslation("schedule.import.problems", problems.size())),
            list);
    card.addClassNames("zore-card", "timetable-problem-card");
    add(card);
  }

  private Div table(String what, Map<String, Integer> names, Function<String, Component> field) {
    H3 title = new H3(getTranslation("schedule.import." + what));
    title.setId("timetable-" + what);
    Paragraph text = new Paragraph(getTranslation("schedule.import." + what + ".text"));
    text.addClassNames("zore-muted", "zore-small");
    UnorderedList list = new UnorderedList();
    list.getElement().setAttribute("aria-labelledby", "timetable-" + what);
    names.forEach(
        (name, count) -> {
          Span said = new Span(name);
          said.addClassName("zore-strong");
          Span times = new Span(getTranslation("schedule.import.names.count", count));
          times.addClassNames("zore-muted", "zore-small");
          Div left = new Div(new Div(said, times));
          left.addClassName("import-column-what");
          Div right = new Div(field.apply(name));
          right.addClassName("import-column-means");
          ListItem item = new ListItem(left, right);
          item.addClassName("import-column");
          list.add(item);
        });
    Div card = new Div(title, text, list);
    card.addClassNames("zore-card", "import-columns");
    return card;
  }

  private Select<RoomChoice> room(String name, List<Room> known) {
    List<RoomChoice> choices = new ArrayList<>();
    choices.add(
        new RoomChoice(
            new RoomMeaning.Create(), getTranslation("schedule.import.rooms.make", name)));
    choices.add(
        new RoomChoice(new RoomMeaning.Words(), getTranslation("schedule.import.rooms.words")));
    known.forEach(
        room -> choices.add(new RoomChoice(new RoomMeaning.Existing(room.id()), room.name())));
    Select<RoomChoice> select = new Select<>();
    select.setItems(choices);
    select.setItemLabelGenerator(RoomChoice::words);
    select.setAriaLabel(getTranslation("schedule.import.rooms.means", name));
    RoomMeaning now = Objects.requireNonNullElse(rooms.get(name), new RoomMeaning.Words());
    choices.stream()
        .filter(choice -> choice.meaning().equals(now))
        .findFirst()
        .ifPresent(select::setValue);
    select.addValueChangeListener(
        change -> {
          rooms.put(name, change.getValue().meaning());
          keep.accept(new ImportMapping(rooms, trainers));
        });
    return select;
  }

  private Select<CalendarChoice> trainer(String name, List<CalendarChoice> people) {
    Select<CalendarChoice> select = new Select<>();
    select.setItems(people);
    select.setEmptySelectionAllowed(true);
    String nobody = getTranslation("schedule.import.trainers.open");
    select.setEmptySelectionCaption(nobody);
    select.setPlaceholder(nobody);
    select.setItemLabelGenerator(one -> one == null ? nobody : one.name());
    select.setAriaLabel(getTranslation("schedule.import.trainers.means", name));
    UserId now = trainers.get(name);
    people.stream()
        .filter(one -> now != null && one.id().equals(now.value()))
        .findFirst()
        .ifPresent(select::setValue);
    select.addValueChangeListener(
        change -> {
          if (change.getValue() == null) {
            trainers.remove(name);
          } else {
            trainers.put(name, new UserId(change.getValue().id()));
          }
          keep.accept(new ImportMapping(rooms, trainers));
        });
    return select;
  }
}
