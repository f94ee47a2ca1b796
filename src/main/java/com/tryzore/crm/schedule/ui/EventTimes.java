package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import com.tryzore.crm.ui.DayField;
import com.tryzore.crm.ui.FormDialog;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * Day, start, and how long: by the end or by the minutes, the one follows from the other. An end
 * before the start is on the next day.
 */
final class EventTimes {

  private static final int SHORTEST = (int) SeriesTimes.SHORTEST.toMinutes();
  private static final int LONGEST = (int) SeriesTimes.LONGEST.toMinutes();

  final DayField day = new DayField(words("day"));
  final TimePicker start = new TimePicker(words("start"));
  final TimePicker end = new TimePicker(words("end"));
  final IntegerField minutes = new IntegerField(words("minutes"));

  private final ZoneId zone;
  private Runnable onChange = () -> {};
  private boolean following;

  EventTimes(ZoneId zone, Locale reader) {
    this.zone = zone;
    day.setRequiredIndicatorVisible(true);
    for (TimePicker time : new TimePicker[] {start, end}) {
      time.setLocale(reader.equals(Locale.ENGLISH) ? Locale.UK : reader);
      time.setStep(Duration.ofMinutes(15));
    }
    start.setRequiredIndicatorVisible(true);
    start.setManualValidation(true);
    minutes.setStepButtonsVisible(true);
    minutes.setStep(5);
    minutes.setMin(SHORTEST);
    minutes.setMax(LONGEST);
    minutes.setManualValidation(true);
    day.addValueChangeListener(change -> follow(this::endFollows));
    start.addValueChangeListener(change -> follow(this::endFollows));
    minutes.addValueChangeListener(change -> follow(this::endFollows));
    end.addValueChangeListener(change -> follow(this::minutesFollow));
  }

  /** Adds the fields to a form. */
  void addTo(FormDialog form) {
    form.fields(day, start, end, minutes);
  }

  /** Hears whenever one of them has changed. */
  void onChange(Runnable listener) {
    onChange = listener;
  }

  void read(LocalDateTime startsAt, Duration length) {
    following = true;
    day.setValue(startsAt.toLocalDate());
    start.setValue(startsAt.toLocalTime());
    minutes.setValue((int) length.toMinutes());
    endFollows();
    following = false;
  }

  /** The times as they stand; empty while something of them is missing or wrong. */
  Optional<MoveTo> typed() {
    LocalDate on = day.getValue();
    LocalTime at = start.getValue();
    Integer lasts = minutes.getValue();
    return on == null || at == null || lasts == null || lasts < SHORTEST || lasts > LONGEST
        ? Optional.empty()
        : Optional.of(new MoveTo(LocalDateTime.of(on, at), Duration.ofMinutes(lasts)));
  }

  /** The times, or what is wrong is said beside the fields and the first of them has the focus. */
  Optional<MoveTo> write() {
    Optional<MoveTo> typed = typed();
    Integer lasts = minutes.getValue();
    wrong(start, start.isEmpty(), "start.missing");
    wrong(minutes, lasts == null || lasts < SHORTEST || lasts > LONGEST, "minutes.wrong");
    if (day.isEmpty()) {
      wrong(day, true, "day.missing");
      day.focus();
    } else if (start.isEmpty()) {
      start.focus();
    } else if (typed.isEmpty()) {
      minutes.focus();
    }
    return typed;
  }

  private static void wrong(HasValidationProperties field, boolean wrong, String message) {
    field.setErrorMessage(wrong ? words(message) : "");
    field.setInvalid(wrong);
  }

  private void follow(Runnable other) {
    if (!following) {
      following = true;
      other.run();
      following = false;
      onChange.run();
    }
  }

  private void endFollows() {
    LocalDate on = day.getValue();
    LocalTime at = start.getValue();
    Integer lasts = minutes.getValue();
    if (on != null && at != null && lasts != null && lasts >= SHORTEST && lasts <= LONGEST) {
      ZonedDateTime ends =
          SeriesTimes.startsAt(LocalDateTime.of(on, at), zone).atZone(zone).plusMinutes(lasts);
      end.setValue(ends.toLocalTime());
      nextDay(ends.toLocalDate().isAfter(on));
    }
  }

  private void minutesFollow() {
    LocalDate on = day.getValue();
    LocalTime at = start.getValue();
    LocalTime until = end.getValue();
    if (on != null && at != null && until != null) {
      boolean next = !until.isAfter(at);
      LocalDateTime ends = LocalDateTime.of(next ? on.plusDays(1) : on, until);
      long lasts =
          Duration.between(
                  SeriesTimes.startsAt(LocalDateTime.of(on, at), zone),
                  SeriesTimes.startsAt(ends, zone))
              .toMinutes();
      minutes.setValue((int) lasts);
      nextDay(next);
    }
  }

  private void nextDay(boolean next) {
    end.setHelperText(next ? words("end.nextDay") : "");
  }

  private static String words(String field) {
    return I18NProvider.translate("schedule.move." + field);
  }
}
