package com.tryzore.crm.schedule.ui;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in the calendar where something new can be.
 *
 * @param day the day at the gym
 * @param start when; null when only the day was chosen
 * @param length how long; null when nobody said
 */
record Slot(LocalDate day, @Nullable LocalTime start, @Nullable Duration length) {

  private static final Duration USUAL = Duration.ofHours(1);
  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private static final LocalTime LATE = LocalTime.of(22, 0);

  /**
   * When it is meant: without a time, the next full hour today and the evening of other days.
   *
   * @param now the time at the gym
   */
  LocalDateTime startsAt(LocalDateTime now) {
    LocalTime at = start;
    if (at == null) {
      at =
          day.equals(now.toLocalDate()) && now.toLocalTime().isBefore(LATE)
              ? now.toLocalTime().truncatedTo(ChronoUnit.HOURS).plusHours(1)
              : EVENING;
    }
    return LocalDateTime.of(day, at);
  }

  /** How long it is meant to last: an hour when nobody said. */
  Duration lasts() {
    return Objects.requireNonNullElse(length, USUAL);
  }
}
