package com.tryzore.crm.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerVersionTest {

  @ParameterizedTest
  @CsvSource({
    "180006, true",
    "180007, false",
    "180000, true",
    "170011, true",
    "170012, false",
    "160015, true",
    "160016, false",
    "150019, true",
    "150020, false",
    "140030, true",
    "190000, false"
  })
  void the_leak_through_on_conflict_is_known_by_version(int number, boolean leaks) {
    ServerVersion version = new ServerVersion(number);
    assertThat(version.leaksThroughOnConflict()).isEqualTo(leaks);
    assertThat(version.warning().contains("CVE-2026-120154")).isEqualTo(leaks);
  }

  @Test
  void eighteen_is_the_oldest_that_serves() {
    assertThat(new ServerVersion(179_999).isTooOld()).isTrue();
    assertThat(new ServerVersion(180_000).isTooOld()).isFalse();
  }

  @Test
  void it_reads_as_people_write_it() {
    assertThat(new ServerVersion(180_006)).hasToString("18.6");
  }
}
