package com.tryzore.crm.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of figures, printed as they come and kept as a page of Markdown. */
final class Report {
  private final List<String> page = new ArrayList<>();

  /** Where and when: cores, JDK, database, load of the machine before it began. */
  Report(String database, MillionMembers sizes, String load) {
    say("# Benchmarks");
    say("");
    say("Made by `bin/zore bench` and written anew at each run.");
    say("");
    say(
        "- %s; load average of the machine at the beginning %s"
            .formatted(LocalDate.now(ZoneId.systemDefault()), load));
    say(
        "- %d cores, Java %s, %s, embedded, on the same machine"
            .formatted(
                Runtime.getRuntime().availableProcessors(), Runtime.version().feature(), database));
    say(
        "- %,d members in %d gyms, %,d of them in the gym that is measured"
            .formatted(sizes.members(), sizes.gyms(), sizes.largest()));
    say(
        "- milliseconds unless said otherwise; \"95 %\": nineteen of twenty were faster; \"CPU\": processor time of the"
            + " server thread and the database together, which others on the machine disturb less");
  }

  /** A table under a heading. */
  void table(String heading, String explanation, List<String> columns) {
    say("");
    say("## " + heading);
    say("");
    say(explanation);
    say("");
    line(columns);
    line(columns.stream().map(column -> "---").toList());
  }

  private void line(List<String> cells) {
    say("| " + String.join(" | ", cells) + " |");
  }

  /** A line of the table; fractions are rounded. */
  void row(Object... cells) {
    line(
        Stream.of(cells)
            .map(cell -> cell instanceof Double number ? Timings.text(number) : cell.toString())
            .collect(Collectors.toList()));
  }

  void write(Path file) throws IOException {
    Files.writeString(file, String.join("\n", page) + "\n");
  }

  private void say(String line) {
    System.out.println(line);
    page.add(line);
  }

  static String load() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
