package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.BookedToday;
import com.tryzore.crm.frontdesk.CheckIn;
import com.tryzore.crm.frontdesk.CheckInVerdict;
import com.tryzore.crm.frontdesk.DeskMember;
import com.tryzore.crm.members.ui.MemberPhotos;
import com.tryzore.crm.ui.Avatar;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/**
 * A verdict to be read at arm's length: its colour, icon and word, the face, the name and the end
 * date, then the reasons. It stays until the next one comes.
 */
final class VerdictCard extends Div {

  private final Div actions = new Div();
  private final UnorderedList booked = new UnorderedList();

  /** What became of a check-in. */
  static VerdictCard of(CheckIn answer, DeskWords words, MemberPhotos photos) {
    return switch (answer) {
      case CheckIn.Done done ->
          new VerdictCard(
              new Head(CheckInLook.tone(answer), CheckInLook.icon(answer), words.title(answer)),
              done.member(),
              done.verdict(),
              words,
              photos);
      case CheckIn.AlreadyIn in ->
          new VerdictCard(
              new Head(CheckInLook.tone(answer), CheckInLook.icon(answer), words.title(answer)),
              in.member(),
              in.verdict() instanceof CheckInVerdict.Caution ? in.verdict() : WELCOME,
              words,
              photos);
      case CheckIn.Refused refused ->
          new VerdictCard(
              new Head(CheckInLook.tone(answer), CheckInLook.icon(answer), words.title(answer)),
              refused.member(),
              refused.verdict(),
              words,
              photos);
      case CheckIn.Unknown unknown -> throw new IllegalArgumentException("Nobody to show");
    };
  }

  /** Somebody who was turned away. */
  static VerdictCard turnedAway(CheckIn.Refused answer, DeskWords words, MemberPhotos photos) {
    return new VerdictCard(
        new Head(Tone.QUIET, Icon.MINUS, words.turnedAway()),
        answer.member(),
        answer.verdict(),
        words,
        photos);
  }

  private static final CheckInVerdict WELCOME = new CheckInVerdict.Welcome();

  /** The loud line on top. */
  private record Head(Tone tone, Icon icon, String words) {}

  private VerdictCard(
      Head head, DeskMember member, CheckInVerdict verdict, DeskWords words, MemberPhotos photos) {
    addClassNames("desk-verdict", head.tone().className());
    Div banner = new Div(head.icon().create(), new Span(head.words()));
    banner.addClassName("desk-verdict-banner");
    String name = member.person().fullName();
    String photo = photos.large(member.client(), member.person().photoVersion());
    H2 title = new H2(name);
    title.addClassName("desk-verdict-name");
    Paragraph end = new Paragraph(words.end(member.right().status(), member.right().lastDay()));
    end.addClassName("desk-verdict-end");
    Div who = new Div(title, end);
    who.addClassName("desk-verdict-who");
    UnorderedList reasons = new UnorderedList();
    reasons.addClassName("desk-reasons");
    words.lines(member, verdict).forEach(line -> reasons.add(reason(line)));
    if (reasons.getChildren().findAny().isPresent()) {
      who.add(reasons);
    }
    booked.addClassNames("desk-reasons", "desk-booked");
    booked.setVisible(false);
    who.add(booked);
    Paragraph facts = new Paragraph(words.facts(member));
    facts.addClassName("desk-verdict-facts");
    who.add(facts);
    actions.addClassName("desk-verdict-actions");
    Div body = new Div(new Avatar(name, photo, Avatar.Size.HUGE), who);
    body.addClassName("desk-verdict-body");
    add(banner, body);
  }

  /** What the member has a place in today. */
  VerdictCard booked(List<BookedToday> places, DeskWords words) {
    places.forEach(place -> booked.add(reason(words.line(place))));
    booked.setVisible(!places.isEmpty());
    return this;
  }

  /** What can be done about it. */
  VerdictCard action(Component... components) {
    actions.add(components);
    add(actions);
    return this;
  }

  private static ListItem reason(DeskWords.Line line) {
    ListItem item = new ListItem(line.icon().create(), new Span(line.words()));
    item.addClassName(line.tone().className());
    return item;
  }
}
