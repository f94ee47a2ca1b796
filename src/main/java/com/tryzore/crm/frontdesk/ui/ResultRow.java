package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.members.MemberHit;
import com.tryzore.crm.members.ui.MemberPhotos;
import com.tryzore.crm.members.ui.StatusLook;
import com.tryzore.crm.ui.Avatar;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/**
 * One answer below the check-in field: the face, what tells it from namesakes, and how it stands.
 */
final class ResultRow extends Div {

  ResultRow(String id, MemberHit hit, DeskWords words, MemberPhotos photos, Runnable chosen) {
    setId(id);
    addClassName("desk-row");
    getElement().setAttribute("role", "option");
    getElement().setAttribute("aria-selected", "false");
    Span name = new Span(hit.name());
    name.addClassName("desk-row-name");
    Span tells = new Span(words.tells(hit));
    tells.addClassName("desk-row-tells");
    Div who = new Div(name, tells);
    who.addClassName("desk-row-who");
    Span end = new Span(words.end(hit.status(), hit.validUntil()));
    end.addClassName("desk-row-end");
    Div stands = new Div(StatusLook.badge(hit.status()), end);
    stands.addClassName("desk-row-stands");
    String photo = photos.small(hit.id(), hit.photoVersion());
    add(new Avatar(hit.name(), photo, Avatar.Size.MEDIUM), who, stands);
    addClickListener(click -> chosen.run());
  }
}
