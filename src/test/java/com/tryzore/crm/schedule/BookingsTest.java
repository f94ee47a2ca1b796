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
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class BookingsTest {

  private static final Duration TOMORROW = Duration.ofHours(24);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Autowired private Bookings bookings;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private ScheduleGym gym;
  private Binding desk;

  @BeforeEach
  void a_gym() {
    gym = ScheduleGym.open("Booked");
    desk = as("Sam Staff", Tier.STAFF);
  }

  private Binding as(String name, Tier tier) {
    TestGym.Person person = gym.gym().person(name, tier);
    return gate.open(person.id(), gym.gym().slug(), Instant.now());
  }

  private <T> T at(Binding binding, Supplier<T> work) {
    return bindings.callAs(binding, work::get);
  }

  private Booking book(EventId event, ClientId client) {
    return at(desk, () -> bookings.book(event, client));
  }

  private ParticipantId seat(EventId event, ClientId client) {
    return ((Booking.Booked) book(event, client)).participant();
  }

  private ParticipantId waiting(EventId event, ClientId client) {
    return ((Booking.Waitlisted) book(event, client)).participant();
  }

  private List<String> promoted(List<Promoted> promoted) {
    return promoted.stream().map(Promoted::name).toList();
  }

  @Test
  void seats_are_given_until_there_are_none_and_then_numbers() {
    EventId spin = gym.event("Spin", TOMORROW, 2);
    List<ClientId> people = gym.members(4);
    assertThat(book(spin, people.get(0))).isInstanceOf(Booking.Booked.class);
    assertThat(book(spin, people.get(1))).isInstanceOf(Booking.Booked.class);
    assertThat(book(spin, people.get(2)))
        .isInstanceOfSatisfying(
            Booking.Waitlisted.class, place -> assertThat(place.position()).isEqualTo(1));
    assertThat(book(spin, people.get(3)))
        .isInstanceOfSatisfying(
            Booking.Waitlisted.class, place -> assertThat(place.position()).isEqualTo(2));
    assertThat(book(spin, people.get(0)))
        .isInstanceOfSatisfying(
            Booking.Refused.class,
            refused -> {
              assertThat(refused.mayOverride()).isFalse();
              assertThat(refused.reasons())
                  .singleElement()
                  .isInstanceOfSatisfying(
                      BookingRefusal.HasPlace.class,
                      place -> assertThat(place.status()).isEqualTo(PlaceStatus.BOOKED));
            });
    assertThat(gym.miscounted()).isNull();
  }

  @Test
  void a_cancelled_seat_goes_to_whoever_waited_longest_in_the_same_moment() {
    EventId spin = gym.event("Spin", TOMORROW, 1);
    List<ClientId> people = gym.members(3);
    ParticipantId seat = seat(spin, people.get(0));
    waiting(spin, people.get(1));
    waiting(spin, people.get(2));

    Cancellation cancelled = at(desk, () -> bookings.cancel(seat));

    assertThat(cancelled)
        .isInstanceOfSatisfying(
            Cancellation.Done.class,
            done -> {
              assertThat(done.late()).isFalse();
              assertThat(done.client()).isEqualTo(people.get(0));
              assertThat(promoted(done.promoted())).containsExactly("Member1 Test");
            });
    assertThat(gym.places(spin))
        .containsExactly("Member0 cancelled", "Member1 booked", "Member2 waitlisted 2");
    assertThat(at(desk, () -> bookings.cancel(seat))).isInstanceOf(Cancellation.Already.class);
    assertThat(gym.miscounted()).isNull();
  }

  @Test
  void nobody_is_promoted_once_the_notice_has_passed_nor_after_the_start() {
    for (Duration ahead : List.of(Duration.ofMinutes(59), Duration.ofMinutes(-5))) {
      EventId spin = gym.event("Spin", TOMORROW, 1);
      List<ClientId> people = gym.members(2);
      ParticipantId seat = seat(spin, people.get(0));
      waiting(spin, people.get(1));
      gym.startsAt(spin, Instant.now().plus(ahead));

      Cancellation cancelled = at(desk, () -> bookings.cancel(seat));

      assertThat(cancelled)
          .isInstanceOfSatisfying(
              Cancellation.Done.class,
              done -> {
                assertThat(done.late()).as("within two hours of the start").isTrue();
                assertThat(done.promoted()).isEmpty();
              });
      assertThat(gym.places(spin))
          .containsExactly("Member0 late_cancelled", "Member1 waitlisted 1");
    }
  }

  @Test
  void a_seat_left_over_after_the_notice_goes_to_whoever_asks_also_from_the_line() {
    EventId spin = gym.event("Spin", TOMORROW, 1);
    List<ClientId> people = gym.members(3);
    ParticipantId seat = seat(spin, people.get(0));
    waiting(spin, people.get(1));
    waiting(spin, people.get(2));
    gym.startsAt(spin, Instant.now().plus(Duration.ofMinutes(30)));
    at(desk, () -> bookings.cancel(seat));

    assertThat(book(spin, people.get(2))).isInstanceOf(Booking.Booked.class);
    assertThat(gym.places(spin))
        .containsExactly("Member0 late_cancelled", "Member1 waitlisted 1", "Member2 booked");
    assertThat(gym.miscounted()).isNull();
  }

  @Test
  void a_gym_may_promise_no_notice_and_a_longer_late_window() {
    gym.settings("{\"promotion_notice_minutes\": 0, \"late_cancel_minutes\": 1440}");
    EventId spin = gym.event("Spin", Duration.ofMinutes(5), 1);
    List<ClientId> people = gym.members(2);
    ParticipantId seat = seat(spin, people.get(0));
    waiting(spin, people.get(1));
    assertThat(at(desk, () -> bookings.cancel(seat)))
        .isInstanceOfSatisfying(
            Cancellation.Done.class,
            done -> {
              assertThat(done.late()).isTrue();
              assertThat(done.promoted()).hasSize(1);
            });
    ParticipantId other =
        seat(gym.event("Yoga", Duration.ofHours(20), 1), gym.member("Excused Person"));
    assertThat(at(desk, () -> bookings.cancelExcused(other)))
        .isInstanceOfSatisfying(Cancellation.Done.class, done -> assertThat(done.late()).isFalse());
  }

  @Test
  void senseless_settings_are_as_if_there_were_none() {
    gym.settings(
        "{\"promotion_notice_minutes\": -5, \"late_cancel_minutes\": \"soon\","
            + " \"check_in_before_minutes\": 99999999999}");
    EventId spin = gym.event("Spin", Duration.ofMinutes(59), 1);
    List<ClientId> people = gym.members(2);
    ParticipantId seat = seat(spin, people.get(0));
    waiting(spin, people.get(1));
    assertThat(at(desk, () -> bookings.cancel(seat)))
        .isInstanceOfSatisfying(
            Cancellation.Done.class,
            done -> {
              assertThat(done.late()).isTrue();
              assertThat(done.promoted()).isEmpty();
            });
  }

  @Test
  void whoever_is_promoted_leaves_the_lines_of_events_at_the_same_time_and_no_other() {
    EventId spin = gym.event("Spin", TOMORROW, 1);
    EventId yoga = gym.event("Yoga", TOMORROW.plusMinutes(30), 1);
    EventId later = gym.event("Later", TOMORROW.plusMinutes(61), 1);
    ClientId ann = gym.member("Ann");
    ClientId bob = gym.member("Bob");
    ParticipantId spinSeat = seat(spin, gym.member("Spinner"));
    seat(yoga, gym.member("Yogi"));
    seat(later, gym.member("Late"));
    waiting(spin, ann);
    waiting(yoga, ann);
    waiting(later, ann);
    waiting(yoga, bob);

    at(desk, () -> bookings.cancel(spinSeat));

    assertThat(gym.places(spin)).containsExactly("Ann booked", "Spinner cancelled");
    assertThat(gym.places(yoga))
        .containsExactly("Ann cancelled", "Bob waitlisted 2", "Yogi booked");
    assertThat(gym.places(later)).containsExactly("Ann waitlisted 1", "Late booked");
    assertThat(gym.miscounted()).isNull();
  }

  @Test
  void whoever_holds_a_seat_at_the_same_time_is_passed_over_and_leaves_the_line() {
    EventId spin = gym.event("Spin", TOMORROW, 1);
    EventId yoga = gym.event("Yoga", TOMORROW.plusMinutes(30), 5);
    ClientId ann = gym.member("Ann");
    ParticipantId spinSeat = seat(spin, gym.member("Spinner"));
    waiting(spin, ann);
    waiting(spin, gym.member("Bob"));
    seat(yoga, ann);

    assertThat(at(desk, () -> bookings.cancel(spinSeat)))
        .isInstanceOfSatisfying(
            Cancellation.Done.class,
            done -> assertThat(promoted(done.promoted())).containsExactly("Bob Test"));
    assertThat(gym.places(spin))
        .containsExactly("Ann cancelled", "Bob booked", "Spinner cancelled");
    assertThat(gym.miscounted()).isNull();
  }

  @Test
  void whoever_may_not_take_part_any_more_is_passed_over_and_keeps_the_place() {
    EventId spin = gym.event("Spin", TOMORROW, 1);
    ClientId ann = gym.member("Ann");
    ParticipantId spinSeat = seat(spin, gym.member("Spinner"));
    waiting(spin, ann);
    ParticipantId bob = waiting(spin, gym.member("Bob"));
    gym.status(ann, "frozen");
    at(desk, () -> bookings.cancel(spinSeat));
    assertThat(gym.places(spin))
        .containsExactly("Ann waitlisted 1", "Bob booked", "Spinner cancelled");

    gym.status(ann, "active");
    at(desk, () -> bookings.cancel(bob));
    assertThat(gym.places(spin))
        .containsExactly("Ann booked", "Bob cancelled", "Spinner cancelled");
    assertThat(gym.miscounted()).isNull();
  }

  @Test
  void every_rule_that_fails_is_listed() {
    EventId yoga = gym.event("Yoga", TOMORROW, 5);
    EventId spin = gym.event("Spin", TOMORROW, 5);
    ClientId ann = gym.member("Ann");
    seat(yoga, ann);
    gym.status(ann, "frozen");
    gym.set(spin, "status", "cancelled");
    gym.settings("{\"booking_closes_minutes\": 2880}");

    assertThat(book(spin, ann))
        .isInstanceOfSatisfying(
            Booking.Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .hasExactlyElementsOfTypes(
                        BookingRefusal.EventCancelled.class,
                        BookingRefusal.NoStanding.class,
                        BookingRefusal.SeatElsewhere.class,
                        BookingRefusal.Closed.class));
    assertThat(gym.places(spin)).containsExactly("");
  }

  @Test
  void a_seat_elsewhere_can_be_overridden_with_a_reason_that_the_trail_keeps() {
    EventId yoga = gym.event("Yoga", TOMORROW, 5);
    EventId spin = gym.event("Spin", TOMORROW, 5);
    ClientId ann = gym.member("Ann");
    seat(yoga, ann);
    assertThat(book(spin, ann))
        .isInstanceOfSatisfying(
            Booking.Refused.class,
            refused -> {
              assertThat(refused.mayOverride()).isTrue();
              assertThat(refused.reasons())
                  .singleElement()
                  .isInstanceOfSatisfying(
                      BookingRefusal.SeatElsewhere.class,
                      why -> assertThat(why.title()).isEqualTo("Yoga"));
            });
    assertThat(at(desk, () -> bookings.bookAnyway(spin, ann, "Leaves Yoga early")))
        .isInstanceOf(Booking.Booked.class);
    assertThat(
            gym.gym()
                .value(
                    String.class,
                    "select reason from audit_logs where organization_id = ? and table_name ="
                        + " 'event_participants' and subject_client_id = ? and reason is not null",
                    gym.gym().id().value(),
                    ann.value()))
        .isEqualTo("Leaves Yoga early");
    assertThatThrownBy(() -> at(desk, () -> bookings.bookAnyway(spin, ann, "  ")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_account_without_the_right_cannot_override() {
    EventId yoga = gym.event("Yoga", TOMORROW, 5);
    EventId spin = gym.event("Spin", TOMORROW, 5);
    ClientId ann = gym.member("Ann");
    seat(yoga, ann);
    gym.gym()
        .execute(
            "update user_organizations set permissions = '{\"checkin.override\": false}' where"
                + " user_id = ?",
            desk.user().value());
    assertThat(book(spin, ann))
        .isInstanceOfSatisfying(
            Booking.Refused.class, refused -> assertThat(refused.mayOverride()).isFalse());
    assertThatThrownBy(() -> at(desk, () -> bookings.bookAnyway(spin, ann, "please")))
        .isInstanceOf(NotAllowedException.class);
  }

  @Test
  void prospects_take_tours_and_classes_while_their_trial_runs() {
    EventId spin = gym.event("Spin", TOMORROW, 5);
    EventId tour = gym.event("Tour", TOMORROW.plusHours(3), 5);
    gym.set(tour, "kind", "tour");
    ClientId lead = gym.member("Lead", "prospect", null);
    ClientId trial = gym.member("Trial", "prospect", LocalDate.now(BERLIN).plusDays(9).toString());
    assertThat(book(tour, lead)).isInstanceOf(Booking.Booked.class);
    assertThat(book(spin, trial)).isInstanceOf(Booking.Booked.class);
    assertThat(book(spin, lead))
        .isInstanceOfSatisfying(
            Booking.Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .hasExactlyElementsOfTypes(BookingRefusal.NoStanding.class));
  }

  @Test
  void a_membership_that_ends_before_the_class_is_a_rule_that_can_be_overridden() {
    EventId spin = gym.event("Spin", Duration.ofDays(10), 5);
    ClientId ann = gym.member("Ann", "active", LocalDate.now(BERLIN).plusDays(3).toString());
    assertThat(book(spin, ann))
        .isInstanceOfSatisfying(
            Booking.Refused.class,
            refused -> {
              assertThat(refused.reasons())
                  .containsExactly(
                      new BookingRefusal.EndsBefore(LocalDate.now(BERLIN).plusDays(3)));
              assertThat(refused.mayOverride()).isTrue();
            });
    assertThat(at(desk, () -> bookings.bookAnyway(spin, ann, "Renews on Monday")))
        .isInstanceOf(Booking.Booked.class);
  }

  @Test
  void what_has_begun_is_over_or_is_unknown_is_not_booked() {
    ClientId ann = gym.member("Ann");
    EventId begun = gym.event("Begun", Duration.ofMinutes(-5), 5);
    EventId over = gym.event("Over", Duration.ofHours(-5), 5);
    assertThat(book(begun, ann))
        .isInstanceOfSatisfying(
            Booking.Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .hasExactlyElementsOfTypes(BookingRefusal.Started.class));
    assertThat(book(over, ann))
        .isInstanceOfSatisfying(
            Booking.Refused.class,
            refused ->
                assertThat(refused.reasons()).hasExactlyElementsOfTypes(BookingRefusal.Over.class));
    ScheduleGym rival = ScheduleGym.open("Rival");
    assertThat(book(rival.event("Theirs", TOMORROW, 5), ann)).isInstanceOf(Booking.Unknown.class);
    assertThat(book(begun, rival.member("Stranger"))).isInstanceOf(Booking.Unknown.class);
  }

  @Test
  void more_seats_promote_and_fewer_than_are_taken_are_refused() {
    EventId spin = gym.event("Spin", TOMORROW, 1);
    List<ClientId> people = gym.members(5);
    people.forEach(person -> book(spin, person));
    assertThat(at(desk, () -> bookings.resize(spin, 3)))
        .isInstanceOfSatisfying(
            Resizing.Done.class,
            done -> {
              assertThat(done.booked()).isEqualTo(3);
              assertThat(promoted(done.promoted())).containsExactly("Member1 Test", "Member2 Test");
            });
    assertThat(at(desk, () -> bookings.resize(spin, 2))).isEqualTo(new Resizing.TooSmall(3));
    assertThat(at(desk, () -> bookings.resize(spin, null)))
        .isInstanceOfSatisfying(
            Resizing.Done.class, done -> assertThat(done.booked()).isEqualTo(5));
    assertThat(gym.miscounted()).isNull();
  }

  @Test
  void more_seats_for_a_long_line_are_given_in_one_go() {
    EventId spin = gym.event("Spin", TOMORROW, 1);
    EventId yoga = gym.event("Yoga", TOMORROW, 500);
    List<ClientId> people = gym.members(300);
    people.forEach(person -> book(spin, person));
    people.subList(1, 150).forEach(person -> seat(yoga, person));
    assertThat(at(desk, () -> bookings.resize(spin, 500)))
        .isInstanceOfSatisfying(
            Resizing.Done.class, done -> assertThat(done.booked()).isEqualTo(151));
    assertThat(gym.miscounted()).isNull();
  }

  @Test
  void a_place_is_exchanged_in_one_step_or_not_at_all() {
    EventId spin = gym.event("Spin", TOMORROW, 1);
    EventId yoga = gym.event("Yoga", TOMORROW.plusMinutes(30), 1);
    ClientId ann = gym.member("Ann");
    ClientId bob = gym.member("Bob");
    ParticipantId annInSpin = seat(spin, ann);
    waiting(spin, bob);

    Move moved = at(desk, () -> bookings.move(annInSpin, yoga));

    assertThat(moved)
        .isInstanceOfSatisfying(
            Move.Done.class,
            done -> assertThat(promoted(done.promoted())).containsExactly("Bob Test"));
    assertThat(gym.places(spin)).containsExactly("Ann cancelled", "Bob booked");
    assertThat(gym.places(yoga)).containsExactly("Ann booked");

    ParticipantId cat = seat(gym.event("Other", TOMORROW.plusHours(9), 1), gym.member("Cat"));
    assertThat(at(desk, () -> bookings.move(cat, yoga))).isInstanceOf(Move.Full.class);
    assertThat(at(desk, () -> bookings.move(annInSpin, yoga))).isInstanceOf(Move.Refused.class);
    assertThat(gym.miscounted()).isNull();
  }

  @Test
  void a_cancellation_is_taken_back_while_the_seat_is_free_and_the_old_number_in_the_line() {
    EventId spin = gym.event("Spin", TOMORROW, 1);
    List<ClientId> people = gym.members(4);
    ParticipantId seat = seat(spin, people.get(0));
    at(desk, () -> bookings.cancel(seat));
    assertThat(at(desk, () -> bookings.restore(seat))).isInstanceOf(Restoration.Booked.class);
    assertThat(at(desk, () -> bookings.restore(seat))).isInstanceOf(Restoration.Already.class);
    ParticipantId first = waiting(spin, people.get(1));
    waiting(spin, people.get(2));
    at(desk, () -> bookings.cancel(first));
    waiting(spin, people.get(3));
    assertThat(at(desk, () -> bookings.restore(first))).isEqualTo(new Restoration.Waitlisted(1));
    at(desk, () -> bookings.cancel(seat));
    assertThat(at(desk, () -> bookings.restore(seat))).isInstanceOf(Restoration.SeatTaken.class);
    assertThat(gym.places(spin))
        .containsExactly(
            "Member0 cancelled", "Member1 booked", "Member2 waitlisted 2", "Member3 waitlisted 3");
    assertThat(gym.miscounted()).isNull();
  }

  @Test
  void what_a_place_costs_is_owed_with_the_seat_and_not_after_a_cancellation_in_time() {
    EventId spin = gym.event("Spin", TOMORROW, 1);
    gym.set(spin, "price_minor", 1500L);
    ClientId ann = gym.member("Ann");
    ClientId bob = gym.member("Bob");
    ParticipantId annSeat = seat(spin, ann);
    ParticipantId bobWaits = waiting(spin, bob);
    assertThat(payment(annSeat)).isEqualTo("owed 1500");
    assertThat(payment(bobWaits)).isEqualTo("not_required 1500");
    at(desk, () -> bookings.cancel(annSeat));
    assertThat(payment(annSeat)).isEqualTo("not_required 1500");
    assertThat(payment(bobWaits)).isEqualTo("owed 1500");
  }

  private String payment(ParticipantId place) {
    return Objects.requireNonNull(
        gym.gym()
            .value(
                String.class,
                "select payment_status || ' ' || price_minor from event_participants where id = ?",
                place.value()));
  }

  @Test
  void members_and_trainers_do_not_book() {
    EventId spin = gym.event("Spin", TOMORROW, 1);
    ClientId ann = gym.member("Ann");
    ParticipantId seat = seat(spin, ann);
    for (Tier tier : List.of(Tier.TRAINER, Tier.MEMBER)) {
      Binding binding = as("Some " + tier, tier);
      assertThatThrownBy(() -> at(binding, () -> bookings.cancel(seat)))
          .isInstanceOf(NotAllowedException.class);
      assertThat(at(binding, () -> bookings.book(spin, ann))).isInstanceOf(Booking.Unknown.class);
    }
  }
}
