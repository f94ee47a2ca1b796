package com.tryzore.crm.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running or killed server left in {@code postmaster.pid}: the process id in the first line,
 * the port in the fourth.
 */
final class PostmasterFile {

  private final Path cluster;

  PostmasterFile(Path cluster) {
    this.cluster = cluster;
  }

  boolean exists() {
    return Files.exists(file());
  }

  /**
   * The server that still runs on these data. A process that merely got the number of a server long
   * gone does not count.
   */
  Optional<ProcessHandle> running() {
    return line(0)
        .flatMap(PostmasterFile::number)
        .flatMap(pid -> ProcessHandle.of(pid))
        .filter(ProcessHandle::isAlive)
        .filter(this::servesTheseData);
  }

  /** Removes what a dead server left, which PostgreSQL may take for a live one. */
  void delete() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      throw new StartupFailure("%s cannot be removed (%s).".formatted(file(), e), e);
    }
  }

  private boolean servesTheseData(ProcessHandle process) {
    Optional<String[]> arguments = process.info().arguments();
    if (arguments.isPresent()) {
      return List.of(arguments.get()).contains(cluster.toString());
    }
    return process.info().command().map(command -> command.endsWith("postgres")).orElse(false);
  }

  private Optional<String> line(int index) {
    try {
      List<String> lines = exists() ? Files.readAllLines(file()) : List.of();
      return lines.size() > index ? Optional.of(lines.get(index).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new StartupFailure("%s cannot be read (%s).".formatted(file(), e), e);
    }
  }

  private Path file() {
    return cluster.resolve("postmaster.pid");
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
