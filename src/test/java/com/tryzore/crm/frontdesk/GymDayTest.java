package com.tryzore.crm.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GymDayTest {

  @ParameterizedTest(name = "{0} in {1} lasts {2} hours")
  @CsvSource({
    "2027-03-28T10:00:00Z,Europe/Berlin,23",
    "2027-10-31T10:00:00Z,Europe/Berlin,25",
    "2027-06-01T10:00:00Z,Europe/Berlin,24",
    "2027-11-07T18:00:00Z,America/New_York,25"
  })
  void a_day_is_as_long_as_its_clocks_make_it(Instant at, String zone, long hours) {
    GymDay day = GymDay.of(at, ZoneId.of(zone));

    assertThat(Duration.between(day.start(), day.end())).isEqualTo(Duration.ofHours(hours));
    assertThat(at).isBetween(day.start(), day.end());
  }

  @Test
  void a_day_without_a_midnight_begins_with_its_first_moment() {
    ZoneId cairo = ZoneId.of("Africa/Cairo"); // clocks go from 0:00 to 1:00 on 25 April 2025
    GymDay day = GymDay.of(Instant.parse("2025-04-25T12:00:00Z"), cairo);

    assertThat(day.start()).isEqualTo(Instant.parse("2025-04-24T22:00:00Z"));
    assertThat(Duration.between(day.start(), day.end())).isEqualTo(Duration.ofHours(23));
  }
}
