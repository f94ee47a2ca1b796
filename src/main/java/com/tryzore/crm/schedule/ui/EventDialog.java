package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Tier;
import com.tryzore.crm.schedule.BookingsChanged;
import com.tryzore.crm.schedule.CalendarDetail;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.TimetableChanged;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/** An event over the calendar: its facts, and for the desk its roster. Other desks are heard. */
final class EventDialog extends Dialog {

  private final transient EventDialogs kit;
  private final transient EventId event;
  private final EventFacts facts;
  private final SeriesWays series;
  private final @Nullable RosterPanel roster;

  EventDialog(EventDialogs kit, CalendarDetail detail, EventWords words, Runnable leave) {
    this.kit = kit;
    this.event = detail.event().id();
    addClassNames("zore-dialog", "event-dialog");
    setHeaderTitle(detail.event().title());
    setWidth("44rem");
    Button close = new Button(Icon.CLOSE.create(), click -> leave.run());
    close.addClassNames("zore-quiet", "zore-icon-button");
    close.setAriaLabel(getTranslation("ui.close"));
    getHeader().add(close);
    addDialogCloseActionListener(closing -> leave.run());
    Div ways = new Div();
    ways.addClassName("event-ways");
    Moving moving = kit.moving(words);
    if (moving.movable(event)) {
      ways.add(
          new Button(
              getTranslation("schedule.move.open"),
              Icon.CLOCK.create(),
              click -> moving.ask(event)));
    }
    if (moving.changeable(event)) {
      ways.add(
          new Button(
              getTranslation("schedule.form.open"),
              Icon.EDIT.create(),
              click -> kit.forms().planning(words).edit(event)));
    }
    if (moving.cancellable(event)) {
      ways.add(
          new Button(
              getTranslation("schedule.cancel.open"),
              Icon.CLOSE.create(),
              click -> kit.forms().planning(words).cancel(event)));
    }
    facts = new EventFacts(words);
    series = new SeriesWays(kit.series(), event, words);
    ways.add(series, new EventLinks(detail.event(), words));
    add(facts, ways);
    boolean desk = words.binding().tier().atLeast(Tier.STAFF);
    roster = desk ? new RosterPanel(kit, words) : null;
    if (roster != null) {
      add(roster);
    }
    show(detail);
    kit.live()
        .subscribe(
            this,
            words.binding().organization().value(),
            ScheduleNews.TOPIC,
            BookingsChanged.class,
            this::hear);
    kit.live()
        .subscribe(
            this,
            words.binding().organization().value(),
            ScheduleNews.TOPIC,
            TimetableChanged.class,
            change -> refresh());
  }

  EventId event() {
    return event;
  }

  private void hear(BookingsChanged change) {
    if (change.events().isEmpty() || change.events().contains(event)) {
      refresh();
    }
  }

  private void refresh() {
    kit.calendar().find(event).ifPresent(this::show);
  }

  private void show(CalendarDetail detail) {
    facts.show(detail);
    series.refresh();
    if (roster != null) {
      roster.show(detail.event());
    }
  }
}
