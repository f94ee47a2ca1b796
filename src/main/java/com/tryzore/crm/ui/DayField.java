package com.tryzore.crm.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A field for a day, written and read as the reader's language and region do, with or without
 * leading zeros and separators, and with a calendar in the reader's words. A text that is no day is
 * told in words, beside the field.
 *
 * <pre>{@code
 * new DayField(getTranslation("members.form.birthDate")).around(LocalDate.of(1990, 1, 1));
 * }</pre>
 */
public final class DayField extends DatePicker {

  /** A field with its label above. */
  public DayField(String label) {
    super(label);
    // English without a country as in Formats: day before month.
    Locale reader = getLocale().equals(Locale.ENGLISH) ? Locale.UK : getLocale();
    List<String> patterns = patterns(reader);
    DatePickerI18n words =
        new DatePickerI18n()
            .setMonthNames(
                Arrays.stream(java.time.Month.values())
                    .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, reader))
                    .toList())
            .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, reader))
            .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, reader))
            .setFirstDayOfWeek(WeekFields.of(reader).getFirstDayOfWeek().getValue() % 7)
            .setToday(getTranslation("ui.day.today"))
            .setCancel(getTranslation("ui.cancel"))
            .setDateFormats(
                patterns.getFirst(), patterns.subList(1, patterns.size()).toArray(String[]::new))
            .setBadInputErrorMessage(getTranslation("ui.day.unreadable", example(reader)));
    setLocale(reader);
    setI18n(words);
    setAutoOpen(false);
    setPlaceholder(example(reader));
  }

  /** Where the calendar opens while the field is empty. */
  public DayField around(LocalDate day) {
    setInitialPosition(day);
    return this;
  }

  /**
   * The reader's short pattern with all digits first, then what people type instead, in the letters
   * of date-fns.
   */
  static List<String> patterns(Locale reader) {
    String shown =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, reader)
            .replaceAll("y+", "yyyy")
            .replaceAll("M+", "MM")
            .replaceAll("d+", "dd");
    List<String> patterns = new ArrayList<>(List.of(shown));
    String order = shown.replaceAll("[^yMd]+", " ").strip();
    for (String separator : List.of(".", "/", "-", " ", "")) {
      for (String year : List.of("yyyy", "yy")) {
        String pattern = order.replace("yyyy", year).replace(" ", separator);
        patterns.add(separator.isEmpty() ? pattern : pattern.replace("MM", "M").replace("dd", "d"));
      }
    }
    patterns.add("yyyy-MM-dd");
    return patterns.stream().distinct().toList();
  }

  private static String example(Locale reader) {
    return patterns(reader)
        .getFirst()
        .replace("yyyy", "2026")
        .replace("MM", "03")
        .replace("dd", "14");
  }

  /** Sunday first, as the calendar counts them. */
  private static List<String> weekdays(TextStyle style, Locale reader) {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> day.minus(1).getDisplayName(style, reader))
        .toList();
  }
}
