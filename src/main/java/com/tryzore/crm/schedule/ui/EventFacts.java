package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.CalendarDetail;
import com.tryzore.crm.schedule.CalendarEvent;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Money;
import com.tryzore.crm.ui.StatusBadge;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** When and where an event takes place, who leads it, how full it is. */
final class EventFacts extends Composite<Div> {

  private final transient EventWords words;

  EventFacts(EventWords words) {
    this.words = words;
    getContent().addClassName("event-facts");
  }

  void show(CalendarDetail detail) {
    CalendarEvent event = detail.event();
    getContent().removeAll();
    Span when =
        new Span(
            getTranslation(
                "schedule.event.when",
                words.formats().weekday(words.day(event)),
                words.times(event)));
    when.addClassName("event-when");
    Span where = new Span(words.whereAndWho(event));
    where.addClassName("zore-muted");
    Div lines = new Div(when, where);
    lines.addClassName("event-lines");
    getContent().add(lines, badges(detail));
    if (!event.cancelled()) {
      getContent().add(fill(event));
    }
    if (detail.description() != null) {
      Paragraph about = new Paragraph(detail.description());
      about.addClassName("event-about");
      getContent().add(about);
    }
    if (detail.meetingUrl() != null) {
      Anchor link =
          new Anchor(
              detail.meetingUrl(), getTranslation("schedule.event.meeting"), AnchorTarget.BLANK);
      link.getElement().setAttribute("rel", "noopener noreferrer");
      getContent().add(link);
    }
  }

  private Div badges(CalendarDetail detail) {
    CalendarEvent event = detail.event();
    Div badges = new Div();
    badges.addClassName("event-badges");
    badges.add(
        new StatusBadge(
            Tone.QUIET, Icon.CALENDAR, getTranslation("schedule.kind." + event.kind().word())));
    if (detail.inSeries()) {
      badges.add(
          new StatusBadge(Tone.QUIET, Icon.REFRESH, getTranslation("schedule.event.inSeries")));
    }
    if (event.cancelled()) {
      badges.add(
          new StatusBadge(
              Tone.BAD,
              Icon.CLOSE,
              detail.cancelledReason() == null || detail.cancelledReason().isBlank()
                  ? getTranslation("schedule.event.cancelled")
                  : getTranslation("schedule.event.cancelledBecause", detail.cancelledReason())));
    }
    if (event.trainerElsewhere()) {
      badges.add(new StatusBadge(Tone.CAUTION, Icon.WARNING, words.clash(event)));
    }
    if (detail.priceMinor() > 0) {
      badges.add(
          new StatusBadge(
              Tone.QUIET,
              Icon.CARD,
              words.formats().money(new Money(detail.priceMinor(), words.binding().currency()))));
    }
    detail.tags().forEach(tag -> badges.add(new StatusBadge(Tone.QUIET, Icon.TAG, tag)));
    return badges;
  }

  private Div fill(CalendarEvent event) {
    Div fill = new Div();
    fill.addClassNames("event-fill", "cal-colour-" + event.colour());
    if (event.capacity() != null) {
      Span bar = new Span();
      bar.addClassName("cal-bar");
      bar.getStyle().set("--fill", Math.round(event.fill() * 100) + "%");
      bar.getElement().setAttribute("aria-hidden", "true");
      fill.add(bar);
    }
    Span seats = new Span(words.fill(event));
    seats.addClassName("zore-strong");
    fill.add(seats);
    if (event.waiting() > 0) {
      fill.add(new StatusBadge(Tone.CAUTION, Icon.WAITLIST, words.waiting(event)));
    } else if (event.full()) {
      fill.add(new StatusBadge(Tone.CAUTION, Icon.LOCK, words.state(event)));
    }
    return fill;
  }
}
