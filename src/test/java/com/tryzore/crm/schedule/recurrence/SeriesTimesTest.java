package com.tryzore.crm.schedule.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A class keeps its hour on the wall, whatever the clocks do. */
class SeriesTimesTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Recurrence DAILY = Recurrence.of(new Pattern.Daily());

  @ParameterizedTest
  @CsvSource({
    // the clock skips 02:00 to 03:00; read with the offset before, as RFC 5545 has it
    "America/New_York, 2027-03-14T02:30, 2027-03-14T07:30:00Z",
    "America/New_York, 2027-03-14T03:30, 2027-03-14T07:30:00Z",
    // the clock shows 01:00 to 02:00 twice; the first
    "America/New_York, 2026-11-01T01:30, 2026-11-01T05:30:00Z",
    "Europe/Berlin, 2027-03-28T02:30, 2027-03-28T01:30:00Z",
    "Europe/Berlin, 2026-10-25T02:30, 2026-10-25T00:30:00Z",
    // half an hour is skipped and repeated
    "Australia/Lord_Howe, 2026-10-04T02:15, 2026-10-03T15:45:00Z",
    "Australia/Lord_Howe, 2027-04-04T01:45, 2027-04-03T14:45:00Z",
    // midnight is skipped
    "America/Sao_Paulo, 2018-11-04T00:30, 2018-11-04T03:30:00Z",
    "America/Sao_Paulo, 2018-02-17T23:30, 2018-02-18T01:30:00Z",
  })
  void skipped_and_repeated_times_are_read_as_the_standard_says(
      String zone, LocalDateTime local, Instant instant) {
    assertThat(SeriesTimes.startsAt(local, ZoneId.of(zone))).isEqualTo(instant);
  }

  @Test
  void a_class_at_six_is_at_six_on_both_sides_of_a_clock_change() {
    SeriesTimes mondays =
        SeriesTimes.of(
            at("2026-10-26T18:00"),
            NEW_YORK,
            HOUR,
            Recurrence.of(Pattern.Weekly.on(DayOfWeek.MONDAY)));
    assertThat(mondays.occurrences(at("2026-10-26T00:00"), at("2026-11-10T00:00")))
        .extracting(Occurrence::startsAt)
        .containsExactly(
            Instant.parse("2026-10-26T22:00:00Z"),
            Instant.parse("2026-11-02T23:00:00Z"),
            Instant.parse("2026-11-09T23:00:00Z"));
  }

  @Test
  void an_hour_lasts_an_hour_in_the_nights_of_both_changes() {
    SeriesTimes nights = SeriesTimes.of(at("2026-10-31T01:30"), NEW_YORK, HOUR, DAILY);
    assertThat(nights.at(at("2026-11-01T01:30")))
        .isEqualTo(
            new Occurrence(
                at("2026-11-01T01:30"),
                Instant.parse("2026-11-01T05:30:00Z"),
                Instant.parse("2026-11-01T06:30:00Z")));
    assertThat(nights.at(at("2027-03-14T01:30")).endsAt())
        .as("03:30 on the wall")
        .isEqualTo(Instant.parse("2027-03-14T07:30:00Z"));
  }

  @Test
  void the_31st_skips_short_months_and_the_last_day_does_not() {
    SeriesTimes thirtyFirst =
        SeriesTimes.of(
            at("2026-10-31T09:00"),
            NEW_YORK,
            HOUR,
            Recurrence.of(new Pattern.Monthly(DaysOfMonth.OnDates.of(31))).times(5));
    assertThat(days(thirtyFirst, 10))
        .containsExactly("2026-10-31", "2026-12-31", "2027-01-31", "2027-03-31", "2027-05-31");
    SeriesTimes last =
        thirtyFirst.with(Recurrence.of(new Pattern.Monthly(DaysOfMonth.OnDates.of(-1))).times(5));
    assertThat(days(last, 10))
        .containsExactly("2026-10-31", "2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28");
  }

  @Test
  void a_leap_day_comes_back_in_leap_years_only_and_not_in_2100() {
    Pattern leapDay = Pattern.Yearly.in(Month.FEBRUARY, DaysOfMonth.OnDates.of(29));
    SeriesTimes series =
        SeriesTimes.of(at("2092-02-29T09:00"), NEW_YORK, HOUR, Recurrence.of(leapDay));
    assertThat(days(series, 3)).containsExactly("2092-02-29", "2096-02-29", "2104-02-29");
    SeriesTimes everyThree =
        SeriesTimes.of(at("2024-02-29T09:00"), NEW_YORK, HOUR, Recurrence.of(leapDay).every(3));
    assertThat(days(everyThree, 3)).containsExactly("2024-02-29", "2036-02-29", "2048-02-29");
  }

  @Test
  void exceptions_are_left_out_and_additions_are_put_in_their_place() {
    SeriesTimes series =
        SeriesTimes.of(at("2026-12-23T06:30"), NEW_YORK, HOUR, DAILY)
            .except(List.of(at("2026-12-25T06:30"), at("2026-12-26T10:00")))
            .plus(List.of(at("2026-12-24T06:30"), at("2026-12-24T18:00"), at("2026-12-26T10:00")));
    assertThat(series.starts(at("2026-12-24T00:00"), at("2026-12-27T00:00")))
        .containsExactly(at("2026-12-24T06:30"), at("2026-12-24T18:00"), at("2026-12-26T06:30"));
  }

  @Test
  void bounds_include_the_first_minute_and_exclude_the_last() {
    SeriesTimes series = SeriesTimes.of(at("2026-12-01T18:00"), NEW_YORK, HOUR, DAILY);
    assertThat(series.starts(at("2026-12-02T18:00"), at("2026-12-04T18:00")))
        .containsExactly(at("2026-12-02T18:00"), at("2026-12-03T18:00"));
    assertThat(series.starts(at("2026-12-02T18:01"), at("2026-12-03T18:00"))).isEmpty();
    assertThat(series.starts(at("2026-12-05T18:00"), at("2026-12-02T18:00"))).isEmpty();
  }

  @Test
  void the_horizon_is_26_weeks_on_the_wall() {
    SeriesTimes series = SeriesTimes.of(at("2026-12-01T18:00"), NEW_YORK, HOUR, DAILY);
    assertThat(series.horizon(Instant.parse("2026-12-01T17:00:00Z")))
        .isEqualTo(Instant.parse("2027-06-01T16:00:00Z"));
  }

  @Test
  void impossible_lengths_and_starts_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SeriesTimes.of(at("2026-12-01T18:00"), NEW_YORK, Duration.ofMinutes(4), DAILY));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SeriesTimes.of(at("2026-12-01T18:00"), NEW_YORK, Duration.ofMinutes(1441), DAILY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SeriesTimes.of(at("2026-12-01T18:00:30"), NEW_YORK, HOUR, DAILY));
  }

  private static List<String> days(SeriesTimes series, int most) {
    return series
        .starts(series.start(), at("2150-01-01T00:00"))
        .limit(most)
        .map(LocalDateTime::toLocalDate)
        .map(LocalDate::toString)
        .toList();
  }

  private static LocalDateTime at(String text) {
    return LocalDateTime.parse(text);
  }
}
