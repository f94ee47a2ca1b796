package com.tryzore.crm.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.access.TestGym;
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
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Series as staff make and change them. */
@SpringBootTest
class SeriesPlansTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Recurrence MONDAYS = Recurrence.of(Pattern.Weekly.on(DayOfWeek.MONDAY));

  @Autowired private SeriesPlans plans;
  @Autowired private Events events;
  @Autowired private Rooms rooms;
  @Autowired private Bookings bookings;
  @Autowired private Occurrences occurrences;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private final LocalDateTime first =
      LocalDate.now(BERLIN).with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atTime(18, 0);
  private ScheduleGym gym;
  private Binding desk;

  @BeforeEach
  void a_gym() {
    gym = ScheduleGym.open("Series");
    desk = bind(gym.gym().person("Sam Staff", Tier.STAFF));
  }

  private Binding bind(TestGym.Person person) {
    return gate.open(person.id(), gym.gym().slug(), Instant.now());
  }

  private <T> T at(Binding binding, Supplier<T> work) {
    return bindings.callAs(binding, work::get);
  }

  private static EventFacts spin() {
    return EventFacts.of(EventKind.CLASS, "Spin").seats(10);
  }

  private SeriesSaving.Made made(EventFacts facts, Recurrence rule) {
    return (SeriesSaving.Made)
        at(desk, () -> plans.create(new NewSeries(facts, first, HOUR, rule), Despite.EVERYTHING));
  }

  private SeriesRecord read(SeriesId series) {
    return at(desk, () -> plans.find(series)).orElseThrow();
  }

  private List<EventRecord> sessions(SeriesId series) {
    return at(
        desk, () -> plans.sessions(series, first.toLocalDate(), first.toLocalDate().plusYears(1)));
  }

  private SeriesChange apply(SeriesId series, SeriesWish wish, Despite despite) {
    return at(desk, () -> plans.apply(series, read(series).version(), wish, despite));
  }

  private static SeriesWish wish(Scope scope, LocalDateTime occurrence, Change change) {
    return new SeriesWish(new SeriesEdit(scope, occurrence, change, false), Optional.empty());
  }

  /** Every row of the gym as it is, for a look before and after. */
  private Map<String, String> everything() {
    Map<String, String> rows = new HashMap<>();
    for (String table : List.of("events", "event_series")) {
      String all =
          gym.gym()
              .value(
                  String.class,
                  "select string_agg((to_jsonb(t) - 'version' - 'updated_at' - 'line_position' - 'made_until')::text,"
                      + " chr(10) order by id) from %s t where organization_id = ?%s"
                          .formatted(
                              table, table.equals("event_series") ? " and ended_at is null" : ""),
                  gym.gym().id().value());
      rows.put(table, String.valueOf(all));
    }
    return rows;
  }

  @Test
  void a_series_makes_its_sessions_half_a_year_ahead_at_once() {
    SeriesSaving.Made made = made(spin(), MONDAYS);
    assertThat(made.sessions()).isBetween(25, 27);
    assertThat(sessions(made.series()))
        .hasSize(made.sessions())
        .allSatisfy(
            session ->
                assertThat(session.startsAt().atZone(BERLIN).toLocalDateTime())
                    .isEqualTo(session.originalStart())
                    .satisfies(
                        local -> {
                          assertThat(local.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
                          assertThat(local.toLocalTime()).isEqualTo(LocalTime.of(18, 0));
                        }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Europe/Berlin"})
  void local_time_stays_local_and_an_hour_an_hour_in_the_weeks_of_clock_changes(String zone) {
    gym.gym()
        .execute(
            "update organizations set time_zone = ? where id = ?", zone, gym.gym().id().value());
    desk = bind(gym.gym().person("Olga Owner", Tier.OWNER));
    ZoneId there = ZoneId.of(zone);
    LocalDateTime night = LocalDate.now(there).plusDays(1).atTime(2, 30);
    SeriesSaving.Made made =
        (SeriesSaving.Made)
            at(
                desk,
                () ->
                    plans.create(
                        new NewSeries(spin(), night, HOUR, Recurrence.of(new Pattern.Daily())),
                        Despite.NOTHING));
    List<EventRecord> sessions = sessions(made.series());
    assertThat(sessions)
        .allSatisfy(it -> assertThat(Duration.between(it.startsAt(), it.endsAt())).isEqualTo(HOUR));
    boolean changes =
        there
            .getRules()
            .nextTransition(sessions.getFirst().startsAt())
            .getInstant()
            .isBefore(sessions.getLast().startsAt());
    assertThat(sessions.stream().map(it -> there.getRules().getOffset(it.startsAt())).distinct())
        .as("half a year meets a clock change, but for some weeks in spring")
        .hasSize(changes ? 2 : 1);
    assertThat(sessions)
        .filteredOn(it -> !it.startsAt().atZone(there).toLocalDateTime().equals(it.originalStart()))
        .as("only what the clock skips is at another hour: 03:30 of that night")
        .allSatisfy(
            it -> {
              assertThat(it.startsAt().atZone(there).toLocalTime()).isEqualTo(LocalTime.of(3, 30));
              assertThat(
                      there
                          .getRules()
                          .isValidOffset(
                              it.originalStart(), there.getRules().getOffset(it.startsAt())))
                  .isFalse();
            });
  }

  @Test
  void this_and_following_divides_a_series_and_bookings_keep_their_events() {
    SeriesId series = made(spin(), MONDAYS).series();
    List<EventRecord> before = sessions(series);
    EventRecord third = before.get(2);
    ClientId ann = gym.member("Ann");
    at(desk, () -> bookings.book(third.id(), ann));
    SeriesWish later =
        wish(
            Scope.THIS_AND_FOLLOWING,
            Objects.requireNonNull(third.originalStart()),
            new Change.Move(third.originalStart().withHour(19), HOUR));
    assertThat(at(desk, () -> plans.impact(series, later)))
        .isInstanceOfSatisfying(
            SeriesChange.Shown.class,
            shown -> {
              assertThat(shown.impact().sessions().moved()).isEqualTo(before.size() - 2);
              assertThat(shown.impact().booked()).isEqualTo(1);
              assertThat(shown.impact().people()).isEqualTo(1);
            });
    Map<String, String> rows = everything();
    SeriesChange.Applied applied = (SeriesChange.Applied) apply(series, later, Despite.NOTHING);
    SeriesId continuation = applied.continuation().orElseThrow();
    assertThat(sessions(series)).hasSize(2);
    assertThat(sessions(continuation))
        .extracting(EventRecord::id)
        .containsExactlyElementsOf(
            before.subList(2, before.size()).stream().map(EventRecord::id).toList());
    assertThat(sessions(continuation)).allMatch(it -> it.startsAt().atZone(BERLIN).getHour() == 19);
    assertThat(gym.places(third.id())).containsExactly("Ann booked");
    assertThat(read(continuation).continues()).isEqualTo(series);
    assertThat(occurrences.makeDue()).as("the job finds nothing to make").isZero();

    assertThat(at(desk, () -> events.undo(applied.change()))).isEqualTo(new Undo.Done(List.of()));
    assertThat(everything()).isEqualTo(rows);
    assertThat(gym.places(third.id())).containsExactly("Ann booked");
    assertThat(at(desk, () -> events.undo(applied.change()))).isInstanceOf(Undo.Already.class);
  }

  @Test
  void a_whole_series_steps_by_half_an_hour_through_its_own_room() {
    RoomId hall = ((RoomSaving.Saved) at(desk, () -> rooms.create("Hall", 10))).room().id();
    SeriesId series = made(spin().in(hall), Recurrence.of(new Pattern.Daily())).series();
    SeriesChange change =
        apply(
            series,
            wish(Scope.ALL, first, new Change.Move(first.plusMinutes(30), HOUR)),
            Despite.NOTHING);
    assertThat(change).isInstanceOf(SeriesChange.Applied.class);
    assertThat(sessions(series))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(it.facts().room()).isEqualTo(hall);
              assertThat(it.startsAt().atZone(BERLIN).toLocalTime())
                  .isEqualTo(LocalTime.of(18, 30));
            });
  }

  @Test
  void cancelling_all_lists_the_places_and_releases_them_when_that_is_decided() {
    SeriesId series = made(spin().seats(1), MONDAYS).series();
    EventRecord second = sessions(series).get(1);
    List<ClientId> people = List.of(gym.member("Zoe"), gym.member("Ann"));
    people.forEach(person -> at(desk, () -> bookings.book(second.id(), person)));
    List<String> places = gym.places(second.id());
    SeriesWish cancel = wish(Scope.ALL, first, new Change.Cancel());
    Map<String, String> rows = everything();
    assertThat(apply(series, cancel, Despite.NOTHING))
        .isInstanceOfSatisfying(
            SeriesChange.Undecided.class,
            undecided -> assertThat(undecided.impact().lost()).hasSize(2));
    assertThat(everything()).isEqualTo(rows);
    SeriesChange.Applied applied =
        (SeriesChange.Applied) apply(series, cancel, new Despite(false, false, true, false));
    assertThat(sessions(series)).isEmpty();
    assertThat(gym.miscounted()).isNull();
    assertThat(occurrences.makeDue()).isZero();
    assertThat(at(desk, () -> events.undo(applied.change()))).isEqualTo(new Undo.Done(List.of()));
    assertThat(gym.places(second.id())).isEqualTo(places);
    assertThat(everything()).isEqualTo(rows);
  }

  @Test
  void one_that_was_changed_alone_survives_and_what_differs_is_all_that_is_written() {
    TestGym.Person tara = gym.gym().person("Tara Trainer", Tier.TRAINER);
    SeriesId series = made(spin(), MONDAYS).series();
    EventRecord fourth = sessions(series).get(3);
    at(
        desk,
        () ->
            events.change(
                fourth.id(), fourth.version(), fourth.facts().by(tara.id()), null, false));
    SeriesWish renamed =
        new SeriesWish(
            new SeriesEdit(Scope.ALL, first, new Change.Facts(), true),
            Optional.of(spin().named("Ride")));
    assertThat(apply(series, renamed, Despite.NOTHING)).isInstanceOf(SeriesChange.Applied.class);
    assertThat(sessions(series)).allMatch(it -> it.facts().title().equals("Ride"));
    assertThat(sessions(series).get(3).facts().trainer()).isEqualTo(tara.id());
    SeriesWish kept =
        new SeriesWish(
            new SeriesEdit(Scope.ALL, first, new Change.Facts(), false),
            Optional.of(spin().named("Spin")));
    apply(series, kept, Despite.NOTHING);
    assertThat(sessions(series))
        .filteredOn(it -> it.facts().title().equals("Ride"))
        .extracting(EventRecord::id)
        .containsExactly(fourth.id());
  }

  @Test
  void a_taken_room_leaves_a_session_without_it_and_marked() {
    RoomId hall = ((RoomSaving.Saved) at(desk, () -> rooms.create("Hall", 10))).room().id();
    at(
        desk,
        () ->
            events.create(
                new NewEvent(spin().named("Yoga").in(hall), null, first.plusWeeks(1), HOUR, null),
                false));
    NewSeries wanted = new NewSeries(spin().in(hall), first, HOUR, MONDAYS);
    assertThat(at(desk, () -> plans.create(wanted, Despite.NOTHING)))
        .isInstanceOfSatisfying(
            SeriesSaving.RoomTaken.class, taken -> assertThat(taken.by()).hasSize(1));
    SeriesSaving.Made made =
        (SeriesSaving.Made) at(desk, () -> plans.create(wanted, Despite.EVERYTHING));
    assertThat(made.withoutRoom()).isEqualTo(1);
    EventRecord second = sessions(made.series()).get(1);
    assertThat(second.facts().room()).isNull();
    assertThat(second.wantedRoom()).isEqualTo(hall);
    assertThat(at(desk, () -> events.undo(made.change()))).isInstanceOf(Undo.Done.class);
    assertThat(sessions(made.series())).isEmpty();
  }

  @Test
  void the_job_makes_what_is_due_once_even_when_two_run_at_once() throws Exception {
    SeriesSaving.Made made = made(spin(), MONDAYS);
    gym.gym()
        .execute(
            "delete from events where organization_id = ? and starts_at > now() + interval '10"
                + " weeks'",
            gym.gym().id().value());
    gym.gym()
        .execute(
            "update event_series set made_until = now() + interval '10 weeks' where organization_id"
                + " = ?",
            gym.gym().id().value());
    Thread other = Thread.ofPlatform().start(occurrences::makeDue);
    occurrences.makeDue();
    other.join();
    assertThat(sessions(made.series())).hasSizeBetween(made.sessions(), made.sessions() + 1);
    assertThat(sessions(made.series()).stream().map(EventRecord::originalStart).distinct())
        .hasSize(sessions(made.series()).size());
    assertThat(occurrences.makeDue()).isZero();
  }

  @Test
  void another_gym_a_trainer_and_an_older_version_change_nothing() {
    SeriesSaving.Made made = made(spin(), MONDAYS);
    SeriesWish cancel = wish(Scope.ALL, first, new Change.Cancel());
    Binding trainer = bind(gym.gym().person("Tara Trainer", Tier.TRAINER));
    long version = read(made.series()).version();
    assertThatThrownBy(
            () ->
                at(trainer, () -> plans.apply(made.series(), version, cancel, Despite.EVERYTHING)))
        .isInstanceOf(NotAllowedException.class);
    assertThatThrownBy(
            () ->
                at(
                    trainer,
                    () ->
                        plans.create(new NewSeries(spin(), first, HOUR, MONDAYS), Despite.NOTHING)))
        .isInstanceOf(NotAllowedException.class);
    ScheduleGym rival = ScheduleGym.open("Rival");
    Binding there =
        gate.open(
            rival.gym().person("Rita Rival", Tier.OWNER).id(), rival.gym().slug(), Instant.now());
    assertThat(at(there, () -> plans.apply(made.series(), version, cancel, Despite.EVERYTHING)))
        .isInstanceOf(SeriesChange.Unknown.class);
    assertThat(at(there, () -> plans.impact(made.series(), cancel)))
        .isInstanceOf(SeriesChange.Unknown.class);
    assertThat(at(desk, () -> plans.apply(made.series(), version - 1, cancel, Despite.EVERYTHING)))
        .isInstanceOf(SeriesChange.ChangedMeanwhile.class);
    assertThat(sessions(made.series())).hasSize(made.sessions());
  }
}
