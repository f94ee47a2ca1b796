package com.tryzore.crm.schedule.recurrence;

import com.tryzore.crm.schedule.recurrence.DaysOfMonth.OnDates;
import com.tryzore.crm.schedule.recurrence.DaysOfMonth.OnWeekdays;
import com.tryzore.crm.schedule.recurrence.Limit.Endless;
import com.tryzore.crm.schedule.recurrence.Limit.Times;
import com.tryzore.crm.schedule.recurrence.Limit.Until;
import com.tryzore.crm.schedule.recurrence.Pattern.Daily;
import com.tryzore.crm.schedule.recurrence.Pattern.Monthly;
import com.tryzore.crm.schedule.recurrence.Pattern.Weekly;
import com.tryzore.crm.schedule.recurrence.Pattern.Yearly;
import com.tryzore.crm.ui.Texts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * Says how something repeats, in the reader's language: "Every Monday and Wednesday at 18:00", "On
 * the last Tuesday of each month, 10 times". Immutable.
 */
public final class RecurrenceWords {

  private static final EnumSet<DayOfWeek> WORKDAYS =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private static final DateTimeFormatter DAY_AND_MONTH =
      DateTimeFormatter.ofLocalizedPattern("MMMMd");

  private final Locale locale;
  private final Texts texts;

  private RecurrenceWords(Locale reader) {
    // As in Formats: English without a country is read with the day before the month.
    this.locale = reader.equals(Locale.ENGLISH) ? Locale.UK : reader;
    this.texts = Texts.in(reader);
  }

  /** For a reader of this locale. */
  public static RecurrenceWords in(Locale reader) {
    return new RecurrenceWords(reader);
  }

  /** The days and the end, without a time of day. */
  public String say(Recurrence recurrence) {
    return capital(ending(days(recurrence), recurrence.limit()));
  }

  /**
   * The days, the time of day and the end.
   *
   * @param time the local time of the start
   */
  public String say(Recurrence recurrence, LocalTime time) {
    String shown =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(time);
    // Spanish has an article that knows one o'clock.
    String key = shown.startsWith("1:") ? "schedule.rule.atOne" : "schedule.rule.at";
    String timed = texts.get(key, days(recurrence), shown);
    return capital(ending(timed, recurrence.limit()));
  }

  /** Days of a month alone: the third Tuesday, the last day. */
  public String say(DaysOfMonth days) {
    return capital(days(days));
  }

  /** Why a rule is refused, as a sentence. */
  public String say(RuleReading.Refused refused) {
    return texts.get("schedule.rule.problem." + refused.problem().word(), refused.what());
  }

  private String ending(String sentence, Limit limit) {
    return switch (limit) {
      case Endless ignored -> sentence;
      case Times times -> texts.get("schedule.rule.times", sentence, times.count());
      case Until until ->
          texts.get(
              "schedule.rule.until",
              sentence,
              DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                  .withLocale(locale)
                  .format(until.lastDay()));
    };
  }

  private String days(Recurrence recurrence) {
    int interval = recurrence.interval();
    return switch (recurrence.pattern()) {
      case Daily ignored -> texts.get("schedule.rule.daily", interval);
      case Weekly weekly -> weekly(weekly, interval);
      case Monthly monthly -> texts.get("schedule.rule.monthly", interval, days(monthly.days()));
      case Yearly yearly ->
          interval == 1 && yearly.months().size() == Month.values().length
              ? texts.get("schedule.rule.monthly", 1, days(yearly.days()))
              : texts.get("schedule.rule.yearly", interval, days(yearly));
    };
  }

  private String weekly(Weekly weekly, int interval) {
    if (weekly.days().equals(WORKDAYS)) {
      return texts.get("schedule.rule.workdays", interval);
    }
    if (interval == 1 && weekly.days().size() == DayOfWeek.values().length) {
      return texts.get("schedule.rule.daily", 1);
    }
    DayOfWeek first =
        locale.getCountry().isEmpty()
            ? DayOfWeek.MONDAY
            : WeekFields.of(locale).getFirstDayOfWeek();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < DayOfWeek.values().length; i++) {
      DayOfWeek day = first.plus(i);
      if (weekly.days().contains(day)) {
        names.add(texts.get("schedule.rule.weekday." + day.getValue()));
      }
    }
    return texts.get("schedule.rule.weekly", interval, list(names));
  }

  private String days(DaysOfMonth days) {
    List<String> names = new ArrayList<>();
    switch (days) {
      case OnDates on -> {
        on.dates().stream().filter(date -> date > 0).map(this::date).forEach(names::add);
        on.dates().stream().filter(date -> date < 0).map(this::date).forEach(names::add);
      }
      case OnWeekdays on -> on.weekdays().stream().map(this::nth).forEach(names::add);
    }
    return list(names);
  }

  private String days(Yearly yearly) {
    List<String> names = new ArrayList<>();
    for (Month month : yearly.months()) {
      switch (yearly.days()) {
        case OnDates on -> on.dates().forEach(date -> names.add(date(month, date)));
        case OnWeekdays on -> on.weekdays().forEach(day -> names.add(inMonth(nth(day), month)));
      }
    }
    return list(names);
  }

  private String date(int date) {
    return date > 0
        ? texts.get("schedule.rule.date", date)
        : texts.get("schedule.rule.dateFromEnd", -date);
  }

  private String date(Month month, int date) {
    return date > 0 && date <= month.maxLength()
        ? texts.get(
            "schedule.rule.yearDate",
            DAY_AND_MONTH.withLocale(locale).format(LocalDate.of(2024, month, date)))
        : inMonth(date(date), month);
  }

  private String inMonth(String day, Month month) {
    String name = month.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    return texts.get("schedule.rule.inMonth", day, name);
  }

  private String nth(NthWeekday nth) {
    String day = nth.day().getDisplayName(TextStyle.FULL_STANDALONE, locale);
    return texts.get("schedule.rule.nth", nth.place(), day);
  }

  private String list(List<String> names) {
    String listed = names.get(0);
    for (int i = 1; i < names.size(); i++) {
      String key = i == names.size() - 1 ? "schedule.rule.and" : "schedule.rule.comma";
      listed = texts.get(key, listed, names.get(i));
    }
    return listed;
  }

  private String capital(String sentence) {
    return sentence.substring(0, 1).toUpperCase(locale) + sentence.substring(1);
  }
}
