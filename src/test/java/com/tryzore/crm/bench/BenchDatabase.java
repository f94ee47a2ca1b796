package com.tryzore.crm.bench;

import com.tryzore.crm.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.GenericWebApplicationContext;

/**
 * The product, without its web server, on an embedded database full of members that is kept for the
 * next run: loading takes minutes, opening seconds. The folder is named after the sizes; what broke
 * off while loading is loaded again.
 */
final class BenchDatabase implements AutoCloseable {
  private final ConfigurableApplicationContext application;
  private final Path data;
  private final List<MillionMembers.Gym> gyms;

  private BenchDatabase(
      ConfigurableApplicationContext application, Path data, List<MillionMembers.Gym> gyms) {
    this.application = application;
    this.data = data;
    this.gyms = gyms;
  }

  /** Opens what an earlier run left in the folder, or loads it. */
  static BenchDatabase open(Path folder, MillionMembers sizes) throws SQLException, IOException {
    Path data =
        folder.resolve("%d-%d-%d".formatted(sizes.members(), sizes.largest(), sizes.gyms()));
    Path loaded = data.resolve("loaded");
    if (!Files.exists(loaded)) {
      delete(data);
    }
    ConfigurableApplicationContext application = start(data);
    try (Connection superuser = superuser(data)) {
      if (Files.exists(loaded)) {
        return new BenchDatabase(application, data, kept(superuser));
      }
      long began = System.nanoTime();
      List<MillionMembers.Gym> gyms = sizes.load(superuser);
      System.out.printf("Loaded in %.0f s%n", (System.nanoTime() - began) / 1e9);
      keep(superuser, gyms);
      Files.createFile(loaded);
      return new BenchDatabase(application, data, gyms);
    } catch (SQLException | IOException | RuntimeException failed) {
      application.close();
      throw failed;
    }
  }

  /** The largest gym. */
  MillionMembers.Gym largest() {
    return gyms.getFirst();
  }

  /** The last of the others, with much fewer members. */
  MillionMembers.Gym smallest() {
    return gyms.getLast();
  }

  /** An account that may do everything at the smallest gym. */
  UUID admin() throws SQLException {
    try (Connection superuser = superuser();
        var promote =
            superuser.prepareStatement(
                "update user_organizations set role = 'admin' where organization_id = ? and user_id = ?")) {
      promote.setObject(1, smallest().organization());
      promote.setObject(2, smallest().staff());
      promote.execute();
      return smallest().staff();
    }
  }

  /** The server's process. */
  long postmaster() {
    return Long.parseLong(postmasterFile(data).getFirst());
  }

  /** How the server calls itself. */
  String version() throws SQLException {
    try (Connection superuser = superuser()) {
      return "PostgreSQL " + superuser.getMetaData().getDatabaseProductVersion();
    }
  }

  /** A connection of a login of its own that may read everything and meets no policy. */
  Connection withoutPolicies() throws SQLException {
    String secret = UUID.randomUUID().toString();
    try (Connection superuser = superuser();
        Statement sql = superuser.createStatement()) {
      RowLevelSecurity.makeLogin(sql, "bench_without_policies", secret);
    }
    return DriverManager.getConnection(url(data), "bench_without_policies", secret);
  }

  /**
   * A connection of the desk's login, straight from the driver, within a transaction bound to a new
   * UI session: nothing of the application stands between it and the database.
   */
  Connection boundAsStaff(UUID user, String slug) throws SQLException {
    Connection bound = connect(data, "zore_staff");
    bound.setAutoCommit(false);
    try (Connection superuser = superuser();
        var open =
            superuser.prepareStatement("select token from access.open_session(?, ?, now())");
        var bind = bound.prepareStatement("select set_config('zore.session', ?, true)")) {
      open.setObject(1, user);
      open.setString(2, slug);
      try (var opened = open.executeQuery()) {
        opened.next();
        bind.setString(1, opened.getString("token"));
      }
      bind.execute();
    }
    return bound;
  }

  /** The application that is measured. */
  ApplicationContext application() {
    return application;
  }

  <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  /** A connection that no policy holds back; the caller closes it. */
  Connection superuser() throws SQLException {
    return superuser(data);
  }

  @Override
  public void close() {
    application.close();
  }

  private static ConfigurableApplicationContext start(Path data) {
    return new SpringApplicationBuilder(Application.class)
        .web(WebApplicationType.SERVLET)
        .contextFactory(
            type -> new GenericWebApplicationContext(new MockServletContext("target/no-files")))
        .run(
            "--zore.test.database=none",
            "--zore.data=" + data,
            "--zore.demo=false",
            "--zore.access.pool-size=10",
            "--vaadin.productionMode=true");
  }

  private static Connection superuser(Path data) throws SQLException {
    return connect(data, "postgres");
  }

  private static Connection connect(Path data, String login) throws SQLException {
    try {
      return DriverManager.getConnection(
          url(data), login, Files.readString(data.resolve("secrets").resolve(login)).strip());
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static String url(Path data) {
    return "jdbc:postgresql://127.0.0.1:%s/zore".formatted(postmasterFile(data).get(3));
  }

  /** Process, folder, start, port … a line each (PostgreSQL manual, 67.1). */
  private static List<String> postmasterFile(Path data) {
    try (Stream<Path> servers = Files.list(data.resolve("postgresql"))) {
      Path running =
          servers
              .map(server -> server.resolve("postmaster.pid"))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("No database runs in " + data));
      return Files.readAllLines(running).stream().map(String::strip).toList();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static void keep(Connection superuser, List<MillionMembers.Gym> gyms)
      throws SQLException {
    try (Statement sql = superuser.createStatement()) {
      sql.execute("create schema bench");
      sql.execute(
          "create table bench.gyms (n int primary key, organization uuid, slug text, staff uuid, members int)");
    }
    try (var insert = superuser.prepareStatement("insert into bench.gyms values (?, ?, ?, ?, ?)")) {
      for (int n = 0; n < gyms.size(); n++) {
        MillionMembers.Gym gym = gyms.get(n);
        insert.setInt(1, n);
        insert.setObject(2, gym.organization());
        insert.setString(3, gym.slug());
        insert.setObject(4, gym.staff());
        insert.setInt(5, gym.members());
        insert.executeUpdate();
      }
    }
  }

  private static List<MillionMembers.Gym> kept(Connection superuser) throws SQLException {
    List<MillionMembers.Gym> gyms = new ArrayList<>();
    try (Statement sql = superuser.createStatement();
        ResultSet row = sql.executeQuery("select * from bench.gyms order by n")) {
      while (row.next()) {
        gyms.add(
            new MillionMembers.Gym(
                row.getObject("organization", UUID.class),
                row.getString("slug"),
                row.getObject("staff", UUID.class),
                row.getInt("members")));
      }
    }
    return gyms;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> everything = Files.walk(folder)) {
      for (Path path : everything.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
