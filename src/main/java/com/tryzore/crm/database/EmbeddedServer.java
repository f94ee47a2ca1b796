package com.tryzore.crm.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with the application, its data in the data folder.
 *
 * <p>It listens on loopback only and asks every login for its password. It runs in a session of its
 * own, so that Ctrl+C reaches the application first and the server stops after the last connection
 * was closed in order. A server that outlived a killed application is stopped at the next start;
 * data that a killed server left are recovered by PostgreSQL itself.
 */
final class EmbeddedServer implements DatabaseServer {

  /** The superuser of the embedded server, for its owner's own {@code psql}. */
  static final String SUPERUSER = "postgres";

  static final String DATABASE = "zore";

  private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** How long a start may take that has to replay what a killed server had acknowledged. */
  private static final Duration RECOVERY = Duration.ofMinutes(10);

  private static final int ATTEMPTS = 4;
  private static final String HBA =
      """
      # Written at every start. Passwords only, from this machine only.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private final DataFolder folder;
  private final ServerPrograms programs;
  private final PostgresBinaries binaries;
  private final ServerSettings settings;
  private final Path cluster;
  private final PostmasterFile postmaster;
  private final String password;
  private int port;
  private boolean closing;

  private EmbeddedServer(DataFolder folder, Path unpacked, ServerSettings settings) {
    this.folder = folder;
    this.settings = settings;
    this.programs = ServerPrograms.forThisUser();
    this.binaries = PostgresBinaries.unpackedIn(unpacked);
    this.cluster = folder.privateFolder("postgresql").resolve(EmbeddedRelease.read().major());
    this.postmaster = new PostmasterFile(cluster);
    if (isInitialized() && !folder.secrets().has(SUPERUSER)) {
      throw new StartupFailure(
          "The data in %s are there, but the password in %s is missing; restore it from your backup."
              .formatted(cluster, folder.secrets().file(SUPERUSER)));
    }
    this.password = folder.secrets().get(SUPERUSER);
  }

  /**
   * Starts the server on a folder that this process has locked.
   *
   * @param unpacked where the server's programs are kept
   * @throws StartupFailure when it cannot be started
   */
  static EmbeddedServer start(DataFolder folder, Path unpacked, ServerSettings settings) {
    EmbeddedServer server = new EmbeddedServer(folder, unpacked, settings);
    server.initialize();
    server.stopWhatStillRuns();
    server.launch(EmbeddedServer::freePort);
    return server;
  }

  /**
   * From now on a server that ends by itself (killed, out of memory) is started again on the same
   * port: whoever was in the middle of something gets a clear sentence and can go on a moment
   * later.
   *
   * @return this
   */
  EmbeddedServer keptRunning() {
    postmaster
        .running()
        .ifPresentOrElse(
            process -> {
              var unused =
                  process.onExit().thenRunAsync(this::startAgain, Thread::startVirtualThread);
            },
            // It ended before anybody could watch it.
            () -> Thread.startVirtualThread(this::startAgain));
    return this;
  }

  @Override
  public DatabaseAddress address() {
    return DatabaseAddress.onThisMachine(port, DATABASE);
  }

  @Override
  public String privilegedUser() {
    return SUPERUSER;
  }

  @Override
  public String privilegedPassword() {
    return password;
  }

  /** Ends open connections, writes a checkpoint and leaves no process. */
  @Override
  public synchronized void close() {
    closing = true;
    if (postmaster.exists()) {
      stop();
    }
  }

  private boolean isInitialized() {
    return Files.exists(cluster.resolve("PG_VERSION"));
  }

  private void initialize() {
    try {
      if (!isInitialized()) {
        Path fresh = cluster.resolveSibling(cluster.getFileName() + ".new");
        PostgresBinaries.delete(fresh);
        List<String> command = new ArrayList<>();
        command.addAll(List.of(binaries.initdb().toString(), "-D", fresh.toString()));
        command.addAll(List.of("-U", SUPERUSER, "--auth=scram-sha-256"));
        command.add("--pwfile=" + folder.secrets().file(SUPERUSER));
        command.addAll(List.of("--encoding=UTF8", "--locale=C", "--locale-provider=builtin"));
        command.add("--builtin-locale=C.UTF-8");
        command.addAll(settings.initialArguments());
        ServerPrograms.Outcome outcome = programs.run(PATIENCE, command);
        if (!outcome.succeeded()) {
          log.info("initdb: {}", outcome.output());
          throw new StartupFailure(
              "The embedded database cannot be made in %s (%s)."
                  .formatted(cluster, lastLine(outcome.output())));
        }
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.writeString(cluster.resolve("pg_hba.conf"), HBA);
    } catch (IOException e) {
      throw new StartupFailure(
          "The embedded database cannot be made in %s (%s).".formatted(cluster, e), e);
    }
  }

  private void stopWhatStillRuns() {
    if (postmaster.running().isPresent()) {
      log.info("A server that outlived its application still runs; it is stopped first");
      stop();
    } else {
      postmaster.delete();
    }
  }

  private synchronized void startAgain() {
    if (closing) {
      return;
    }
    log.warn("The embedded database stopped by itself; it is started again.");
    int samePort = port;
    try {
      // The file it left stays: PostgreSQL waits by it for what the dead server's children still
      // hold.
      launch(() -> samePort);
      keptRunning();
      log.warn("The embedded database runs again.");
    } catch (StartupFailure e) {
      log.error("{} Start the application again.", e.getMessage(), e);
    }
  }

  private void launch(IntSupplier ports) {
    String trouble = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      port = ports.getAsInt();
      ServerPrograms.Outcome outcome = programs.run(RECOVERY.plus(PATIENCE), launchCommand());
      if (outcome.succeeded()) {
        log.info("PostgreSQL listens on 127.0.0.1:{}", port);
        return;
      }
      trouble = outcome.output();
      log.info("Attempt {} to start PostgreSQL failed: {}", attempt, trouble);
      pause(Duration.ofSeconds(attempt));
    }
    throw new StartupFailure(
        "The embedded database in %s does not start (%s); its log is in %s."
            .formatted(cluster, lastLine(trouble), folder.logs()));
  }

  private List<String> launchCommand() {
    return List.of(
        binaries.pgCtl().toString(),
        "start",
        "-D",
        cluster.toString(),
        "-w",
        "-t",
        String.valueOf(RECOVERY.toSeconds()),
        "-l",
        folder.logs().resolve("postgresql-start.log").toString(),
        "-o",
        settings.options() + " -p " + port);
  }

  private void stop() {
    if (!programs.run(PATIENCE, stopCommand("fast")).succeeded()) {
      programs.run(PATIENCE, stopCommand("immediate"));
    }
    postmaster
        .running()
        .ifPresent(
            process -> {
              throw new StartupFailure(
                  "The embedded database on %s (process %d) does not stop; end that process first."
                      .formatted(cluster, process.pid()));
            });
  }

  private List<String> stopCommand(String mode) {
    return List.of(
        binaries.pgCtl().toString(),
        "stop",
        "-D",
        cluster.toString(),
        "-w",
        "-t",
        "30",
        "-m",
        mode);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartupFailure("No port is free on this machine (%s).".formatted(e), e);
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String lastLine(String output) {
    return output
        .lines()
        .filter(line -> !line.isBlank())
        .reduce((a, b) -> b)
        .orElse("no reason given");
  }
}
