package com.tryzore.crm.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.schedule.edits.Change;
import com.tryzore.crm.schedule.edits.Scope;
import com.tryzore.crm.schedule.edits.SeriesEdit;
import com.tryzore.crm.schedule.recurrence.Pattern;
import com.tryzore.crm.schedule.recurrence.Recurrence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Series under one change after another, some undone: rows and rules tell the same throughout. */
@SpringBootTest
class SeriesWalkTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Duration HOUR = Duration.ofHours(1);

  @Autowired private SeriesPlans plans;
  @Autowired private Events events;
  @Autowired private Rooms rooms;
  @Autowired private Bookings bookings;
  @Autowired private Occurrences occurrences;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private <T> T at(Binding binding, Supplier<T> work) {
    return bindings.callAs(binding, work::get);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 4, 5})
  void whatever_is_changed_and_undone_no_session_is_lost_doubled_or_made_up(long seed) {
    Random random = new Random(seed);
    ScheduleGym gym = ScheduleGym.open("Walked");
    Binding desk =
        gate.open(gym.gym().person("Sam Staff", Tier.STAFF).id(), gym.gym().slug(), Instant.now());
    RoomId hall = ((RoomSaving.Saved) at(desk, () -> rooms.create("Hall", 10))).room().id();
    LocalDateTime first = LocalDate.now(BERLIN).plusDays(1).atTime(18, 0);
    EventFacts facts = EventFacts.of(EventKind.CLASS, "Spin").in(hall).seats(10);
    List<SeriesId> all = new ArrayList<>();
    all.add(
        ((SeriesSaving.Made)
                at(
                    desk,
                    () ->
                        plans.create(
                            new NewSeries(facts, first, HOUR, Recurrence.of(new Pattern.Daily())),
                            Despite.NOTHING)))
            .series());
    List<EventRecord> start = sessions(desk, all.get(0), first);
    ClientId ann = gym.member("Ann");
    start.stream()
        .limit(40)
        .filter(session -> random.nextInt(4) == 0)
        .forEach(session -> at(desk, () -> bookings.book(session.id(), ann)));
    int applied = 0;
    for (int step = 0; step < 15; step++) {
      SeriesId series = all.get(random.nextInt(all.size()));
      List<EventRecord> sessions = sessions(desk, series, first);
      if (sessions.isEmpty()) {
        continue;
      }
      EventRecord chosen = sessions.get(random.nextInt(Math.min(sessions.size(), 30)));
      SeriesWish wish = anyWish(random, chosen, facts);
      long version = at(desk, () -> plans.find(series)).orElseThrow().version();
      SeriesChange change = at(desk, () -> plans.apply(series, version, wish, Despite.EVERYTHING));
      assertThat(change)
          .as("%s", wish)
          .isInstanceOfAny(SeriesChange.Applied.class, SeriesChange.Refused.class);
      if (change instanceof SeriesChange.Applied done) {
        applied++;
        // What cancels a whole series is always undone, or the walk would soon be at its end.
        boolean ends =
            wish.edit().change() instanceof Change.Cancel && wish.edit().scope() != Scope.THIS;
        if (ends || random.nextInt(3) == 0) {
          assertThat(at(desk, () -> events.undo(done.change()))).isInstanceOf(Undo.Done.class);
        } else {
          done.continuation().ifPresent(all::add);
        }
      }
      assertThat(gym.miscounted()).isNull();
      all.forEach(one -> isConsistent(desk, one));
    }
    assertThat(applied).isGreaterThan(3);
    assertThat(occurrences.makeDue()).isZero();
  }

  private List<EventRecord> sessions(Binding desk, SeriesId series, LocalDateTime first) {
    LocalDate from = first.toLocalDate().minusDays(9);
    return at(desk, () -> plans.sessions(series, from, from.plusYears(1)));
  }

  private static SeriesWish anyWish(Random random, EventRecord chosen, EventFacts facts) {
    LocalDateTime original = Objects.requireNonNull(chosen.originalStart());
    Scope scope = List.of(Scope.THIS, Scope.THIS_AND_FOLLOWING, Scope.ALL).get(random.nextInt(3));
    LocalDateTime moved =
        original.plusMinutes(15L * (random.nextInt(9) - 4)).plusDays(random.nextInt(2));
    Duration length = Duration.ofMinutes(30 + 15L * random.nextInt(4));
    Change change =
        switch (random.nextInt(4)) {
          case 0 -> new Change.Move(moved, length);
          case 1 -> new Change.Facts();
          case 2 -> random.nextInt(3) == 0 ? new Change.Cancel() : new Change.Facts();
          default ->
              new Change.Repeat(
                  original,
                  length,
                  Recurrence.of(
                      Pattern.Weekly.on(
                          original.getDayOfWeek(), DayOfWeek.of(1 + random.nextInt(7)))));
        };
    return new SeriesWish(
        new SeriesEdit(scope, original, change, random.nextBoolean()),
        change instanceof Change.Facts
            ? Optional.of(facts.named("Spin " + random.nextInt(9)))
            : Optional.empty());
  }

  /** The rule, what it leaves out and what was changed alone come to exactly the rows there are. */
  private void isConsistent(Binding desk, SeriesId id) {
    SeriesRecord series = at(desk, () -> plans.find(id)).orElseThrow();
    Instant now = Instant.now();
    List<LocalDateTime> planned =
        series
            .times()
            .starts(
                LocalDateTime.ofInstant(now, BERLIN).minusDays(1),
                LocalDateTime.ofInstant(series.madeUntil(), BERLIN))
            .toList();
    List<LocalDateTime> there =
        sessions(desk, id, LocalDate.now(BERLIN).atStartOfDay()).stream()
            .map(session -> Objects.requireNonNull(session.originalStart()))
            .filter(start -> start.isBefore(LocalDateTime.ofInstant(series.madeUntil(), BERLIN)))
            .sorted()
            .toList();
    assertThat(there).as("%s", series.times()).isEqualTo(planned);
  }
}
