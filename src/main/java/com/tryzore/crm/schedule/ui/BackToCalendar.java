package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

/** The way back from a page behind the calendar. */
public final class BackToCalendar extends Nav {

  /** A link, at a gym. */
  public BackToCalendar(String slug) {
    Anchor back = new Anchor(CalendarAddress.of(slug), "");
    back.add(Icon.ARROW_LEFT.create(), new Span(getTranslation("schedule.calendar.title")));
    addClassName("setup-back");
    getElement().setAttribute("aria-label", getTranslation("schedule.places.back"));
    add(back);
  }
}
