package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.ui.Drawing;
import com.tryzore.crm.ui.EmptyState;
import com.tryzore.crm.ui.Texts;
import com.vaadin.flow.component.html.Anchor;

/** What stands where there is no class to show, and where to go from there. */
record TaughtStates(Texts texts, String slug) {

  /** No such class, or somebody else's: the same answer. */
  EmptyState unknown() {
    return new EmptyState(
            Drawing.LOST,
            texts.get("schedule.taught.unknown.title"),
            texts.get("schedule.taught.unknown.text"))
        .action(link(TaughtAddress.of(slug), "schedule.taught.title"));
  }

  /** Somebody else teaches it since a moment ago. */
  EmptyState gone(String title) {
    return new EmptyState(
            Drawing.LOCKED,
            texts.get("schedule.taught.gone.title"),
            texts.get("schedule.taught.gone.text", title))
        .action(link(TaughtAddress.of(slug), "schedule.taught.title"));
  }

  /** Nothing to teach for so many days. */
  EmptyState nothingAhead(int days) {
    return new EmptyState(
            Drawing.CALENDAR,
            texts.get("schedule.taught.none.title"),
            texts.get("schedule.taught.none.text", days))
        .action(link(CalendarAddress.of(slug), "schedule.calendar.title"));
  }

  private Anchor link(String address, String key) {
    Anchor link = new Anchor(address, texts.get(key));
    link.getElement().setAttribute("router-link", true);
    link.addClassName("taught-way");
    return link;
  }
}
