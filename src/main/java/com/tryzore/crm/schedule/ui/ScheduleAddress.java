package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.ui.Icon;

/** The pages behind the calendar, where the timetable is set up. */
public enum ScheduleAddress {
  ROOMS("rooms", Icon.BUILDING),
  RULES("rules", Icon.SETTINGS),
  IMPORT("import", Icon.IMPORT);

  private final String path;
  private final Icon icon;

  ScheduleAddress(String path, Icon icon) {
    this.path = path;
    this.icon = icon;
  }

  /** Where it is, at a gym. */
  public String of(String slug) {
    return CalendarAddress.of(slug) + "/" + path;
  }

  Icon icon() {
    return icon;
  }

  /** The key of what it is called. */
  public String titleKey() {
    return "schedule." + path + ".title";
  }
}
