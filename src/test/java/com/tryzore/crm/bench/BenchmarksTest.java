package com.tryzore.crm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks run, in small, so that they still run when somebody wants to know. */
class BenchmarksTest {

  @Test
  void a_small_gym_is_measured_from_end_to_end(@TempDir Path folder) throws Exception {
    Path page = folder.resolve("benchmarks.md");
    String[] small = {
      "--members",
      "600",
      "--largest",
      "300",
      "--gyms",
      "3",
      "--rounds",
      "4",
      "--rows",
      "50",
      "--tabs",
      "3",
      "--bookings",
      "30",
      "--occurrences",
      "2000",
      "--folder",
      folder.toString(),
      "--page",
      page.toString()
    };

    Benchmarks.main(small);
    Benchmarks.main(small);

    assertThat(Files.readString(page))
        .contains(
            "| first page |",
            "| 1 letter |",
            "| the first six |",
            "## Check-ins",
            "| 3 |",
            "| 50 |",
            "| the whole answer: statement, words, JSON |",
            "| Every Monday, Wednesday and Friday |",
            "| bookings, 100 events of 20 seats |")
        .doesNotContain("| no |");
  }
}
