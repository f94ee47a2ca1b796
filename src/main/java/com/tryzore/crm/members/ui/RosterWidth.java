package com.tryzore.crm.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.function.Consumer;

/**
 * Tells whether the roster has room for columns. Its own width decides, not the window's: beside a
 * profile it is as narrow on a large screen as it is alone on a telephone.
 */
final class RosterWidth {

  private static final int ROOM_FOR_COLUMNS = 720;
  private static final String EVENT = "roster-width";
  private static final String NARROW = "event.detail";

  private RosterWidth() {}

  /** Tells now and whenever it changes. */
  static void watch(Component list, Consumer<Boolean> narrow) {
    Element element = list.getElement();
    element
        .addEventListener(
            EVENT, event -> narrow.accept(event.getEventData().path(NARROW).asBoolean(false)))
        .addEventData(NARROW);
    list.addAttachListener(
        attached ->
            element.executeJs(
                """
                let told;
                new ResizeObserver(() => {
                  const narrow = this.clientWidth < $0;
                  if (this.clientWidth && narrow !== told) {
                    told = narrow;
                    this.dispatchEvent(new CustomEvent($1, { detail: narrow }));
                  }
                }).observe(this)
                """,
                ROOM_FOR_COLUMNS,
                EVENT));
  }
}
