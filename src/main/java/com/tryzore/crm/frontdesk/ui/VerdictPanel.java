package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.BookedToday;
import com.tryzore.crm.frontdesk.CheckIn;
import com.tryzore.crm.frontdesk.CheckInVerdict;
import com.tryzore.crm.frontdesk.DeskMember;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The place below the check-in field: the last verdict, read aloud too, or a hint what to do. */
final class VerdictPanel extends Div {

  private static final CheckInVerdict NOTHING_MORE = new CheckInVerdict.Welcome();

  private final Reception reception;
  private final Div card = new Div();
  private final Span aloud = new Span();

  VerdictPanel(Reception reception) {
    this.reception = reception;
    addClassName("desk-stage");
    aloud.addClassName("zore-aloud");
    aloud.getElement().setAttribute("role", "status");
    add(card, aloud);
    waitForSomebody();
  }

  /** Shows who is in, and what can be done about it. */
  void present(CheckIn.Done done, Component... actions) {
    DeskWords words = reception.words(UI.getCurrent());
    List<BookedToday> booked = reception.booked(done.member().client());
    put(
        VerdictCard.of(done, words, reception.photos()).booked(booked, words).action(actions),
        done.member());
    aloud.setText(
        Stream.concat(
                Stream.of(words.aloud(words.title(done), done.member(), done.verdict())),
                booked.stream().map(place -> words.line(place).words()))
            .collect(Collectors.joining(". ")));
  }

  /** Shows who was in already. */
  void present(CheckIn.AlreadyIn in) {
    DeskWords words = reception.words(UI.getCurrent());
    put(
        VerdictCard.of(in, words, reception.photos())
            .booked(reception.booked(in.member().client()), words),
        in.member());
    aloud.setText(words.aloud(words.title(in), in.member(), NOTHING_MORE));
  }

  /** Shows who was turned away. */
  void turnedAway(CheckIn.Refused refused) {
    DeskWords words = reception.words(UI.getCurrent());
    put(VerdictCard.turnedAway(refused, words, reception.photos()), refused.member());
    aloud.setText(words.aloud(words.turnedAway(), refused.member(), NOTHING_MORE));
  }

  /** Shows what to do while nobody has come. */
  void waitForSomebody() {
    Div hint = new Div(Icon.SCAN.create(), new Span(getTranslation("frontdesk.idle")));
    hint.addClassName("desk-idle");
    card.removeAll();
    card.add(hint);
    aloud.setText("");
  }

  private void put(VerdictCard verdict, DeskMember member) {
    Anchor profile =
        new Anchor(
            DeskNavigation.profile(reception.bindings().required(), member.client()),
            getTranslation("frontdesk.profile"));
    profile.addClassName("zore-link-button");
    card.removeAll();
    card.add(verdict.action(profile));
  }
}
