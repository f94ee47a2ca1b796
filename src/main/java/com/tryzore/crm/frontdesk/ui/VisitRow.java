package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.DeskVisit;
import com.tryzore.crm.ui.Avatar;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;

/** One line of today's list. */
final class VisitRow extends ListItem {

  private final DeskVisit visit;

  VisitRow(DeskVisit visit, DeskWords words, Reception reception, Runnable undo) {
    this.visit = visit;
    addClassName("desk-visit");
    Anchor name =
        new Anchor(
            DeskNavigation.profile(reception.bindings().required(), visit.client()), visit.name());
    name.addClassName("desk-visit-name");
    Span about = new Span(words.about(visit));
    about.addClassName("desk-visit-about");
    Div who = new Div(name, about);
    who.addClassName("desk-visit-who");
    Span time = new Span(words.formats().time(visit.at()));
    time.addClassName("desk-visit-time");
    String photo = reception.photos().small(visit.client(), visit.photoVersion());
    add(
        time,
        new Avatar(visit.name(), photo, Avatar.Size.SMALL),
        who,
        visit.undone() ? VisitLook.undone() : VisitLook.badge(visit.verdict()));
    if (visit.undone()) {
      addClassName("desk-visit-undone");
    } else {
      Button button =
          new Button(getTranslation("ui.toast.undo"), Icon.UNDO.create(), click -> undo.run());
      button.addClassNames("zore-quiet", "desk-visit-undo");
      button.setAriaLabel(getTranslation("frontdesk.undo.label", visit.name()));
      add(button);
    }
  }

  DeskVisit visit() {
    return visit;
  }
}
