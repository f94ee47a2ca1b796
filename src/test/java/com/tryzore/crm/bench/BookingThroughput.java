package com.tryzore.crm.bench;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bookings a second, on one event that everybody wants and on a hundred, with the time of the
 * slowest hundredth, beside a bare guarded update of the same counter: what the rules, the line,
 * the audit trail and Row Level Security cost. Every call is one bound transaction at a real
 * connection of the staff's login.
 */
final class BookingThroughput {

  private static final int CONNECTIONS = 8;

  private final TestGym gym;
  private final TestGym.Person clerk;
  private final int bookings;
  private final List<UUID> clients = new ArrayList<>();

  /** One measurement. */
  record Figure(String what, double perSecond, double p50Millis, double p99Millis) {}

  private BookingThroughput(TestDatabase database, int bookings) {
    this.bookings = bookings;
    gym = TestGym.open(database, "Measured");
    clerk = gym.person("Sam Staff", Tier.STAFF);
    gym.execute(
        """
        with made as (
          insert into clients (organization_id, given_name, family_name)
          select ?, 'Member', 'Number ' || n from generate_series(1, ?) n
          returning organization_id, id)
        insert into client_organizations (organization_id, client_id, home_organization_id, status)
        select organization_id, id, organization_id, 'active' from made
        """,
        gym.id().value(),
        bookings);
    for (int i = 0; i < bookings; i++) {
      clients.add(
          Objects.requireNonNull(
              gym.value(
                  UUID.class,
                  "select id from clients where organization_id = ? order by id offset ? limit 1",
                  gym.id().value(),
                  i)));
    }
  }

  /**
   * Measures all of them on a database of its own, without fsync as in tests.
   *
   * @param bookings how many people book each time
   */
  static List<Figure> run(int bookings) throws Exception {
    TestDatabase database = TestDatabase.fresh();
    try {
      BookingThroughput bench = new BookingThroughput(database, bookings);
      bench.book("warming up", bench.events(20, 5, 3_000));
      List<Figure> figures = new ArrayList<>();
      figures.add(bench.guardedUpdate("bare guarded update, one event", 1));
      figures.add(
          bench.book(
              "bookings, one event, a seat for everybody", bench.events(1, bookings, 1_000)));
      figures.add(
          bench.book(
              "bookings, one event of 20 seats, the others wait", bench.events(1, 20, 1_100)));
      figures.add(bench.guardedUpdate("bare guarded update, 100 events", 100));
      figures.add(bench.book("bookings, 100 events of 20 seats", bench.events(100, 20, 1_200)));
      return figures;
    } finally {
      database.drop();
    }
  }

  /** Events that do not overlap, so many days ahead. */
  private List<UUID> events(int count, int capacity, int days) {
    List<UUID> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      OffsetDateTime start = OffsetDateTime.now(ZoneOffset.UTC).plusDays(days).plusHours(i);
      events.add(
          Objects.requireNonNull(
              gym.value(
                  UUID.class,
                  "insert into events (organization_id, kind, title, starts_at, ends_at, capacity)"
                      + " values (?, 'class', 'Spin', ?, ?, ?) returning id",
                  gym.id().value(),
                  start,
                  start.plusMinutes(50),
                  capacity)));
    }
    return events;
  }

  private Figure book(String what, List<UUID> events) throws Exception {
    return measure(
        what,
        "select * from schedule.book(?, ?)",
        (statement, turn) -> {
          statement.setObject(1, events.get(turn % events.size()));
          statement.setObject(2, clients.get(turn % bookings));
        });
  }

  /** What no booking can be cheaper than: one counter, counted up unless it is full. */
  private Figure guardedUpdate(String what, int events) throws Exception {
    gym.execute("create table if not exists bare (id int primary key, seats int, booked int)");
    gym.execute("truncate bare");
    gym.execute("insert into bare select n, 100000, 0 from generate_series(0, ?) n", events);
    gym.execute("grant select, update on bare to zore_staff");
    return measure(
        what,
        "update bare set booked = booked + 1 where id = ? and booked < seats returning booked",
        (statement, turn) -> statement.setInt(1, turn % events));
  }

  /** Sets what is different in each turn. */
  private interface Parameters {
    void set(PreparedStatement statement, int turn) throws SQLException;
  }

  private Figure measure(String what, String sql, Parameters parameters) throws Exception {
    AtomicInteger turns = new AtomicInteger();
    List<Future<long[]>> workers = new ArrayList<>();
    long began = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (int i = 0; i < CONNECTIONS; i++) {
        workers.add(threads.submit(() -> work(sql, parameters, turns)));
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    List<long[]> times = new ArrayList<>();
    for (Future<long[]> worker : workers) {
      times.add(worker.get());
    }
    long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Figure(
        what, all.length / seconds, all[all.length / 2] / 1e6, all[all.length * 99 / 100] / 1e6);
  }

  private long[] work(String sql, Parameters parameters, AtomicInteger turns) throws SQLException {
    String token = UUID.randomUUID().toString();
    gym.execute(
        "insert into ui_sessions (organization_id, user_id, tier, token_digest, signed_in_at,"
            + " expires_at) values (?, ?, 'staff', sha256(convert_to(?, 'UTF8')), now(), now() +"
            + " interval '1 hour')",
        gym.id().value(),
        clerk.id().value(),
        token);
    long[] times = new long[bookings];
    int done = 0;
    try (Connection connection = gym.database().as(Tier.STAFF.login());
        PreparedStatement bind =
            connection.prepareStatement("select set_config('zore.session', ?, true)");
        PreparedStatement statement = connection.prepareStatement(sql)) {
      connection.setAutoCommit(false);
      bind.setString(1, token);
      for (int turn = turns.getAndIncrement(); turn < bookings; turn = turns.getAndIncrement()) {
        long began = System.nanoTime();
        bind.execute();
        parameters.set(statement, turn);
        statement.execute();
        connection.commit();
        times[done++] = System.nanoTime() - began;
      }
    }
    return Arrays.copyOf(times, done);
  }
}
