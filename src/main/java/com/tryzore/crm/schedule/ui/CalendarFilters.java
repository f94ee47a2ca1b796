package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.Calendar;
import com.tryzore.crm.schedule.CalendarChoice;
import com.tryzore.crm.schedule.EventKind;
import com.tryzore.crm.tags.Tags;
import com.tryzore.crm.ui.FilterBar;
import com.tryzore.crm.ui.FilterBar.Choice;
import com.tryzore.crm.ui.QueryState;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** The filters above the calendar. */
final class CalendarFilters extends Composite<Div> {

  private final FilterBar bar;

  CalendarFilters(Calendar calendar, Tags tags, Consumer<QueryState> onChange) {
    bar = new FilterBar(onChange);
    bar.anyOf(CalendarState.ROOM, label("room"), () -> choices(calendar.rooms()));
    bar.anyOf(CalendarState.TRAINER, label("trainer"), () -> choices(calendar.trainers()));
    bar.anyOf(
        CalendarState.KIND,
        label("kind"),
        () ->
            Arrays.stream(EventKind.values())
                .map(
                    kind ->
                        new Choice(
                            QueryState.word(kind), getTranslation("schedule.kind." + kind.word())))
                .toList());
    bar.anyOf(
        CalendarState.TAG,
        label("tag"),
        () ->
            tags.all().stream()
                .map(tag -> new Choice(tag.id().value().toString(), tag.name()))
                .toList());
    getContent().add(bar);
  }

  void show(QueryState state) {
    bar.show(state);
  }

  void clear() {
    bar.clear();
  }

  private static List<Choice> choices(List<CalendarChoice> found) {
    return found.stream().map(one -> new Choice(one.id().toString(), one.name())).toList();
  }

  private String label(String name) {
    return getTranslation("schedule.calendar.filter." + name);
  }
}
