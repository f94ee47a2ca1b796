package com.tryzore.crm.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import com.tryzore.crm.members.ClientId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everybody at once. */
class RushTest {

  private static final int PEOPLE = 500;
  private static final int SEATS = 20;
  private static final int CONNECTIONS = 16;
  private static final int TIMES = Integer.getInteger("zore.rushes", 100);

  private static TestDatabase database;
  private static ScheduleGym gym;
  private static List<ClientId> people;
  private static final List<BookingDesk> DESKS = new ArrayList<>();
  private static final BlockingQueue<BookingDesk> POOL = new ArrayBlockingQueue<>(CONNECTIONS);

  @BeforeAll
  static void a_gym_that_everybody_wants_to_go_to() throws Exception {
    database = TestDatabase.fresh();
    BookingDesk.prepare(database);
    gym = ScheduleGym.on(database, "Rushed");
    people = gym.members(PEOPLE);
    TestGym.Person clerk = gym.gym().person("Sam Staff", Tier.STAFF);
    for (int i = 0; i < CONNECTIONS; i++) {
      DESKS.add(BookingDesk.open(gym.gym(), clerk));
    }
    POOL.addAll(DESKS);
  }

  @AfterAll
  static void leave() throws Exception {
    for (BookingDesk desk : DESKS) {
      desk.close();
    }
    database.drop();
  }

  private interface Call<T> {
    T at(BookingDesk desk) throws Exception;
  }

  /** As the service does: what lost a race is tried again. */
  private static <T> T pooled(Call<T> call) throws Exception {
    BookingDesk desk = POOL.take();
    try {
      for (int tries = 1; ; tries++) {
        try {
          return call.at(desk);
        } catch (SQLException lost) {
          if (!List.of("40001", "40P01").contains(lost.getSQLState()) || tries == 100) {
            throw lost;
          }
          Thread.sleep(1);
        }
      }
    } finally {
      POOL.add(desk);
    }
  }

  private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<T>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Callable<T> each : work) {
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return each.call();
                }));
      }
      start.countDown();
      List<T> got = new ArrayList<>();
      for (Future<T> answer : answers) {
        got.add(answer.get());
      }
      return got;
    }
  }

  @Test
  void five_hundred_at_once_on_twenty_seats_are_twenty_seats_and_a_line_in_the_order_of_arrival()
      throws Exception {
    long began = System.nanoTime();
    for (int time = 0; time < TIMES; time++) {
      EventId event = gym.event("Rush " + time, Duration.ofDays(2 + time), SEATS);
      List<Callable<BookingDesk.Reply>> work = new ArrayList<>();
      for (ClientId person : people) {
        work.add(() -> pooled(desk -> desk.book(event.value(), person.value(), false)));
      }

      List<BookingDesk.Reply> replies = atOnce(work);

      List<BookingDesk.Reply> inOrder =
          replies.stream().sorted(Comparator.comparingLong(BookingDesk.Reply::ticket)).toList();
      assertThat(inOrder.subList(0, SEATS))
          .allMatch(reply -> reply.answer().outcome().equals("booked"));
      assertThat(inOrder.subList(SEATS, PEOPLE))
          .allMatch(reply -> reply.answer().outcome().equals("waitlisted"));
      assertThat(inOrder.subList(SEATS, PEOPLE).stream().map(reply -> reply.answer().position()))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, PEOPLE - SEATS).boxed().toList());
    }
    System.out.printf(
        "measured: %d times %d at once on %d seats over %d connections: %d ms%n",
        TIMES, PEOPLE, SEATS, CONNECTIONS, (System.nanoTime() - began) / 1_000_000);
    assertThat(gym.miscounted()).isNull();
  }

  /**
   * Two classes at the same time, both full, with the same people in both lines in opposite orders;
   * seats of both become free at once.
   */
  @Test
  void promotions_in_two_events_at_the_same_time_give_each_person_one_seat_and_lose_nobody()
      throws Exception {
    for (int time = 0; time < 40; time++) {
      EventId spin = gym.event("Spin " + time, Duration.ofDays(400 + time), 4);
      EventId yoga = gym.event("Yoga " + time, Duration.ofDays(400 + time).plusMinutes(30), 4);
      List<BookingDesk.Reply> seats = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        ClientId spinner = people.get(i);
        ClientId yogi = people.get(4 + i);
        seats.add(pooled(desk -> desk.book(spin.value(), spinner.value(), false)));
        seats.add(pooled(desk -> desk.book(yoga.value(), yogi.value(), false)));
      }
      for (int i = 0; i < 8; i++) {
        ClientId one = people.get(10 + i);
        ClientId other = people.get(17 - i);
        pooled(desk -> desk.book(spin.value(), one.value(), false));
        pooled(desk -> desk.book(yoga.value(), other.value(), false));
      }
      List<Callable<BookingDesk.Reply>> work = new ArrayList<>();
      for (BookingDesk.Reply seat : seats) {
        UUID place = Objects.requireNonNull(seat.made());
        work.add(() -> pooled(desk -> desk.cancel(place, false)));
      }

      List<BookingDesk.Reply> replies = atOnce(work);

      assertThat(replies).allMatch(reply -> reply.answer().outcome().equals("cancelled"));
      List<UUID> promoted =
          replies.stream().flatMap(reply -> reply.answer().promoted().stream()).toList();
      assertThat(promoted).as("each once").hasSize(8).doesNotHaveDuplicates();
      assertThat(gym.places(spin).stream().filter(place -> place.endsWith(" booked"))).hasSize(4);
      assertThat(gym.places(yoga).stream().filter(place -> place.endsWith(" booked"))).hasSize(4);
      assertThat(
              gym.gym()
                  .value(
                      Long.class,
                      "select count(*) from event_participants where event_id in (?, ?) and status ="
                          + " 'waitlisted'",
                      spin.value(),
                      yoga.value()))
          .as("whoever has a seat waits no longer")
          .isZero();
    }
    assertThat(gym.miscounted()).isNull();
  }
}
