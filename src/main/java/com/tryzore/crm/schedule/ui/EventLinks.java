package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Tier;
import com.tryzore.crm.schedule.CalendarEvent;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** The ways from an event to its roster: on paper, and for whoever teaches it to their own page. */
final class EventLinks extends Composite<Div> {

  EventLinks(CalendarEvent event, EventWords words) {
    getContent().addClassName("event-links");
    String slug = words.binding().slug();
    boolean mine = words.binding().user().equals(event.trainerId());
    if (mine) {
      Anchor own = new Anchor(TaughtAddress.of(slug, event.id()));
      own.add(Icon.MEMBERS.create(), new Span(getTranslation("schedule.taught.open")));
      own.getElement().setAttribute("router-link", true);
      own.addClassName("taught-way");
      getContent().add(own);
    }
    if (mine || words.binding().tier().atLeast(Tier.STAFF)) {
      Anchor print = new Anchor(TaughtAddress.print(slug, event.id()), "", AnchorTarget.BLANK);
      print.add(Icon.PRINT.create(), new Span(getTranslation("schedule.print.openFor")));
      print.addClassName("taught-way");
      getContent().add(print);
    }
    setVisible(getContent().getChildren().findAny().isPresent());
  }
}
