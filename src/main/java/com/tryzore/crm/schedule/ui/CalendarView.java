package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.BindingLostException;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.schedule.BookingsChanged;
import com.tryzore.crm.schedule.Calendar;
import com.tryzore.crm.schedule.CalendarEvent;
import com.tryzore.crm.schedule.CalendarFilter;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.TimetableChanged;
import com.tryzore.crm.schedule.ui.CalendarMode.Days;
import com.tryzore.crm.tags.Tags;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.LiveUpdates;
import com.tryzore.crm.ui.LoadFailed;
import com.tryzore.crm.ui.QueryState;
import com.tryzore.crm.ui.Shortcuts;
import com.tryzore.crm.ui.Toolbar;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The timetable by day, week, month or as an agenda; an event opens with its roster. */
@Route("o/:organization/calendar")
@PermitAll
@StyleSheet("context://styles/calendar.css")
class CalendarView extends Div
    implements AfterNavigationObserver, HasDynamicTitle, CalendarHead.Ways {

  private static final int ROOM_FOR_A_WEEK = 720;

  private final transient Calendar calendar;
  private final transient Binding binding;
  private final transient EventWords words;
  private final Toolbar toolbar = new Toolbar(getTranslation("schedule.calendar.title"));
  private final CalendarHead head = new CalendarHead(this);
  private final CalendarFilters filters;
  private final CalendarBoard board;
  private final transient Moving moving;
  private final transient Planning planning;
  private final boolean movable;
  private final Div none = new Div();
  private transient QueryState state = QueryState.EMPTY;
  private final transient OpenEvent open;

  CalendarView(
      Calendar calendar,
      Tags tags,
      EventDialogs dialogs,
      SchedulePlaces places,
      LiveUpdates live,
      Bindings bindings) {
    this.calendar = calendar;
    this.binding = bindings.required();
    this.words = EventWords.of(getLocale(), binding);
    moving = dialogs.moving(words);
    movable = moving.allowed();
    planning = dialogs.forms().planning(words);
    board = new CalendarBoard(this::open, this::showDay, moving::dragged, this::create);
    open = new OpenEvent(dialogs, words, board, () -> go(state.without(CalendarState.EVENT)));
    filters = new CalendarFilters(calendar, tags, this::go);
    addClassNames("zore-page", "cal-page");
    none.addClassName("cal-none");
    toolbar.actions(new ScheduleMenu(places, binding.slug()));
    add(toolbar, head, filters, board, none);
    if (movable) {
      toolbar.actions(newButton());
      Shortcuts.on(this, "n", this::create);
    }
    Shortcuts.on(this, "t", this::today);
    Shortcuts.on(this, "ArrowLeft", () -> step(-1));
    Shortcuts.on(this, "ArrowRight", () -> step(1));
    for (Class<?> news : List.of(BookingsChanged.class, TimetableChanged.class)) {
      live.subscribe(
          this, binding.organization().value(), ScheduleNews.TOPIC, news, change -> refresh());
    }
  }

  /** The first day of the reader's week; plain English begins on Monday, as its dates do. */
  static DayOfWeek weekStart(Locale reader) {
    return WeekFields.of(reader.equals(Locale.ENGLISH) ? Locale.UK : reader).getFirstDayOfWeek();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("schedule.calendar.title");
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    QueryState wanted = QueryState.of(event.getLocation());
    boolean otherDays =
        board.shown() == null
            || !wanted.without(CalendarState.EVENT).equals(state.without(CalendarState.EVENT));
    state = wanted;
    if (otherDays) {
      refresh();
    }
    CalendarState.event(state).ifPresentOrElse(open::show, open::close);
  }

  /** What moves events here. */
  Moving moving() {
    return moving;
  }

  /** What is drawn. */
  CalendarBoard board() {
    return board;
  }

  private void refresh() {
    filters.show(state);
    CalendarFilter filter = CalendarState.filter(state);
    DayOfWeek weekStart = weekStart(getLocale());
    Days drawn = mode().drawn(date(), weekStart);
    head.show(mode(), date(), mode().days(date(), weekStart), words.formats());
    try {
      List<CalendarEvent> events =
          calendar.between(
              drawn.first().atStartOfDay(binding.zone()).toInstant(),
              drawn.end().atStartOfDay(binding.zone()).toInstant(),
              filter);
      toolbar.count(getTranslation("schedule.calendar.count", events.size()));
      board.show(CalendarSheet.of(mode(), date(), getLocale(), words, movable, events));
      instead(events.isEmpty() ? nothing(filter, drawn) : null);
    } catch (DataAccessException | TransactionException failed) {
      if (BindingLostException.in(failed).isPresent()) {
        throw failed;
      }
      toolbar.count("");
      instead(new LoadFailed(this::refresh));
    }
  }

  private NothingOn nothing(CalendarFilter filter, Days drawn) {
    return new NothingOn(
        mode(),
        filter.isEmpty() ? null : filters::clear,
        calendar
            .nextStart(drawn.end().atStartOfDay(binding.zone()).toInstant(), filter)
            .map(start -> LocalDate.ofInstant(start, binding.zone()))
            .orElse(null),
        words.formats(),
        this::day);
  }

  /** Shows something in place of the days, or the days. */
  private void instead(@Nullable Component other) {
    none.removeAll();
    none.setVisible(other != null);
    board.setVisible(other == null);
    if (other != null) {
      none.add(other);
    }
  }

  private Button newButton() {
    Button button =
        new Button(getTranslation("schedule.calendar.new"), Icon.PLUS.create(), click -> create());
    button.addClassName("zore-primary");
    button.setTooltipText(getTranslation("schedule.calendar.new.key"));
    return button;
  }

  private void create() {
    create(new Slot(date(), null, null));
  }

  /** Opens the form of something new there, for those who may. */
  void create(Slot slot) {
    if (movable) {
      LocalDateTime now = LocalDateTime.now(binding.zone());
      planning.create(slot.startsAt(now), slot.lasts());
    }
  }

  private CalendarMode mode() {
    return CalendarState.mode(state)
        .orElseGet(() -> isNarrow() ? CalendarMode.AGENDA : CalendarMode.WEEK);
  }

  /** On a telephone what comes next is more use than a week of columns. */
  private static boolean isNarrow() {
    int width = UI.getCurrent().getPage().getExtendedClientDetails().getWindowInnerWidth();
    return width > 0 && width < ROOM_FOR_A_WEEK;
  }

  private LocalDate date() {
    return CalendarState.date(state).orElseGet(words.formats()::today);
  }

  @Override
  public void today() {
    go(state.without(CalendarState.DATE));
  }

  @Override
  public void step(int steps) {
    day(mode().step(date(), steps));
  }

  @Override
  public void day(LocalDate day) {
    boolean today = day.equals(words.formats().today());
    go(state.with(CalendarState.DATE, today ? "" : day.toString()));
  }

  @Override
  public void mode(CalendarMode mode) {
    go(state.with(CalendarState.VIEW, mode));
  }

  private void showDay(LocalDate day) {
    go(state.with(CalendarState.VIEW, CalendarMode.DAY).with(CalendarState.DATE, day.toString()));
  }

  private void open(EventId event) {
    go(state.with(CalendarState.EVENT, event.toString()));
  }

  private void go(QueryState changed) {
    UI.getCurrent().navigate(CalendarAddress.of(binding.slug()), changed.toParameters());
  }
}
