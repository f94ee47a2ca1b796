package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.members.ui.MemberDeed;
import com.tryzore.crm.ui.KeyHint;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What else can be done with an answer of the check-in field, below the answers: with Alt and a
 * letter from the field, or with Tab and the letter alone. The browser's script says for whom.
 */
final class DeedBar extends Div {

  private static final String KEY = "event.detail.key";
  private static final String ROW = "event.detail.row";
  private static final String TYPED = "event.detail.typed";

  /** Hears a deed. */
  interface Listener {
    /**
     * A deed is to begin.
     *
     * @param row the id of the row that was chosen; empty when none was
     * @param typed what stands in the field
     */
    void begin(MemberDeed deed, String row, String typed);
  }

  private final transient List<MemberDeed> deeds;

  DeedBar(List<MemberDeed> deeds) {
    this.deeds = deeds;
    addClassName("desk-deeds");
    setVisible(false);
    for (MemberDeed deed : deeds) {
      NativeButton button = new NativeButton();
      button.add(deed.icon().create(), new Span(deed.words()), new KeyHint("Alt", deed.key()));
      button.getElement().setAttribute("data-key", deed.key());
      button.getElement().setAttribute("aria-keyshortcuts", "Alt+" + deed.key());
      add(button);
    }
  }

  /** Hears what the script tells of a field. */
  void onDeed(Component field, Listener listener) {
    field
        .getElement()
        .addEventListener(
            "desk-deed",
            event -> {
              JsonNode data = event.getEventData();
              String key = data.path(KEY).asString("");
              deeds.stream()
                  .filter(deed -> deed.key().equals(key))
                  .findFirst()
                  .ifPresent(
                      deed ->
                          listener.begin(
                              deed, data.path(ROW).asString(""), data.path(TYPED).asString("")));
            })
        .addEventData(KEY)
        .addEventData(ROW)
        .addEventData(TYPED);
  }
}
