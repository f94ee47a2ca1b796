package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.ui.Icon;

/** The pages behind the calendar, where the timetable is set up. */
enum ScheduleAddress {
  ROOMS("rooms", Icon.BUILDING),
  RULES("rules", Icon.SETTINGS);

  private final String path;
  private final Icon icon;

  ScheduleAddress(String path, Icon icon) {
    this.path = path;
    this.icon = icon;
  }

  String of(String slug) {
    return CalendarAddress.of(slug) + "/" + path;
  }

  Icon icon() {
    return icon;
  }

  /** The key of what it is called. */
  String titleKey() {
    return "schedule." + path + ".title";
  }
}
