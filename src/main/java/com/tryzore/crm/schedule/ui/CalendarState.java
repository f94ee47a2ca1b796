package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.UserId;
import com.tryzore.crm.schedule.CalendarFilter;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.EventKind;
import com.tryzore.crm.tags.TagId;
import com.tryzore.crm.ui.QueryState;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calendar as it stands in its address. */
final class CalendarState {

  static final String VIEW = "view";
  static final String DATE = "date";
  static final String EVENT = "event";
  static final String ROOM = "room";
  static final String TRAINER = "trainer";
  static final String KIND = "kind";
  static final String TAG = "tag";

  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  private CalendarState() {}

  static Optional<CalendarMode> mode(QueryState state) {
    return state.choice(VIEW, CalendarMode.class);
  }

  /** The day asked for; a day no calendar was kept for counts as none. */
  static Optional<LocalDate> date(QueryState state) {
    return state.date(DATE).filter(day -> !day.isBefore(EARLIEST) && !day.isAfter(LATEST));
  }

  static Optional<EventId> event(QueryState state) {
    return state.id(EVENT).map(EventId::new);
  }

  static CalendarFilter filter(QueryState state) {
    return new CalendarFilter(
        ids(state, ROOM).collect(Collectors.toSet()),
        ids(state, TRAINER).map(UserId::new).collect(Collectors.toSet()),
        Set.copyOf(state.choices(KIND, EventKind.class)),
        ids(state, TAG).map(TagId::new).collect(Collectors.toSet()));
  }

  private static Stream<UUID> ids(QueryState state, String name) {
    return state.texts(name).stream()
        .map(text -> QueryState.EMPTY.with(name, text).id(name))
        .flatMap(Optional::stream);
  }
}
