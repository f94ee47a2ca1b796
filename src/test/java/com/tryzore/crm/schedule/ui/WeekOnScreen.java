package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.schedule.Calendar;
import com.tryzore.crm.schedule.CalendarEvent;
import com.tryzore.crm.schedule.CalendarFilter;
import com.tryzore.crm.schedule.ui.CalendarMode.Days;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** A week of the calendar as the server answers it, without a browser; for benchmarks. */
public final class WeekOnScreen {

  private static final JsonMapper JSON = JsonMapper.shared();

  private WeekOnScreen() {}

  /** The events of a day's week, by the one statement. */
  public static List<CalendarEvent> events(Calendar calendar, Binding binding, LocalDate day) {
    Days days = CalendarMode.WEEK.drawn(day, CalendarView.weekStart(Locale.ENGLISH));
    return calendar.between(
        days.first().atStartOfDay(binding.zone()).toInstant(),
        days.end().atStartOfDay(binding.zone()).toInstant(),
        CalendarFilter.NONE);
  }

  /** The same as it goes to the browser: the sheet with every word, in JSON. */
  public static String answer(Calendar calendar, Binding binding, LocalDate day) {
    return JSON.writeValueAsString(
        CalendarSheet.of(
            CalendarMode.WEEK,
            day,
            Locale.ENGLISH,
            EventWords.of(Locale.ENGLISH, binding),
            true,
            events(calendar, binding, day)));
  }
}
