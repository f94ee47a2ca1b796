package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.EventId;
import java.time.LocalDate;

/** Addresses of the calendar, for links from elsewhere. */
public final class CalendarAddress {

  static final String PATH = "calendar";

  private CalendarAddress() {}

  /** The calendar of a gym. */
  public static String of(String slug) {
    return "o/" + slug + "/" + PATH;
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
