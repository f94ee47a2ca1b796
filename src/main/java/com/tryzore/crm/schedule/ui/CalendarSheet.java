package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.CalendarEvent;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.QueryState;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What the browser draws: events at the gym's wall times, with every word in the reader's language
 * ({@code calendar.js}). The browser knows of no zone but for the line that says what time it is.
 *
 * @param view one of {@link CalendarMode}, in lower case
 * @param date the day asked for
 * @param locale the reader's, for names of days and months
 * @param firstDay the first day of the week, Sunday is 0
 * @param zone the gym's
 * @param sprite where the icons are
 * @param more what stands for the events there is no room for, with # for their number
 * @param goTo what a day's heading does, with $0 for the day
 * @param today the word
 * @param movable whether events to come can be dragged
 * @param events what takes place
 */
record CalendarSheet(
    String view,
    String date,
    String locale,
    int firstDay,
    String zone,
    String sprite,
    String more,
    String goTo,
    String today,
    boolean movable,
    List<Item> events)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  CalendarSheet {
    events = List.copyOf(events);
  }

  /**
   * One event.
   *
   * @param start its beginning on the gym's wall clock
   * @param end its end there; where the clock goes back meanwhile, its beginning and how long it
   *     lasts
   * @param begins when it starts, in words
   * @param times from when to when, in words
   * @param share how full it is, in percent; -1 when there is no limit
   * @param queue how many wait
   */
  record Item(
      String id,
      String title,
      String start,
      String end,
      String begins,
      String times,
      String where,
      String fill,
      int share,
      int queue,
      String waiting,
      String state,
      String clash,
      String colour,
      String aloud,
      boolean cancelled,
      boolean over,
      boolean begun)
      implements Serializable {

    private static final long serialVersionUID = 1L;
  }

  static CalendarSheet of(
      CalendarMode mode,
      LocalDate date,
      Locale reader,
      EventWords words,
      boolean movable,
      List<CalendarEvent> events) {
    Instant now = Instant.now();
    Locale region = reader.equals(Locale.ENGLISH) ? Locale.UK : reader; // as in Formats
    return new CalendarSheet(
        QueryState.word(mode),
        date.toString(),
        region.toLanguageTag(),
        CalendarView.weekStart(reader).getValue() % 7,
        words.binding().zone().getId(),
        Icon.SPRITE,
        words.texts().get("schedule.calendar.more", "#"),
        words.texts().get("schedule.calendar.goTo", "$0"),
        words.texts().get("schedule.calendar.today"),
        movable,
        events.stream().map(event -> item(event, words, now)).toList());
  }

  private static Item item(CalendarEvent event, EventWords words, Instant now) {
    LocalDateTime start = LocalDateTime.ofInstant(event.startsAt(), words.binding().zone());
    LocalDateTime end = LocalDateTime.ofInstant(event.endsAt(), words.binding().zone());
    if (!end.isAfter(start)) {
      end = start.plus(Duration.between(event.startsAt(), event.endsAt()));
    }
    return new Item(
        event.id().toString(),
        event.title(),
        start.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME),
        end.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME),
        words.begins(event),
        words.times(event),
        words.whereAndWho(event),
        event.cancelled() ? "" : words.fill(event),
        event.capacity() == null ? -1 : (int) Math.round(event.fill() * 100),
        event.cancelled() ? 0 : event.waiting(),
        event.cancelled() ? "" : words.waiting(event),
        words.state(event),
        words.clash(event),
        event.colour(),
        words.aloud(event),
        event.cancelled(),
        event.over(now),
        !event.startsAt().isAfter(now));
  }
}
