package com.tryzore.crm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processor time of this thread and of the database server's processes together, from {@code
 * /proc/PID/schedstat} (Linux): what a request costs, whoever else uses the machine. Elsewhere it
 * stands still.
 */
final class CpuClock {
  private static final Path PROCESSES = Path.of("/proc");

  private final List<Path> server;

  /** Looks up the server's processes; those that are started later are not counted. */
  CpuClock(long postmaster) {
    server = Files.isDirectory(PROCESSES) ? childrenOf(postmaster) : List.of();
  }

  /** Nanoseconds since some moment. */
  long nanos() {
    long sum = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (Path process : server) {
      try {
        sum += Long.parseLong(Files.readString(process.resolve("schedstat")).split(" ", 2)[0]);
      } catch (IOException ended) {
        // A connection was closed meanwhile.
      }
    }
    return server.isEmpty() ? 0 : sum;
  }

  private static List<Path> childrenOf(long parent) {
    try (Stream<Path> processes = Files.list(PROCESSES)) {
      return processes
          .filter(process -> process.getFileName().toString().matches("[0-9]+"))
          .filter(process -> isChild(process, parent))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isChild(Path process, long parent) {
    try {
      String state = Files.readString(process.resolve("stat"));
      return state.substring(state.lastIndexOf(')')).split(" ", 4)[2].equals(Long.toString(parent));
    } catch (IOException ended) {
      return false;
    }
  }
}
