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
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What is told of lines, rosters and rules. */
@SpringBootTest
class WaitlistsTest {

  private static final Duration TOMORROW = Duration.ofHours(24);

  @Autowired private Bookings bookings;
  @Autowired private Waitlists waitlists;
  @Autowired private Rosters rosters;
  @Autowired private BookingSettings settings;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private ScheduleGym gym;
  private Binding desk;

  @BeforeEach
  void a_gym() {
    gym = ScheduleGym.open("Waited");
    desk = bind(gym.gym().person("Sam Staff", Tier.STAFF));
  }

  private Binding bind(TestGym.Person person) {
    return gate.open(person.id(), gym.gym().slug(), Instant.now());
  }

  private <T> T at(Binding binding, Supplier<T> work) {
    return bindings.callAs(binding, work::get);
  }

  private Booking book(EventId event, ClientId client) {
    return at(desk, () -> bookings.book(event, client));
  }

  private Waitlist line(EventId event) {
    return at(desk, () -> waitlists.of(event)).orElseThrow();
  }

  @Test
  void the_line_says_who_is_next_who_is_passed_over_and_why() {
    EventId spin = gym.event("Spin", TOMORROW, 1);
    EventId yoga = gym.event("Yoga", TOMORROW.plusMinutes(30), 9);
    List<ClientId> people = gym.members(5);
    people.forEach(person -> book(spin, person));
    gym.status(people.get(1), "frozen");
    book(yoga, people.get(2));

    Waitlist line = line(spin);

    assertThat(line.moves()).isTrue();
    assertThat(line.freeSeats()).isZero();
    assertThat(line.waiting())
        .extracting(Waitlist.Waiting::name)
        .containsExactly("Member1 Test", "Member2 Test", "Member3 Test", "Member4 Test");
    assertThat(line.waiting())
        .extracting(Waitlist.Waiting::outlook)
        .satisfiesExactly(
            outlook ->
                assertThat(outlook)
                    .isInstanceOfSatisfying(
                        Waitlist.Outlook.PassedOver.class,
                        over ->
                            assertThat(over.reason())
                                .isInstanceOf(BookingRefusal.NoStanding.class)),
            outlook ->
                assertThat(outlook)
                    .isInstanceOfSatisfying(
                        Waitlist.Outlook.PassedOver.class,
                        over ->
                            assertThat(over.reason())
                                .isInstanceOfSatisfying(
                                    BookingRefusal.SeatElsewhere.class,
                                    seat -> assertThat(seat.title()).isEqualTo("Yoga"))),
            outlook -> assertThat(outlook).isEqualTo(new Waitlist.Outlook.Next()),
            outlook -> assertThat(outlook).isEqualTo(new Waitlist.Outlook.Behind(1)));
  }

  @Test
  void what_the_line_foretells_is_what_happens_and_who_was_passed_over_is_told() {
    EventId spin = gym.event("Spin", TOMORROW, 1);
    EventId yoga = gym.event("Yoga", TOMORROW.plusMinutes(30), 9);
    List<ClientId> people = gym.members(4);
    Booking.Booked seat = (Booking.Booked) book(spin, people.get(0));
    people.subList(1, 4).forEach(person -> book(spin, person));
    book(yoga, people.get(1));
    List<ClientId> next =
        line(spin).waiting().stream()
            .filter(waiting -> waiting.outlook() instanceof Waitlist.Outlook.Next)
            .map(Waitlist.Waiting::client)
            .toList();

    Cancellation cancelled = at(desk, () -> bookings.cancel(seat.participant()));

    assertThat(((Cancellation.Done) cancelled).promoted())
        .extracting(Promoted::client)
        .containsExactlyElementsOf(next)
        .containsExactly(people.get(2));
    assertThat(line(spin).passedOver())
        .singleElement()
        .satisfies(
            over -> {
              assertThat(over.client()).isEqualTo(people.get(1));
              assertThat(over.holds().title()).isEqualTo("Yoga");
            });
    assertThat(line(spin).waiting())
        .singleElement()
        .satisfies(waiting -> assertThat(waiting.outlook()).isEqualTo(new Waitlist.Outlook.Next()));
  }

  @Test
  void a_line_that_stands_still_says_since_when() {
    EventId spin = gym.event("Spin", Duration.ofMinutes(45), 1);
    gym.members(2).forEach(person -> book(spin, person));
    Waitlist line = line(spin);
    assertThat(line.moves()).isFalse();
    assertThat(line.movesUntil()).isBefore(Instant.now());
    assertThat(at(desk, () -> waitlists.of(ScheduleGym.open("R").event("X", TOMORROW, 1))))
        .isEmpty();
  }

  @Test
  void the_desk_reads_seats_then_the_line_then_what_was_given_up() {
    EventId spin = gym.event("Spin", TOMORROW, 2);
    List<ClientId> people = gym.members(4);
    people.forEach(person -> book(spin, person));
    RosterEntry first = at(desk, () -> rosters.forDesk(spin)).getFirst();
    at(desk, () -> bookings.cancel(first.participant()));
    assertThat(at(desk, () -> rosters.forDesk(spin)))
        .extracting(entry -> entry.name() + " " + entry.status())
        .containsExactly(
            "Member1 Test BOOKED",
            "Member2 Test BOOKED",
            "Member3 Test WAITLISTED",
            "Member0 Test CANCELLED");
    assertThat(at(desk, () -> rosters.forDesk(spin)).get(1).promotedAt()).isNotNull();
  }

  @Test
  void a_trainer_reads_the_class_they_teach_and_no_other() {
    TestGym.Person tara = gym.gym().person("Tara Trainer", Tier.TRAINER);
    Binding trainer = bind(tara);
    EventId hers = gym.event("Spin", Instant.now().plus(TOMORROW), Duration.ofHours(1), 2, tara);
    EventId another = gym.event("Yoga", TOMORROW, 2);
    book(hers, gym.member("Ann"));
    assertThat(at(trainer, () -> rosters.forTrainer(hers)))
        .singleElement()
        .satisfies(
            member -> {
              assertThat(member.name()).isEqualTo("Ann Test");
              assertThat(member.firstVisit()).isTrue();
              assertThat(member.status()).isEqualTo(PlaceStatus.BOOKED);
            });
    assertThatThrownBy(() -> at(trainer, () -> rosters.forTrainer(another)))
        .isInstanceOf(NotAllowedException.class);
  }

  @Test
  void owners_change_the_rules_and_everybody_reads_them() {
    BookingRules defaults = at(desk, settings::read);
    assertThat(defaults)
        .isEqualTo(
            new BookingRules(
                Duration.ofMinutes(120),
                Duration.ofMinutes(60),
                Duration.ofMinutes(60),
                Duration.ofMinutes(30),
                Duration.ZERO,
                0,
                Duration.ZERO));
    BookingRules other =
        new BookingRules(
            Duration.ofHours(12),
            Duration.ZERO,
            Duration.ofMinutes(20),
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            14,
            Duration.ofMinutes(15));
    gym.gym()
        .execute(
            "update organizations set settings = '{\"desk\": {\"inside_hours\": 4}}' where id = ?",
            gym.gym().id().value());
    Binding owner = bind(gym.gym().person("Olga Owner", Tier.OWNER));
    bindings.runAs(owner, () -> settings.change(other));
    assertThat(at(bind(gym.gym().person("Mia Member", Tier.MEMBER)), settings::read))
        .isEqualTo(other);
    assertThat(
            gym.gym()
                .value(
                    String.class,
                    "select settings #>> '{desk,inside_hours}' from organizations where id = ?",
                    gym.gym().id().value()))
        .as("other settings stay")
        .isEqualTo("4");
    assertThatThrownBy(() -> bindings.runAs(desk, () -> settings.change(defaults)))
        .isInstanceOf(NotAllowedException.class);
    assertThatThrownBy(
            () ->
                new BookingRules(
                    Duration.ofSeconds(90),
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    0,
                    Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
