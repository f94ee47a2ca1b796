package com.tryzore.crm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server as an operator's machine treats it: with care, and without. */
class EmbeddedServerTest {

  private static final Path UNPACKED = Path.of("target/embedded");

  @TempDir Path parent;

  private DataFolder folder;
  private EmbeddedServer server;

  @BeforeEach
  void start() {
    folder = new DataFolder(parent.resolve("data of a gym"));
    folder.lock();
    server = EmbeddedServer.start(folder, UNPACKED, ServerSettings.durable());
  }

  @AfterEach
  void stop() {
    server.close();
    folder.close();
  }

  @Test
  void it_writes_durably_and_listens_on_loopback_only() throws SQLException {
    assertThat(setting("fsync")).isEqualTo("on");
    assertThat(setting("synchronous_commit")).isEqualTo("on");
    assertThat(setting("full_page_writes")).isEqualTo("on");
    assertThat(setting("data_checksums")).isEqualTo("on");
    assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(setting("unix_socket_directories")).isEmpty();
  }

  @Test
  void it_lets_nobody_in_without_a_password() throws IOException, SQLException {
    try (Connection connection = server.privilegedConnection("postgres")) {
      assertThat(
              Bootstrap.text(
                  connection,
                  "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
          .isEqualTo("scram-sha-256");
    }
    assertThatThrownBy(
            () ->
                DatabaseServer.connect(server.address().withDatabase("postgres"), "postgres", "x"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void its_secrets_and_data_are_for_their_owners_eyes_alone() throws IOException {
    Passwords.kept(folder.secrets()).of(Login.GATE);
    Path secrets = folder.path().resolve("secrets");
    assertThat(mode(secrets)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(secrets)) {
      List<Path> all = files.toList();
      assertThat(all)
          .extracting(path -> path.getFileName().toString())
          .containsExactlyInAnyOrder("postgres", "zore_gate");
      for (Path file : all) {
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(Files.readString(file).strip()).hasSize(43);
      }
    }
    assertThat(mode(cluster())).isEqualTo("rwx------");
    assertThat(mode(folder.logs())).isEqualTo("rwx------");
  }

  @Test
  void after_closing_no_process_is_left_and_the_data_stay() throws SQLException {
    execute("create table kept as select 42 as answer");
    ProcessHandle postgres = process();
    server.close();
    assertEnds(postgres);
    server = EmbeddedServer.start(folder, UNPACKED, ServerSettings.durable());
    assertThat(answer("select answer::text from kept")).isEqualTo("42");
  }

  @Test
  void nothing_acknowledged_is_lost_when_everything_is_killed()
      throws SQLException, InterruptedException {
    execute("create table visits (number int primary key)");
    AtomicInteger acknowledged = new AtomicInteger();
    CountDownLatch busy = new CountDownLatch(1);
    Thread desk = new Thread(() -> checkInUntilRefused(acknowledged, busy));
    desk.start();
    assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();

    kill();
    desk.join(Duration.ofSeconds(30));

    server = EmbeddedServer.start(folder, UNPACKED, ServerSettings.durable());
    assertThat(acknowledged.get()).isGreaterThanOrEqualTo(200);
    assertThat(answer("select count(*)::text from visits where number <= " + acknowledged.get()))
        .isEqualTo(String.valueOf(acknowledged.get()));
  }

  @Test
  void a_server_that_outlived_its_application_is_stopped_by_the_next_start() throws SQLException {
    execute("create table kept as select 42 as answer");
    ProcessHandle orphan = process();
    server = EmbeddedServer.start(folder, UNPACKED, ServerSettings.durable());
    assertEnds(orphan);
    assertThat(process().pid()).isNotEqualTo(orphan.pid());
    assertThat(answer("select answer::text from kept")).isEqualTo("42");
  }

  @Test
  void a_server_that_ends_by_itself_is_started_again_on_the_same_port() throws SQLException {
    execute("create table kept as select 42 as answer");
    ProcessHandle killed = process();
    server.keptRunning();
    DatabaseAddress before = server.address();

    for (int time = 0; time < 2; time++) {
      kill();
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(answer("select answer::text from kept")).isEqualTo("42"));
    }

    assertThat(server.address()).isEqualTo(before);
    assertThat(process().pid()).isNotEqualTo(killed.pid());
    ProcessHandle last = process();
    server.close();
    assertEnds(last);
    assertThat(new PostmasterFile(cluster()).exists()).isFalse();
  }

  @Test
  void a_process_that_got_a_dead_servers_number_is_let_be() throws IOException, SQLException {
    Path file = cluster().resolve("postmaster.pid");
    List<String> lines = Files.readAllLines(file);
    server.close();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Files.write(
          file,
          Stream.concat(Stream.of(String.valueOf(stranger.pid())), lines.stream().skip(1))
              .toList());
      server = EmbeddedServer.start(folder, UNPACKED, ServerSettings.durable());
      assertThat(stranger.isAlive()).isTrue();
      assertThat(answer("select 1::text")).isEqualTo("1");
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void an_initialization_that_broke_off_is_begun_again() throws IOException, SQLException {
    server.close();
    folder.close();
    folder = new DataFolder(parent.resolve("another"));
    folder.lock();
    Path half = folder.privateFolder("postgresql").resolve(cluster().getFileName() + ".new");
    Files.createDirectories(half.resolve("base"));
    server = EmbeddedServer.start(folder, UNPACKED, ServerSettings.durable());
    assertThat(answer("select 1::text")).isEqualTo("1");
  }

  @Test
  void data_without_their_password_are_not_touched() throws IOException {
    server.close();
    Files.delete(folder.path().resolve("secrets/postgres"));
    assertThatThrownBy(() -> EmbeddedServer.start(folder, UNPACKED, ServerSettings.durable()))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("restore it from your backup");
    assertThat(folder.path().resolve("secrets/postgres")).doesNotExist();
  }

  @Test
  void a_second_start_on_the_same_data_is_refused_in_one_sentence() {
    try (DataFolder second = new DataFolder(folder.path())) {
      assertThatThrownBy(second::lock)
          .isInstanceOf(StartupFailure.class)
          .hasMessage(
              "Another TryZore CRM already runs on the data in %s; stop it first, or start this one with --data and another folder.",
              folder.path());
    }
  }

  private static void assertEnds(ProcessHandle process) {
    assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
  }

  private void checkInUntilRefused(AtomicInteger acknowledged, CountDownLatch busy) {
    try (Connection connection = server.privilegedConnection("postgres");
        PreparedStatement insert = connection.prepareStatement("insert into visits values (?)")) {
      for (int number = 1; number < 1_000_000; number++) {
        insert.setInt(1, number);
        insert.executeUpdate();
        acknowledged.set(number);
        if (number == 200) {
          busy.countDown();
        }
      }
    } catch (SQLException killed) {
      busy.countDown();
    }
  }

  private void kill() {
    ProcessHandle postmaster = process();
    List<ProcessHandle> children = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    postmaster.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private ProcessHandle process() {
    return new PostmasterFile(cluster()).running().orElseThrow();
  }

  private Path cluster() {
    return folder.path().resolve("postgresql").resolve(EmbeddedRelease.read().major());
  }

  private String setting(String name) throws SQLException {
    return answer("show " + name);
  }

  private String answer(String query) throws SQLException {
    try (Connection connection = server.privilegedConnection("postgres")) {
      return Bootstrap.text(connection, query);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = server.privilegedConnection("postgres")) {
      Bootstrap.execute(connection, sql);
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
