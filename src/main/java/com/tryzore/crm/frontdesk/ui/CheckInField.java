package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.Source;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberHit;
import com.tryzore.crm.members.MemberSearch;
import com.tryzore.crm.members.ui.MemberDeed;
import com.tryzore.crm.members.ui.MemberDeeds;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.KeyHint;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;

/**
 * The one field of the desk: a name, a number or a card, then Enter. The browser's script ({@code
 * desk.js}) moves the highlight and marks what was typed when Enter is pressed, so that whoever
 * types on replaces it; the server answers, and clears the field only while it still holds what was
 * answered.
 */
@JavaScript("context://scripts/desk.js")
final class CheckInField extends Div {

  private static final int DEBOUNCE = 60;
  private static final int ROOM = 8;
  private static final String TYPED = "event.detail";
  private static final String ROW = "desk-answer-";
  private static final String LIST_ID = "desk-answers";

  private final MemberSearch search;
  private final Reception reception;
  private final Stage stage;
  private final Input field = new Input(ValueChangeMode.LAZY);
  private final Div list = new Div();
  private final Span status = new Span();
  private final DeedBar deeds;
  private transient List<MemberHit> found = List.of();

  CheckInField(MemberSearch search, Reception reception, MemberDeeds deeds, Stage stage) {
    this.search = search;
    this.reception = reception;
    this.stage = stage;
    this.deeds = new DeedBar(deeds.offered());
    addClassName("desk-field");
    field.setId("desk-who");
    field.setValueChangeTimeout(DEBOUNCE);
    field.setPlaceholder(getTranslation("frontdesk.field.placeholder"));
    attribute("role", "combobox");
    attribute("aria-autocomplete", "list");
    attribute("aria-expanded", "false");
    attribute("aria-controls", LIST_ID);
    attribute("autocomplete", "off");
    attribute("autocapitalize", "off");
    attribute("spellcheck", "false");
    attribute("maxlength", "100");
    NativeLabel label = new NativeLabel(getTranslation("frontdesk.field.label"));
    label.setFor(field);
    label.addClassName("zore-aloud");
    list.setId(LIST_ID);
    list.addClassName("desk-answers");
    list.getElement().setAttribute("role", "listbox");
    list.getElement().setAttribute("aria-label", getTranslation("frontdesk.field.answers"));
    status.addClassName("desk-field-status");
    status.getElement().setAttribute("role", "status");
    Div box = new Div(Icon.SCAN.create(), label, field, new KeyHint("↵"));
    box.addClassName("desk-field-box");
    Div answers = new Div(status, list, this.deeds);
    answers.addClassName("desk-field-answers");
    add(box, answers);
    field.addValueChangeListener(change -> answer(change.getValue()));
    getElement()
        .addEventListener(
            "desk-enter", enter -> enter(enter.getEventData().path(TYPED).asString("")))
        .addEventData(TYPED);
    this.deeds.onDeed(this, this::begin);
    addAttachListener(
        attached -> getElement().executeJs("window.zoreDesk.field(this, $0)", field.getElement()));
  }

  /** Puts the cursor there. */
  void focus() {
    field.focus();
  }

  /** Starts with something typed elsewhere; the first answer is highlighted. */
  void start(String typed) {
    field.setValue(typed);
    getElement().executeJs("window.zoreDesk.choose(this)");
  }

  private void answer(String text) {
    String typed = text.strip();
    show(typed, typed.isEmpty() ? List.of() : search.find(typed, ROOM + 1));
  }

  private List<MemberHit> show(String typed, List<MemberHit> hits) {
    DeskWords words = reception.words(UI.getCurrent());
    list.removeAll();
    found = hits;
    deeds.setVisible(!hits.isEmpty());
    int number = 0;
    for (MemberHit hit : hits.subList(0, Math.min(ROOM, hits.size()))) {
      list.add(
          new ResultRow(
              ROW + number++,
              hit,
              words,
              reception.photos(),
              () -> checkIn(field.getValue(), hit.id())));
    }
    attribute("aria-expanded", String.valueOf(!hits.isEmpty()));
    status.setText(says(typed, hits.size()));
    list.getElement().setAttribute("data-for", typed);
    return hits;
  }

  private String says(String typed, int found) {
    if (typed.isEmpty()) {
      return "";
    }
    if (found > ROOM) {
      return getTranslation("frontdesk.field.more", ROOM);
    }
    return found == 0
        ? getTranslation("frontdesk.field.none", typed)
        : getTranslation("frontdesk.field.count", found);
  }

  /** Enter on what was typed; an arrow's choice arrives as a click on its row. */
  private void enter(String text) {
    String typed = text.strip();
    if (typed.isEmpty()) {
      return;
    }
    if (hasDigit(typed) && reception.checkInNumber(typed, Source.SEARCH, stage)) {
      done(text);
      return;
    }
    List<MemberHit> hits = show(typed, search.find(typed, ROOM + 1));
    meant(text, typed, hits).ifPresent(member -> checkIn(text, member.id()));
  }

  /** Who is meant by what was typed; nobody when somebody has to be chosen first, which is said. */
  private Optional<MemberHit> meant(String text, String typed, List<MemberHit> hits) {
    return switch (Enter.on(typed, hits)) {
      case Enter.One(MemberHit member) -> Optional.of(member);
      case Enter.Several several -> {
        status.setText(
            hits.size() > ROOM
                ? getTranslation("frontdesk.field.chooseOrMore", ROOM)
                : getTranslation("frontdesk.field.choose", hits.size()));
        getElement().executeJs("window.zoreDesk.several(this, $0)", text);
        yield Optional.empty();
      }
      case Enter.Nobody nobody -> {
        getElement().executeJs("window.zoreDesk.several(this, $0)", text);
        yield Optional.empty();
      }
    };
  }

  /** Something else is to be done with the member in a row, or with whoever is meant. */
  private void begin(MemberDeed deed, String row, String text) {
    String typed = text.strip();
    Optional<MemberHit> member =
        chosen(row).or(() -> meant(text, typed, show(typed, search.find(typed, ROOM + 1))));
    member.ifPresent(
        hit -> {
          done(text);
          deed.begin(hit.id());
        });
  }

  private Optional<MemberHit> chosen(String row) {
    for (int number = 0; number < Math.min(ROOM, found.size()); number++) {
      if (row.equals(ROW + number)) {
        return Optional.of(found.get(number));
      }
    }
    return Optional.empty();
  }

  private void checkIn(String typed, ClientId client) {
    reception.checkIn(client, Source.SEARCH, stage);
    done(typed);
  }

  private void done(String typed) {
    show("", List.of());
    getElement().executeJs("window.zoreDesk.done(this, $0)", typed);
  }

  private static boolean hasDigit(String typed) {
    return typed.chars().anyMatch(Character::isDigit);
  }

  private void attribute(String name, String value) {
    field.getElement().setAttribute(name, value);
  }
}
