package com.tryzore.crm.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.frontdesk.CheckIn;
import com.tryzore.crm.frontdesk.FrontDesk;
import com.tryzore.crm.frontdesk.Source;
import com.tryzore.crm.frontdesk.Undo;
import com.tryzore.crm.frontdesk.VisitId;
import com.tryzore.crm.members.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Who came: at the desk, on the roster, and both as one fact. */
@SpringBootTest
class AttendanceTest {

  private static final Duration AN_HOUR = Duration.ofHours(1);

  @Autowired private Bookings bookings;
  @Autowired private FrontDesk frontDesk;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private ScheduleGym gym;
  private Binding desk;
  private TestGym.Person tara;
  private Binding trainer;

  @BeforeEach
  void a_gym() {
    gym = ScheduleGym.open("Attended");
    desk = bind(gym.gym().person("Sam Staff", Tier.STAFF));
    tara = gym.gym().person("Tara Trainer", Tier.TRAINER);
    trainer = bind(tara);
  }

  private Binding bind(TestGym.Person person) {
    return gate.open(person.id(), gym.gym().slug(), Instant.now());
  }

  private <T> T at(Binding binding, Supplier<T> work) {
    return bindings.callAs(binding, work::get);
  }

  private EventId event(Duration ahead, int capacity) {
    return gym.event("Spin", Instant.now().plus(ahead), AN_HOUR, capacity, tara);
  }

  /** Somebody with a seat in an event, which was booked while the event lay ahead. */
  private ParticipantId seat(EventId event, ClientId client) {
    Instant start =
        Objects.requireNonNull(
                gym.gym()
                    .value(
                        OffsetDateTime.class,
                        "select starts_at from events where id = ?",
                        event.value()))
            .toInstant();
    gym.startsAt(event, Instant.now().plus(Duration.ofDays(400)));
    Booking booked = at(desk, () -> bookings.book(event, client));
    gym.startsAt(event, start);
    return ((Booking.Booked) booked).participant();
  }

  private VisitId checkIn(ClientId client) {
    return ((CheckIn.Done) at(desk, () -> frontDesk.checkIn(client, Source.SEARCH))).visit();
  }

  private String status(ParticipantId place) {
    return Objects.requireNonNull(
        gym.gym()
            .value(
                String.class, "select status from event_participants where id = ?", place.value()));
  }

  @Test
  void a_check_in_within_the_window_marks_the_booking_and_its_undo_takes_the_mark_back() {
    for (Duration ahead :
        new Duration[] {Duration.ofMinutes(59), Duration.ofMinutes(1), Duration.ofMinutes(-29)}) {
      ClientId ann = gym.member("Ann");
      ParticipantId place = seat(event(ahead, 5), ann);
      VisitId visit = checkIn(ann);
      assertThat(status(place)).as("starts in " + ahead).isEqualTo("attended");
      assertThat(gym.visits(ann)).isEqualTo(1);
      assertThat(at(desk, () -> frontDesk.undo(visit))).isEqualTo(Undo.DONE);
      assertThat(status(place)).isEqualTo("booked");
      assertThat(gym.visits(ann)).isZero();
    }
  }

  @Test
  void a_check_in_outside_the_window_marks_nothing() {
    for (Duration ahead : new Duration[] {Duration.ofMinutes(61), Duration.ofMinutes(-31)}) {
      ClientId ann = gym.member("Ann");
      ParticipantId place = seat(event(ahead, 5), ann);
      checkIn(ann);
      assertThat(status(place)).as("starts in " + ahead).isEqualTo("booked");
    }
    gym.settings("{\"check_in_before_minutes\": 120, \"check_in_after_minutes\": 45}");
    for (Duration ahead : new Duration[] {Duration.ofMinutes(61), Duration.ofMinutes(-31)}) {
      ClientId ann = gym.member("Ann");
      ParticipantId place = seat(event(ahead, 5), ann);
      checkIn(ann);
      assertThat(status(place)).as("with a wider window").isEqualTo("attended");
    }
  }

  @Test
  void whoever_teaches_marks_presence_and_that_is_a_visit_in_their_name() {
    ClientId ann = gym.member("Ann");
    ParticipantId place = seat(event(Duration.ofMinutes(-10), 5), ann);
    assertThat(at(trainer, () -> bookings.mark(place, PlaceStatus.ATTENDED)))
        .isEqualTo(Marking.DONE);
    assertThat(
            gym.gym()
                .value(
                    String.class,
                    "select source || ' ' || (checked_in_by = ?) || ' ' || (v.checked_in_at ="
                        + " e.starts_at) from visits v, events e join event_participants p on"
                        + " p.event_id = e.id where v.client_id = p.client_id and p.id = ?",
                    tara.id().value(),
                    place.value()))
        .isEqualTo("roster true true");
    assertThat(at(trainer, () -> bookings.mark(place, PlaceStatus.ATTENDED)))
        .isEqualTo(Marking.UNCHANGED);
    assertThat(at(trainer, () -> bookings.mark(place, PlaceStatus.NO_SHOW)))
        .isEqualTo(Marking.DONE);
    assertThat(gym.visits(ann)).isZero();
    assertThat(at(trainer, () -> bookings.mark(place, PlaceStatus.BOOKED))).isEqualTo(Marking.DONE);
    assertThat(status(place)).isEqualTo("booked");
  }

  @Test
  void who_was_there_is_marked_although_the_desk_would_have_kept_them_out() {
    ClientId ann = gym.member("Ann");
    ParticipantId place = seat(event(Duration.ofMinutes(-10), 5), ann);
    gym.status(ann, "frozen");
    assertThat(at(trainer, () -> bookings.mark(place, PlaceStatus.ATTENDED)))
        .isEqualTo(Marking.DONE);
    assertThat(gym.visits(ann)).isEqualTo(1);
  }

  @Test
  void a_mark_makes_no_second_visit_and_taking_it_back_leaves_the_desks_visit() {
    ClientId ann = gym.member("Ann");
    EventId event = event(Duration.ofMinutes(-20), 5);
    checkIn(ann);
    ParticipantId place = seat(event, ann);
    at(trainer, () -> bookings.mark(place, PlaceStatus.ATTENDED));
    assertThat(gym.visits(ann)).isEqualTo(1);
    at(trainer, () -> bookings.mark(place, PlaceStatus.BOOKED));
    assertThat(gym.visits(ann)).isEqualTo(1);
  }

  @Test
  void a_visit_that_two_marks_rest_on_goes_with_the_last_of_them() {
    ClientId ann = gym.member("Ann");
    ParticipantId first = seat(event(Duration.ofMinutes(-70), 5), ann);
    ParticipantId second = seat(event(Duration.ofMinutes(-9), 5), ann);
    at(trainer, () -> bookings.mark(second, PlaceStatus.ATTENDED));
    gym.settings("{\"check_in_after_minutes\": 90}");
    at(trainer, () -> bookings.mark(first, PlaceStatus.ATTENDED));
    assertThat(gym.visits(ann)).isEqualTo(1);
    at(trainer, () -> bookings.mark(second, PlaceStatus.NO_SHOW));
    assertThat(gym.visits(ann)).isEqualTo(1);
    at(trainer, () -> bookings.mark(first, PlaceStatus.NO_SHOW));
    assertThat(gym.visits(ann)).isZero();
  }

  @Test
  void the_desk_takes_a_visit_of_the_roster_back_and_the_mark_goes_with_it() {
    ClientId ann = gym.member("Ann");
    ParticipantId place = seat(event(Duration.ofMinutes(-10), 5), ann);
    at(trainer, () -> bookings.mark(place, PlaceStatus.ATTENDED));
    UUID visit =
        Objects.requireNonNull(
            gym.gym().value(UUID.class, "select id from visits where client_id = ?", ann.value()));
    assertThat(at(desk, () -> frontDesk.undo(new VisitId(visit)))).isEqualTo(Undo.DONE);
    assertThat(status(place)).isEqualTo("booked");
  }

  @Test
  void nobody_is_marked_before_they_can_have_come_or_stayed_away() {
    ClientId ann = gym.member("Ann");
    ParticipantId far = seat(event(Duration.ofMinutes(61), 5), ann);
    assertThat(at(desk, () -> bookings.mark(far, PlaceStatus.ATTENDED)))
        .isEqualTo(Marking.TOO_EARLY);
    ParticipantId near = seat(event(Duration.ofMinutes(5), 5), gym.member("Bob"));
    assertThat(at(desk, () -> bookings.mark(near, PlaceStatus.NO_SHOW)))
        .isEqualTo(Marking.TOO_EARLY);
    assertThat(at(desk, () -> bookings.mark(near, PlaceStatus.ATTENDED))).isEqualTo(Marking.DONE);
  }

  @Test
  void who_is_marked_present_or_absent_is_not_cancelled() {
    ParticipantId place = seat(event(Duration.ofMinutes(-5), 5), gym.member("Ann"));
    at(desk, () -> bookings.mark(place, PlaceStatus.NO_SHOW));
    assertThat(at(desk, () -> bookings.cancel(place))).isInstanceOf(Cancellation.Marked.class);
    ParticipantId over = seat(event(Duration.ofHours(-3), 5), gym.member("Bob"));
    assertThat(at(desk, () -> bookings.cancel(over))).isInstanceOf(Cancellation.Over.class);
    assertThat(at(desk, () -> bookings.mark(over, PlaceStatus.NO_SHOW)))
        .as("what is over can still be marked")
        .isEqualTo(Marking.DONE);
  }

  @Test
  void a_trainer_marks_and_lets_in_to_classes_they_teach_and_a_substitution_moves_the_right() {
    EventId event = event(Duration.ofMinutes(-5), 5);
    ClientId ann = gym.member("Ann");
    ParticipantId place = seat(event, ann);
    TestGym.Person substitute = gym.gym().person("Uwe Trainer", Tier.TRAINER);
    Binding other = bind(substitute);
    assertThatThrownBy(() -> at(other, () -> bookings.mark(place, PlaceStatus.ATTENDED)))
        .isInstanceOf(NotAllowedException.class);
    assertThatThrownBy(() -> at(other, () -> bookings.walkIn(event, ann)))
        .isInstanceOf(NotAllowedException.class);

    gym.set(event, "trainer_id", substitute.id().value());

    assertThat(at(other, () -> bookings.mark(place, PlaceStatus.ATTENDED))).isEqualTo(Marking.DONE);
    assertThatThrownBy(() -> at(trainer, () -> bookings.mark(place, PlaceStatus.BOOKED)))
        .isInstanceOf(NotAllowedException.class);
  }

  @Test
  void whoever_walks_in_takes_a_free_seat_from_an_hour_before_until_the_end() {
    ClientId ann = gym.member("Ann");
    EventId spin = event(Duration.ofMinutes(-5), 2);
    assertThat(at(trainer, () -> bookings.walkIn(spin, ann))).isInstanceOf(WalkIn.Attended.class);
    assertThat(at(trainer, () -> bookings.walkIn(spin, ann))).isInstanceOf(WalkIn.Already.class);
    assertThat(gym.visits(ann)).isEqualTo(1);
    ClientId booked = gym.member("Bob");
    seat(spin, booked);
    assertThat(at(trainer, () -> bookings.walkIn(spin, booked)))
        .isInstanceOf(WalkIn.Attended.class);
    assertThat(at(desk, () -> bookings.walkIn(spin, gym.member("Cat"))))
        .isEqualTo(new WalkIn.Refused(WalkIn.Reason.FULL));
    assertThat(at(desk, () -> bookings.walkIn(event(Duration.ofMinutes(90), 2), ann)))
        .isEqualTo(new WalkIn.Refused(WalkIn.Reason.TOO_EARLY));
    assertThat(at(desk, () -> bookings.walkIn(event(Duration.ofMinutes(-61), 2), ann)))
        .isEqualTo(new WalkIn.Refused(WalkIn.Reason.OVER));
    assertThat(
            at(
                desk,
                () ->
                    bookings.walkIn(
                        event(Duration.ofMinutes(-5), 2), gym.member("Ice", "frozen", null))))
        .isEqualTo(new WalkIn.Refused(WalkIn.Reason.STANDING));
    assertThat(gym.miscounted()).isNull();
  }
}
