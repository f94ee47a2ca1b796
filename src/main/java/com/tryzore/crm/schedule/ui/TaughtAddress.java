package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.EventId;

/** Addresses of what somebody teaches, and of its roster on paper. */
final class TaughtAddress {

  static final String PATH = "my-classes";
  static final String PRINT = "class-print";

  private TaughtAddress() {}

  /** Everything they teach. */
  static String of(String slug) {
    return "o/" + slug + "/" + PATH;
  }

  /** One class with its roster. */
  static String of(String slug, EventId event) {
    return of(slug) + "/" + event;
  }

  /** The roster of an event as a page to print; also for the desk. */
  static String print(String slug, EventId event) {
    return "o/" + slug + "/" + PRINT + "/" + event;
  }
}
