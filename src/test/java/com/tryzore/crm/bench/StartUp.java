package com.tryzore.crm.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How long the built application takes until it is ready, on a database that exists. */
final class StartUp {
  private static final Path APPLICATION = Path.of("target/app/tryzore-crm.jar");

  private StartUp() {}

  static boolean isBuilt() {
    return Files.exists(APPLICATION);
  }

  static void measure(Report report, Path data, int starts)
      throws IOException, InterruptedException {
    report.table(
        "Start-up",
        "From the command to the line that says it is ready, in seconds, the embedded database included. Goal: 10 s on two cores.",
        List.of("start", "ready after", "processor time of the application"));
    start(data);
    for (int i = 1; i <= starts; i++) {
      Start start = start(data);
      report.row(i, start.ready().toMillis() / 1000.0, start.processor().toMillis() / 1000.0);
    }
  }

  private record Start(Duration ready, Duration processor) {}

  private static Start start(Path data) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                APPLICATION.toString(),
                "--zore.data=" + data,
                "--zore.demo=false",
                "--server.port=0")
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = process.inputReader()) {
      String line = output.readLine();
      while (line != null && !line.contains("is ready")) {
        line = output.readLine();
      }
      if (line == null) {
        throw new IllegalStateException("The application did not start");
      }
      Duration ready = Duration.ofNanos(System.nanoTime() - begun);
      return new Start(ready, process.info().totalCpuDuration().orElse(Duration.ZERO));
    } finally {
      process.destroy();
      process.waitFor();
    }
  }
}
