package com.tryzore.crm.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the server's own programs. PostgreSQL refuses to run as root; for root they run in a user
 * namespace without a single mapped right, which is what the embedded library does too.
 */
final class ServerPrograms {

  private static final Logger log = LoggerFactory.getLogger(ServerPrograms.class);

  private final List<String> prefix;

  private ServerPrograms(List<String> prefix) {
    this.prefix = prefix;
  }

  /** What a program answered. */
  record Outcome(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  static ServerPrograms forThisUser() {
    if (!isRoot()) {
      return new ServerPrograms(List.of());
    }
    List<String> unshare = List.of("unshare", "-U");
    ServerPrograms unprivileged = new ServerPrograms(unshare);
    if (!unprivileged.works()) {
      throw new StartupFailure(
          "PostgreSQL refuses to run as root, and this machine does not let root step down (unshare -U fails); start as an ordinary user, or use an external database with --database-url.");
    }
    return unprivileged;
  }

  /**
   * Runs a program to its end.
   *
   * @throws StartupFailure when it cannot be started or does not end in time
   */
  Outcome run(Duration limit, List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.directory(Path.of("/").toFile());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      CompletableFuture<byte[]> output =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return process.getInputStream().readAllBytes();
                } catch (IOException e) {
                  return new byte[0];
                }
              });
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new StartupFailure(
            "%s did not end within %d seconds.".formatted(command.getFirst(), limit.toSeconds()));
      }
      String text = new String(output.get(5, TimeUnit.SECONDS), StandardCharsets.UTF_8).strip();
      log.debug("{} ended with {}: {}", command.getFirst(), process.exitValue(), text);
      return new Outcome(process.exitValue(), text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartupFailure(command.getFirst() + " was interrupted.", e);
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new StartupFailure("%s cannot be run (%s).".formatted(command.getFirst(), e), e);
    }
  }

  private boolean works() {
    try {
      return run(Duration.ofSeconds(10), List.of("true")).succeeded();
    } catch (StartupFailure e) {
      log.debug("unshare does not work", e);
      return false;
    }
  }

  private static boolean isRoot() {
    return new UnixSystem().getUid() == 0;
  }
}
