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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Rooms and single events, as staff make and change them. */
@SpringBootTest
class EventsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Duration HOUR = Duration.ofHours(1);

  @Autowired private Events events;
  @Autowired private Rooms rooms;
  @Autowired private Bookings bookings;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private final LocalDateTime six = LocalDate.now(BERLIN).plusDays(3).atTime(18, 0);
  private ScheduleGym gym;
  private Binding desk;

  @BeforeEach
  void a_gym() {
    gym = ScheduleGym.open("Planned");
    desk = bind(gym.gym().person("Sam Staff", Tier.STAFF));
  }

  private Binding bind(TestGym.Person person) {
    return gate.open(person.id(), gym.gym().slug(), Instant.now());
  }

  private <T> T at(Binding binding, Supplier<T> work) {
    return bindings.callAs(binding, work::get);
  }

  private RoomId room(String name) {
    return ((RoomSaving.Saved) at(desk, () -> rooms.create(name, 20))).room().id();
  }

  private static NewEvent spin(EventFacts facts, LocalDateTime start) {
    return new NewEvent(facts, null, start, HOUR, null);
  }

  private static EventFacts spin() {
    return EventFacts.of(EventKind.CLASS, "Spin");
  }

  private EventSaving.Saved made(NewEvent event) {
    EventSaving saving = at(desk, () -> events.create(event, false));
    assertThat(saving).isInstanceOf(EventSaving.Saved.class);
    return (EventSaving.Saved) saving;
  }

  private EventRecord read(EventId event) {
    return at(desk, () -> events.find(event)).orElseThrow();
  }

  @Test
  void rooms_are_added_renamed_archived_and_never_share_a_name() {
    Room hall = ((RoomSaving.Saved) at(desk, () -> rooms.create("  Hall ", 12))).room();
    assertThat(hall.name()).isEqualTo("Hall");
    assertThat(at(desk, () -> rooms.create("Hall", null))).isInstanceOf(RoomSaving.NameTaken.class);
    Room renamed =
        ((RoomSaving.Saved) at(desk, () -> rooms.change(hall.id(), hall.version(), "Studio", null)))
            .room();
    assertThat(at(desk, () -> rooms.change(hall.id(), hall.version(), "Other", 3)))
        .isEqualTo(new RoomSaving.ChangedMeanwhile(renamed));
    EventSaving.Saved spin = made(spin(spin().in(hall.id()), six));
    assertThat(at(desk, () -> rooms.archive(hall.id(), renamed.version())))
        .isEqualTo(new RoomSaving.StillUsed(1));
    at(desk, () -> events.cancel(spin.event(), spin.version(), "closed", false));
    assertThat(at(desk, () -> rooms.archive(hall.id(), renamed.version())))
        .isInstanceOfSatisfying(
            RoomSaving.Saved.class, saved -> assertThat(saved.room().archived()).isTrue());
  }

  @Test
  void a_room_is_never_given_twice_and_the_other_event_is_named() {
    RoomId hall = room("Hall");
    EventSaving.Saved first = made(spin(spin().in(hall), six));
    assertThat(at(desk, () -> events.create(spin(spin().in(hall), six.plusMinutes(59)), true)))
        .isInstanceOfSatisfying(
            EventSaving.RoomTaken.class,
            taken ->
                assertThat(taken.by())
                    .singleElement()
                    .satisfies(
                        clash -> {
                          assertThat(clash.event()).isEqualTo(first.event());
                          assertThat(clash.title()).isEqualTo("Spin");
                        }));
    EventSaving.Saved next = made(spin(spin().in(hall), six.plusHours(1)));
    assertThat(
            at(
                desk,
                () ->
                    events.move(
                        next.event(),
                        next.version(),
                        six.plusMinutes(30),
                        Duration.ofMinutes(45),
                        hall,
                        false)))
        .isInstanceOf(EventSaving.RoomTaken.class);
    assertThat(read(next.event()).startsAt())
        .isEqualTo(six.plusHours(1).atZone(BERLIN).toInstant());
  }

  @Test
  void two_desks_that_want_the_same_room_at_once_get_it_once() throws Exception {
    RoomId hall = room("Hall");
    Binding other = bind(gym.gym().person("Olga Owner", Tier.OWNER));
    try (ExecutorService desks = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 10; round++) {
        LocalDateTime start = six.plusHours(2L * round);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<EventSaving>> answers = new ArrayList<>();
        for (Binding who : List.of(desk, other)) {
          Callable<EventSaving> wish =
              () -> {
                together.await();
                return at(who, () -> events.create(spin(spin().in(hall), start), true));
              };
          answers.add(desks.submit(wish));
        }
        List<EventSaving> said = List.of(answers.get(0).get(), answers.get(1).get());
        assertThat(said).hasAtLeastOneElementOfType(EventSaving.Saved.class);
        assertThat(said).hasAtLeastOneElementOfType(EventSaving.RoomTaken.class);
      }
    }
  }

  @Test
  void a_busy_trainer_is_a_warning_that_can_be_overridden() {
    TestGym.Person tara = gym.gym().person("Tara Trainer", Tier.TRAINER);
    EventSaving.Saved first = made(spin(spin().by(tara.id()), six));
    NewEvent second = spin(spin().named("Yoga").by(tara.id()), six.plusMinutes(30));
    assertThat(at(desk, () -> events.create(second, false)))
        .isInstanceOfSatisfying(
            EventSaving.TrainerBusy.class,
            busy -> assertThat(busy.by()).extracting(Clash::event).containsOnly(first.event()));
    assertThat(at(desk, () -> events.create(second, true))).isInstanceOf(EventSaving.Saved.class);
  }

  @Test
  void whoever_saw_an_older_version_changes_nothing() {
    EventSaving.Saved spin = made(spin(spin(), six));
    EventSaving changed =
        at(
            desk,
            () -> events.change(spin.event(), spin.version(), spin().named("Ride"), null, false));
    assertThat(changed).isInstanceOf(EventSaving.Saved.class);
    assertThat(
            at(
                desk,
                () ->
                    events.change(
                        spin.event(), spin.version(), spin().named("Other"), null, false)))
        .isInstanceOf(EventSaving.ChangedMeanwhile.class);
    assertThat(read(spin.event()).facts().title()).isEqualTo("Ride");
  }

  @Test
  void cancelling_lists_the_places_first_and_undo_gives_them_back_in_their_order() {
    EventSaving.Saved spin = made(spin(spin().seats(1), six));
    List<ClientId> people = gym.members(3);
    people.forEach(person -> at(desk, () -> bookings.book(spin.event(), person)));
    List<String> before = gym.places(spin.event());
    assertThat(at(desk, () -> events.cancel(spin.event(), spin.version(), "ill", false)))
        .isInstanceOfSatisfying(
            EventSaving.HasPlaces.class,
            has ->
                assertThat(has.places())
                    .extracting(HeldPlace::status)
                    .containsExactly(
                        PlaceStatus.BOOKED, PlaceStatus.WAITLISTED, PlaceStatus.WAITLISTED));
    assertThat(gym.places(spin.event())).isEqualTo(before);
    EventSaving cancelled =
        at(desk, () -> events.cancel(spin.event(), spin.version(), "ill", true));
    assertThat(read(spin.event()).cancelled()).isTrue();
    assertThat(read(spin.event()).booked() + read(spin.event()).waiting()).isZero();
    ChangeId change = ((EventSaving.Saved) cancelled).change();
    assertThat(at(desk, () -> events.undo(change))).isEqualTo(new Undo.Done(List.of()));
    assertThat(gym.places(spin.event())).isEqualTo(before);
    assertThat(gym.miscounted()).isNull();
    assertThat(at(desk, () -> events.undo(change))).isInstanceOf(Undo.Already.class);
  }

  @Test
  void seats_are_not_made_fewer_than_are_taken() {
    EventSaving.Saved spin = made(spin(spin().seats(3), six));
    gym.members(2).forEach(person -> at(desk, () -> bookings.book(spin.event(), person)));
    assertThat(
            at(
                desk,
                () -> events.change(spin.event(), spin.version(), spin().seats(1), null, false)))
        .isEqualTo(new EventSaving.TooSmall(2));
  }

  @Test
  void a_tour_keeps_its_facts_and_books_its_guest() {
    ClientId nia = gym.member("Nia", "prospect", null);
    TourFacts facts = new TourFacts(TourFacts.Type.BOOKED, TourFacts.Source.REFERRAL, null);
    EventSaving.Saved tour =
        made(new NewEvent(EventFacts.of(EventKind.TOUR, "Tour: Nia"), facts, six, HOUR, nia));
    assertThat(read(tour.event()).tour()).isEqualTo(facts);
    assertThat(read(tour.event()).booked()).isEqualTo(1);
    TourFacts joined =
        new TourFacts(TourFacts.Type.BOOKED, TourFacts.Source.REFERRAL, TourFacts.Outcome.JOINED);
    at(
        desk,
        () ->
            events.change(
                tour.event(),
                tour.version(),
                EventFacts.of(EventKind.TOUR, "Tour: Nia"),
                joined,
                false));
    assertThat(read(tour.event()).tour()).isEqualTo(joined);
    EventSaving refused =
        at(
            desk,
            () ->
                events.create(
                    new NewEvent(
                        EventFacts.of(EventKind.PERSONAL_TRAINING, "PT"), null, six, HOUR, nia),
                    false));
    assertThat(refused).isInstanceOf(EventSaving.ClientRefused.class);
    assertThat(
            gym.gym()
                .value(
                    Long.class,
                    "select count(*) from events where organization_id = ? and title = 'PT'",
                    gym.gym().id().value()))
        .isZero();
  }

  @Test
  void the_past_never_changes() {
    EventId begun = gym.event("Begun", Duration.ofMinutes(-5), 3);
    EventRecord event = read(begun);
    assertThat(at(desk, () -> events.cancel(begun, event.version(), "late", true)))
        .isInstanceOf(EventSaving.HasBegun.class);
    assertThat(at(desk, () -> events.move(begun, event.version(), six, HOUR, null, true)))
        .isInstanceOf(EventSaving.HasBegun.class);
    assertThat(
            at(
                desk,
                () -> events.create(spin(spin(), LocalDateTime.now(BERLIN).minusDays(1)), true)))
        .isInstanceOf(EventSaving.HasBegun.class);
  }

  @Test
  void trainers_members_and_other_gyms_change_nothing() {
    EventSaving.Saved spin = made(spin(spin(), six));
    for (Tier tier : List.of(Tier.TRAINER, Tier.MEMBER)) {
      Binding who = bind(gym.gym().person("Some " + tier, tier));
      assertThat(at(who, () -> events.find(spin.event()))).isPresent();
      assertThatThrownBy(() -> at(who, () -> events.create(spin(spin(), six), true)))
          .isInstanceOf(NotAllowedException.class);
      assertThatThrownBy(
              () -> at(who, () -> events.cancel(spin.event(), spin.version(), "no", true)))
          .isInstanceOf(NotAllowedException.class);
      assertThatThrownBy(() -> at(who, () -> rooms.create("Mine", 1)))
          .isInstanceOf(NotAllowedException.class);
    }
    ScheduleGym rival = ScheduleGym.open("Rival");
    Binding there =
        gate.open(
            rival.gym().person("Rita Rival", Tier.OWNER).id(), rival.gym().slug(), Instant.now());
    assertThat(at(there, () -> events.find(spin.event()))).isEmpty();
    assertThat(at(there, () -> events.cancel(spin.event(), spin.version(), "no", true)))
        .isInstanceOf(EventSaving.Unknown.class);
    assertThat(at(there, () -> events.undo(spin.change()))).isInstanceOf(Undo.Unknown.class);
    assertThat(at(there, () -> events.create(spin(spin().in(room("Ours")), six), true)))
        .as("another gym's room")
        .isInstanceOf(EventSaving.Unknown.class);
    assertThat(at(there, () -> rooms.list())).isEmpty();
  }
}
