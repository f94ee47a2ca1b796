package com.tryzore.crm.schedule.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the nights of clock changes do to sessions. */
class ClockChangeTest {

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2027-03-14T01:30, 60, CHANGES_MEANWHILE",
    "America/New_York, 2027-03-14T02:30, 60, SKIPS_START",
    "America/New_York, 2027-03-14T03:30, 60, NONE",
    "America/New_York, 2027-11-07T00:30, 100, CHANGES_MEANWHILE",
    "America/New_York, 2027-11-07T01:30, 60, REPEATS_START",
    "America/New_York, 2027-11-07T02:00, 60, NONE",
    "America/New_York, 2027-11-08T01:30, 60, NONE",
    "Australia/Lord_Howe, 2026-10-04T02:15, 60, SKIPS_START",
    "UTC, 2027-03-14T02:30, 60, NONE",
  })
  void is_told_of_the_sessions_it_touches(
      String zone, LocalDateTime start, int minutes, ClockChange expected) {
    SeriesTimes times =
        SeriesTimes.of(
            start,
            ZoneId.of(zone),
            Duration.ofMinutes(minutes),
            Recurrence.of(new Pattern.Daily()));
    assertThat(ClockChange.of(times.at(start), times.zone())).isEqualTo(expected);
  }
}
