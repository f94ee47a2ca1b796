package com.tryzore.crm.schedule;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.schedule.SerialGym.Answer;
import com.tryzore.crm.schedule.SerialGym.When;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * One gym, some people at some desks, all at once; then the same once more, one after another, in
 * plain Java.
 */
final class InterleavedRound {

  /** What somebody did, what came of it, and how the model does the same. */
  private record Deed(
      String what, BookingDesk.Reply reply, Function<SerialGym, Answer> inTheModel) {}

  /** A way to call the database. */
  private interface Call {
    BookingDesk.Reply at(BookingDesk desk) throws SQLException;
  }

  static final Map<String, AtomicLong> COUNTS = new ConcurrentHashMap<>();

  private final long seed;
  private final ScheduleGym gym;
  private final List<UUID> clients;
  private final SerialGym model = new SerialGym();
  private final List<UUID> events = new ArrayList<>();
  private final List<UUID> taught = new ArrayList<>();
  private final List<BookingDesk> desks = new ArrayList<>();
  private final List<UUID> places = new CopyOnWriteArrayList<>();
  private final Map<UUID, UUID> eventOf = new ConcurrentHashMap<>();
  private final List<UUID> visits = new CopyOnWriteArrayList<>();
  private final BookingDesk trainer;

  /** Whether some write to the table themselves, which may meet a deadlock; functions never do. */
  private final boolean byHand;

  InterleavedRound(TestDatabase database, long seed) throws SQLException {
    this.seed = seed;
    Random random = new Random(seed);
    byHand = random.nextBoolean();
    gym = ScheduleGym.on(database, "Interleaved");
    clients = gym.members(8 + random.nextInt(30)).stream().map(ClientId::value).toList();
    clients.forEach(client -> model.active.put(client, true));
    TestGym.Person coach = gym.gym().person("Tara Trainer", Tier.TRAINER);
    Instant now = Instant.now();
    for (int i = 0; i < 12; i++) {
      When when = i < 8 ? When.AHEAD : i < 10 ? When.SOON : When.BEGUN;
      // Those ahead overlap in chains: each is an hour, and the next begins within it, or after it.
      int from = when == When.AHEAD ? i * (20 + random.nextInt(25)) : 0;
      Instant start =
          switch (when) {
            case AHEAD -> now.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(from));
            case SOON -> now.plus(Duration.ofMinutes(45));
            case BEGUN -> now.minus(Duration.ofMinutes(10));
          };
      Integer capacity = random.nextInt(12) == 0 ? null : 1 + random.nextInt(6);
      boolean hers = random.nextBoolean();
      UUID id =
          gym.event("Event " + i, start, Duration.ofMinutes(60), capacity, hers ? coach : null)
              .value();
      // Soon and begun: 45 to 105 and -10 to 50 minutes from now, which overlap; a day before those
      // ahead.
      int shown = when == When.AHEAD ? 10_000 + from : when == When.SOON ? 45 : -10;
      model.events.put(id, new SerialGym.Event(id, when, shown, shown + 60, capacity));
      events.add(id);
      if (hers) {
        taught.add(id);
      }
    }
    Tier[] tiers = {
      Tier.STAFF, Tier.STAFF, Tier.STAFF, Tier.ADMIN, Tier.ADMIN, Tier.OWNER, Tier.OWNER
    };
    for (Tier tier : tiers) {
      desks.add(BookingDesk.open(gym.gym(), gym.gym().person("Desk " + tier, tier)));
    }
    trainer = BookingDesk.open(gym.gym(), coach);
  }

  /** Lets everybody work at once, then replays; every difference is an error with the seed. */
  void run(int deeds) throws Exception {
    List<Deed> done = new ArrayList<>();
    AtomicInteger left = new AtomicInteger(deeds);
    try (ExecutorService threads = Executors.newFixedThreadPool(desks.size() + 1)) {
      List<Future<List<Deed>>> all = new ArrayList<>();
      for (int i = 0; i <= desks.size(); i++) {
        BookingDesk desk = i < desks.size() ? desks.get(i) : trainer;
        Random random = new Random(seed * 31 + i);
        all.add(
            threads.submit(
                () -> {
                  List<Deed> mine = new ArrayList<>();
                  while (left.getAndDecrement() > 0) {
                    mine.add(desk == trainer ? teach(random) : work(desk, random));
                  }
                  return mine;
                }));
      }
      for (Future<List<Deed>> each : all) {
        done.addAll(each.get());
      }
    }
    for (BookingDesk desk : desks) {
      desk.close();
    }
    trainer.close();
    replay(done);
    compare();
  }

  private Deed work(BookingDesk desk, Random random) throws Exception {
    UUID client = clients.get(random.nextInt(clients.size()));
    UUID event = someEvent(random);
    boolean flag = random.nextInt(4) == 0;
    int dice = random.nextInt(100);
    if (dice >= 40 && dice < 82 && places.isEmpty()) {
      dice = 0;
    }
    if (dice < 40) {
      return make(
          "book",
          desk,
          event,
          d -> d.book(event, client, flag),
          id -> m -> m.book(client, event(m, event), flag, id));
    } else if (dice < 58) {
      UUID place = somePlace(random);
      return act("cancel", desk, d -> d.cancel(place, flag), m -> m.cancel(place(m, place), flag));
    } else if (dice < 66) {
      UUID place = somePlace(random);
      return make(
          "move",
          desk,
          event,
          d -> d.move(place, event),
          id -> m -> m.move(place(m, place), event(m, event), id));
    } else if (dice < 71) {
      UUID place = somePlace(random);
      return act("restore", desk, d -> d.restore(place), m -> m.restore(place(m, place)));
    } else if (dice < 80) {
      UUID place = somePlace(random);
      String status = List.of("attended", "no_show", "booked").get(random.nextInt(3));
      return act("mark", desk, d -> d.mark(place, status), m -> m.mark(place(m, place), status));
    } else if (dice < 82 && byHand) {
      UUID place = somePlace(random);
      return act(
          "cancel by hand",
          desk,
          d -> d.cancelByHand(place),
          m ->
              List.of("booked", "waitlisted").contains(place(m, place).status)
                  ? m.cancel(place(m, place), true)
                  : Answer.of("no"));
    } else if (dice < 87) {
      Integer capacity = random.nextInt(15) == 0 ? null : 1 + random.nextInt(8);
      return act(
          "resize", desk, d -> d.resize(event, capacity), m -> m.resize(event(m, event), capacity));
    } else if (dice < 91) {
      return check(desk, client);
    } else if (dice < 93 && !visits.isEmpty()) {
      UUID visit = visits.get(random.nextInt(visits.size()));
      return act(
          "undo",
          desk,
          d -> d.undoVisit(visit),
          m -> m.undoVisit(Objects.requireNonNull(m.visits.get(visit))));
    } else if (dice < 95) {
      boolean active = random.nextInt(3) > 0;
      return act(
          "standing",
          desk,
          d -> d.standing(client, active),
          m -> {
            m.active.put(client, active);
            return Answer.of("set");
          });
    }
    return walkIn(desk, event, client);
  }

  private Deed teach(Random random) throws Exception {
    UUID client = clients.get(random.nextInt(clients.size()));
    UUID event = someEvent(random);
    if (random.nextInt(3) == 0 || places.isEmpty()) {
      return taught.contains(event)
          ? walkIn(trainer, event, client)
          : refused(() -> trainer.walkIn(event, client));
    }
    UUID place = somePlace(random);
    String status = List.of("attended", "no_show", "booked").get(random.nextInt(3));
    return taught.contains(eventOf.get(place))
        ? act("teach", trainer, d -> d.mark(place, status), m -> m.mark(place(m, place), status))
        : refused(() -> trainer.mark(place, status));
  }

  private interface Refused {
    Object call() throws SQLException;
  }

  /** A class of somebody else: refused, and so without a place in the order. */
  private static Deed refused(Refused call) throws SQLException {
    try {
      throw new AssertionError("a trainer did something in another's class: " + call.call());
    } catch (SQLException refused) {
      if (!"42501".equals(refused.getSQLState())) {
        throw refused;
      }
      count("refused to a trainer");
      return new Deed(
          "refused",
          new BookingDesk.Reply(Answer.of("refused"), null, 0),
          m -> Answer.of("refused"));
    }
  }

  private Deed walkIn(BookingDesk desk, UUID event, UUID client) throws Exception {
    return make(
        "walk in",
        desk,
        event,
        d -> d.walkIn(event, client),
        id -> m -> m.walkIn(client, event(m, event), id));
  }

  private Deed check(BookingDesk desk, UUID client) throws Exception {
    BookingDesk.Reply reply = settled(desk, d -> d.checkIn(client));
    if (reply.made() != null) {
      visits.add(reply.made());
    }
    count("check in: " + reply.answer().outcome());
    return new Deed("check in", reply, m -> m.checkIn(client, reply.made()));
  }

  /** Rather one that people come to now, where places are also marked. */
  private UUID someEvent(Random random) {
    return events.get(random.nextInt(3) == 0 ? 8 + random.nextInt(4) : random.nextInt(8));
  }

  private UUID somePlace(Random random) {
    // Rather one of the latest: most of the old ones are given up.
    int size = places.size();
    return places.get(
        random.nextInt(4) == 0
            ? random.nextInt(size)
            : size - 1 - random.nextInt(Math.min(size, 60)));
  }

  private Deed make(
      String what,
      BookingDesk desk,
      UUID event,
      Call call,
      Function<UUID, Function<SerialGym, Answer>> inTheModel)
      throws Exception {
    BookingDesk.Reply reply = settled(desk, call);
    UUID made = reply.made();
    if (made != null && eventOf.putIfAbsent(made, event) == null) {
      places.add(made);
    }
    count(what + ": " + reply.answer().outcome());
    return new Deed(what, reply, inTheModel.apply(made));
  }

  private Deed act(String what, BookingDesk desk, Call call, Function<SerialGym, Answer> inTheModel)
      throws Exception {
    BookingDesk.Reply reply = settled(desk, call);
    count(what + ": " + reply.answer().outcome());
    return new Deed(what, reply, inTheModel);
  }

  private static void count(String what) {
    COUNTS.computeIfAbsent(what, none -> new AtomicLong()).incrementAndGet();
  }

  /** As the service does: what lost a race is tried again. */
  private BookingDesk.Reply settled(BookingDesk desk, Call call) throws Exception {
    for (int tries = 1; ; tries++) {
      try {
        return call.at(desk);
      } catch (SQLException lost) {
        boolean race = "40001".equals(lost.getSQLState()) || "40P01".equals(lost.getSQLState());
        if (!race || tries == 200) {
          throw lost;
        }
        count("again after " + lost.getSQLState() + (byHand ? ", some by hand" : ""));
        Thread.sleep(0, 200_000 + (int) (Math.random() * 700_000));
      }
    }
  }

  private static SerialGym.Event event(SerialGym model, UUID id) {
    return Objects.requireNonNull(model.events.get(id));
  }

  private static SerialGym.Place place(SerialGym model, UUID id) {
    return Objects.requireNonNull(model.places.get(id), "a place that nobody has made yet");
  }

  private void replay(List<Deed> done) {
    done.sort(Comparator.comparingLong(deed -> deed.reply().ticket()));
    List<String> before = new ArrayList<>();
    for (Deed deed : done) {
      // An update by hand that found nothing to change locked nothing: it has no place in the
      // order.
      if (deed.reply().ticket() == 0 || deed.reply().answer().outcome().equals("no")) {
        continue;
      }
      Answer expected = deed.inTheModel().apply(model);
      Answer got = deed.reply().answer();
      if (deed.what().equals("cancel by hand") && got.outcome().equals("cancelled")) {
        expected = Answer.of(expected.outcome());
      }
      before.add(deed.what() + " " + deed.reply());
      if (!expected.equals(got)) {
        throw new AssertionError(
            "seed %d, ticket %d, %s: one after another it is %s, the database said %s; before: %s"
                .formatted(
                    seed,
                    deed.reply().ticket(),
                    deed.what(),
                    expected,
                    got,
                    before.subList(Math.max(0, before.size() - 12), before.size())));
      }
    }
  }

  /** The rows that the database has in the end, and those of the model. */
  private void compare() {
    Map<String, String> expected = new TreeMap<>();
    model.places.values().forEach(place -> expected.put(place.id.toString(), place.toString()));
    for (SerialGym.Event event : model.events.values()) {
      expected.put(
          event.id.toString(),
          "%s of %s, %d waiting, %d given out"
              .formatted(event.seats(), event.capacity, event.line().size(), event.lastNumber));
    }
    for (UUID client : clients) {
      expected.put("visits of " + client, "" + model.visitsThatStand(client).size());
    }
    Map<String, String> actual = RoundRows.of(gym.gym(), clients);
    if (!expected.equals(actual)) {
      actual.entrySet().removeAll(Map.copyOf(expected).entrySet());
      throw new AssertionError(
          "seed %d: the end differs; the database has %s, the model %s"
              .formatted(
                  seed,
                  actual,
                  actual.keySet().stream().map(key -> key + "=" + expected.get(key)).toList()));
    }
    String miscounted = gym.miscounted();
    if (miscounted != null) {
      throw new AssertionError("seed %d: %s".formatted(seed, miscounted));
    }
    COUNTS
        .computeIfAbsent("promoted from a line", none -> new AtomicLong())
        .addAndGet(model.promotions);
    COUNTS.computeIfAbsent("dropped from a line", none -> new AtomicLong()).addAndGet(model.drops);
  }
}
