package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.RoomId;
import com.tryzore.crm.ui.QueryState;
import java.time.LocalDate;

/** Addresses of the calendar, for links from elsewhere. */
public final class CalendarAddress {

  static final String PATH = "calendar";

  private CalendarAddress() {}

  /** The calendar of a gym. */
  public static String of(String slug) {
    return "o/" + slug + "/" + PATH;
  }

  /** What takes place in a room, from today on. */
  static String ofRoom(String slug, RoomId room) {
    return "%s?%s=%s&%s=%s"
        .formatted(
            of(slug),
            CalendarState.VIEW,
            QueryState.word(CalendarMode.AGENDA),
            CalendarState.ROOM,
            room);
  }

  /**
   * An event in the calendar, on its day.
   *
   * @param day the day it starts on, in the gym's zone
   */
  public static String of(String slug, LocalDate day, EventId event) {
    return "%s?%s=%s&%s=%s"
        .formatted(of(slug), CalendarState.DATE, day, CalendarState.EVENT, event);
  }
}
