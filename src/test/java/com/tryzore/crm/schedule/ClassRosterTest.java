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
import com.tryzore.crm.members.Photos;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What whoever teaches a class is told of it and can do, and nobody else. */
@SpringBootTest
class ClassRosterTest {

  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final Duration BEGUN = Duration.ofMinutes(-10);
  private static final Duration TOMORROW = Duration.ofHours(24);

  @Autowired private Bookings bookings;
  @Autowired private Rosters rosters;
  @Autowired private MyClasses classes;
  @Autowired private Photos photos;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private ScheduleGym gym;
  private Binding trainer;
  private TestGym.Person tara;
  private Binding other;
  private TestGym.Person uwe;

  @BeforeEach
  void a_gym() {
    gym = ScheduleGym.open("Taught");
    tara = gym.gym().person("Tara Trainer", Tier.TRAINER);
    trainer = bind(tara);
    uwe = gym.gym().person("Uwe Trainer", Tier.TRAINER);
    other = bind(uwe);
  }

  private Binding bind(TestGym.Person person) {
    return gate.open(person.id(), gym.gym().slug(), Instant.now());
  }

  private <T> T at(Binding binding, Supplier<T> work) {
    return bindings.callAs(binding, work::get);
  }

  private EventId taught(Duration ahead) {
    return gym.event("Spin", Instant.now().plus(ahead), AN_HOUR, 20, tara);
  }

  private ParticipantId seat(EventId event, ClientId client) {
    return place(event, client, "booked");
  }

  private ParticipantId place(EventId event, ClientId client, String status) {
    return new ParticipantId(
        Objects.requireNonNull(
            gym.gym()
                .value(
                    UUID.class,
                    "insert into event_participants (organization_id, event_id, client_id, status,"
                        + " booked_by) values (?, ?, ?, ?, ?) returning id",
                    gym.gym().id().value(),
                    event.value(),
                    client.value(),
                    status,
                    tara.id().value())));
  }

  private void record(ClientId client, String column, Object value) {
    gym.gym()
        .execute("update clients set %s = ? where id = ?".formatted(column), value, client.value());
  }

  private void visited(ClientId client, Instant at) {
    gym.gym()
        .execute(
            "insert into visits (organization_id, client_id, checked_in_at, created_at,"
                + " checked_in_by, source, verdict) values (?, ?, ?, ?, ?, 'search', 'welcome')",
            gym.gym().id().value(),
            client.value(),
            at.atOffset(ZoneOffset.UTC),
            at.atOffset(ZoneOffset.UTC),
            tara.id().value());
  }

  private ClassMember only(EventId event) {
    List<ClassMember> members = at(trainer, () -> rosters.forTrainer(event));
    assertThat(members).hasSize(1);
    return members.getFirst();
  }

  private long logged(String action, String field) {
    return Objects.requireNonNull(
        gym.gym()
            .value(
                Long.class,
                "select count(*) from audit_logs where organization_id = ? and action = ? and"
                    + " new_values -> 'fields' @> to_jsonb(?::text) and actor_user_id = ?",
                gym.gym().id().value(),
                action,
                field,
                tara.id().value()));
  }

  @Test
  void whoever_was_checked_in_for_the_class_is_still_new_to_it_and_was_last_seen_before_that_day() {
    EventId spin = taught(BEGUN);
    ClientId ann = gym.member("Ann");
    seat(spin, ann);
    assertThat(only(spin).firstVisit()).isTrue();
    assertThat(only(spin).lastVisitAt()).isNull();

    visited(ann, Instant.now().minus(Duration.ofMinutes(20)));

    assertThat(only(spin).firstVisit()).as("checked in for this class").isTrue();
    assertThat(only(spin).lastVisitAt()).isNull();

    Instant last = Instant.parse("2026-03-02T17:00:00Z");
    visited(ann, last);
    assertThat(only(spin).firstVisit()).isFalse();
    assertThat(only(spin).lastVisitAt()).isEqualTo(last);
  }

  @Test
  void birthdays_count_on_the_day_of_the_class_and_leap_days_on_the_28th() {
    ClientId ann = gym.member("Ann");
    EventId march = taught(TOMORROW);
    gym.startsAt(march, Instant.parse("2031-02-28T17:00:00Z"));
    seat(march, ann);
    record(ann, "birth_date", java.sql.Date.valueOf("1992-02-29"));
    assertThat(only(march).birthday()).isTrue();
    gym.startsAt(march, Instant.parse("2032-02-28T17:00:00Z"));
    assertThat(only(march).birthday()).as("2032 has a 29th").isFalse();
    gym.startsAt(march, Instant.parse("2032-02-29T17:00:00Z"));
    assertThat(only(march).birthday()).isTrue();
  }

  @Test
  void what_is_to_come_says_how_many_are_new_have_birthday_or_must_be_careful() {
    EventId spin = taught(TOMORROW);
    ClientId ann = gym.member("Ann");
    ClientId bob = gym.member("Bob");
    LocalDate day = LocalDate.ofInstant(Instant.now().plus(TOMORROW), ZoneId.of("Europe/Berlin"));
    record(ann, "care_points", "No deep squats");
    record(bob, "birth_date", java.sql.Date.valueOf(day.minusYears(28)));
    visited(bob, Instant.parse("2026-03-02T17:00:00Z"));
    seat(spin, ann);
    seat(spin, bob);
    place(spin, gym.member("Cat"), "cancelled");
    gym.event("Not hers", TOMORROW, 5);
    Instant now = Instant.now();
    assertThat(at(trainer, () -> classes.between(now, now.plus(Duration.ofDays(3)))))
        .singleElement()
        .satisfies(
            taught -> {
              assertThat(taught.event().id()).isEqualTo(spin);
              assertThat(taught.event().booked()).isEqualTo(2);
              assertThat(taught.firstVisits()).isEqualTo(1);
              assertThat(taught.birthdays()).isEqualTo(1);
              assertThat(taught.cares()).isEqualTo(1);
            });
    assertThat(at(trainer, classes::any)).isTrue();
    assertThat(at(other, classes::any)).isFalse();
    assertThat(at(other, () -> classes.between(now, now.plus(Duration.ofDays(3))))).isEmpty();
    assertThat(at(trainer, () -> classes.find(spin))).isPresent();
    assertThat(at(other, () -> classes.find(spin))).isEmpty();
  }

  @Test
  void the_emergency_contact_is_shown_round_the_class_and_every_look_is_kept() {
    ClientId ann = gym.member("Ann");
    record(ann, "emergency_name", "Zoe Test");
    record(ann, "emergency_phone", "+49421555010");
    ParticipantId now = seat(taught(BEGUN), ann);
    assertThat(at(trainer, () -> rosters.emergencyContact(now)))
        .isEqualTo(new EmergencyContact.Known("Zoe Test", "+49421555010", null));
    assertThat(logged("read", "emergency_contact")).isEqualTo(1);
    assertThat(
            gym.gym()
                .value(
                    String.class,
                    "select subject_client_id || ' ' || table_name || ' ' || actor_tier from"
                        + " audit_logs where organization_id = ? and new_values -> 'fields' @>"
                        + " '[\"emergency_contact\"]'",
                    gym.gym().id().value()))
        .isEqualTo(ann + " clients trainer");
    ParticipantId nobody = seat(taught(BEGUN), gym.member("Bob"));
    assertThat(at(trainer, () -> rosters.emergencyContact(nobody)))
        .isEqualTo(new EmergencyContact.Nobody());
    for (Duration ahead : List.of(Duration.ofMinutes(61), Duration.ofHours(-3).minusMinutes(1))) {
      ParticipantId far = seat(taught(ahead), ann);
      assertThat(at(trainer, () -> rosters.emergencyContact(far)))
          .as("starts in " + ahead)
          .isEqualTo(new EmergencyContact.NotNow());
    }
    for (Duration ahead : List.of(Duration.ofMinutes(59), Duration.ofHours(-3).plusMinutes(1))) {
      ParticipantId near = seat(taught(ahead), ann);
      assertThat(at(trainer, () -> rosters.emergencyContact(near)))
          .as("starts in " + ahead)
          .isInstanceOf(EmergencyContact.Known.class);
    }
    ParticipantId waiting = seat(taught(BEGUN), ann);
    gym.gym()
        .execute(
            "update event_participants set status = 'cancelled' where id = ?", waiting.value());
    assertThat(at(trainer, () -> rosters.emergencyContact(waiting)))
        .isEqualTo(new EmergencyContact.Unknown());
  }

  @Test
  void a_class_of_somebody_else_answers_as_one_that_does_not_exist() {
    EventId hers = taught(BEGUN);
    ParticipantId place = seat(hers, gym.member("Ann"));
    ParticipantId nowhere = new ParticipantId(UUID.randomUUID());
    EventId noEvent = new EventId(UUID.randomUUID());
    Map<Supplier<Object>, Supplier<Object>> calls =
        Map.of(
            () -> rosters.forTrainer(hers), () -> rosters.forTrainer(noEvent),
            () -> rosters.toPrint(hers), () -> rosters.toPrint(noEvent),
            () -> rosters.emergencyContact(place), () -> rosters.emergencyContact(nowhere),
            () -> rosters.findWalkIns(hers, "ann"), () -> rosters.findWalkIns(noEvent, "ann"),
            () -> bookings.undoWalkIn(hers, place), () -> bookings.undoWalkIn(hers, nowhere),
            () -> all(hers, List.of(place)), () -> all(noEvent, List.of(place)));
    calls.forEach((foreign, unknown) -> assertThat(refusal(foreign)).isEqualTo(refusal(unknown)));
    assertThat(at(other, () -> rosters.states(hers))).isEmpty();

    gym.set(hers, "trainer_id", uwe.id().value());

    assertThat(at(other, () -> rosters.forTrainer(hers))).hasSize(1);
    assertThat(at(other, () -> rosters.states(hers))).containsKey(place);
    assertThat(at(trainer, () -> rosters.states(hers))).isEmpty();
    assertThatThrownBy(() -> at(trainer, () -> rosters.emergencyContact(place)))
        .isInstanceOf(NotAllowedException.class);
  }

  private MarkedTogether all(EventId event, List<ParticipantId> places) {
    return bookings.mark(event, places, PlaceStatus.BOOKED, PlaceStatus.ATTENDED);
  }

  private String refusal(Supplier<Object> call) {
    try {
      return "answered " + at(other, call);
    } catch (NotAllowedException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  @Test
  void all_present_marks_those_on_screen_in_one_change_and_undo_takes_back_what_still_stands() {
    EventId spin = taught(BEGUN);
    List<ClientId> people = gym.members(4);
    List<ParticipantId> places = people.stream().map(person -> seat(spin, person)).toList();
    List<ParticipantId> onScreen = places.subList(0, 3);
    at(trainer, () -> bookings.mark(places.get(2), PlaceStatus.NO_SHOW));

    MarkedTogether marked = at(trainer, () -> all(spin, onScreen));

    assertThat(marked.outcome()).isEqualTo(Marking.DONE);
    assertThat(marked.marked()).containsExactlyInAnyOrder(places.get(0), places.get(1));
    assertThat(gym.visits(people.get(0))).isEqualTo(1);
    assertThat(gym.visits(people.get(3))).as("booked after the screen was drawn").isZero();
    assertThat(
            gym.gym()
                .value(
                    Long.class,
                    "select count(distinct transaction_id) from audit_logs where organization_id ="
                        + " ? and table_name = 'event_participants' and new_values ->> 'status' ="
                        + " 'attended'",
                    gym.gym().id().value()))
        .isEqualTo(1);
    assertThat(at(trainer, () -> all(spin, onScreen)).outcome()).isEqualTo(Marking.UNCHANGED);

    at(trainer, () -> bookings.mark(places.get(1), PlaceStatus.NO_SHOW));
    MarkedTogether undone =
        at(
            trainer,
            () -> bookings.mark(spin, marked.marked(), PlaceStatus.ATTENDED, PlaceStatus.BOOKED));

    assertThat(undone.marked()).containsExactly(places.get(0));
    assertThat(gym.places(spin))
        .containsExactly("Member0 booked", "Member1 no_show", "Member2 no_show", "Member3 booked");
    assertThat(gym.visits(people.get(0))).isZero();
    assertThat(gym.miscounted()).isNull();
    EventId later = taught(Duration.ofMinutes(61));
    ParticipantId early = seat(later, people.get(0));
    assertThat(at(trainer, () -> all(later, List.of(early))).outcome())
        .isEqualTo(Marking.TOO_EARLY);
  }

  @Test
  void whoever_walks_in_is_found_by_name_or_number_only_while_the_class_takes_people() {
    EventId spin = taught(BEGUN);
    ClientId ann = gym.member("Annabel");
    gym.member("Anton", "frozen", null);
    record(ann, "phone", "+49421777000");
    String number =
        gym.gym()
            .value(
                String.class,
                "select member_number from client_organizations where client_id = ?",
                ann.value());
    assertThat(at(trainer, () -> rosters.findWalkIns(spin, "ann")))
        .singleElement()
        .isEqualTo(new WalkInHit(ann, "Annabel Test", Objects.requireNonNull(number), null, true));
    assertThat(at(trainer, () -> rosters.findWalkIns(spin, "te ant")))
        .singleElement()
        .satisfies(hit -> assertThat(hit.allowed()).isFalse());
    assertThat(at(trainer, () -> rosters.findWalkIns(spin, "421777"))).as("telephone").isEmpty();
    assertThat(at(trainer, () -> rosters.findWalkIns(spin, "a"))).as("one letter").isEmpty();
    assertThat(at(trainer, () -> rosters.findWalkIns(spin, "%\0_"))).isEmpty();
    assertThat(logged("read", "walk_in")).isEqualTo(3);
    EventId later = taught(Duration.ofMinutes(61));
    assertThat(at(trainer, () -> rosters.findWalkIns(later, "ann"))).isEmpty();
    EventId over = taught(Duration.ofMinutes(-61));
    assertThat(at(trainer, () -> rosters.findWalkIns(over, "ann"))).isEmpty();
  }

  @Test
  void somebody_let_in_by_mistake_is_let_out_again_and_the_seat_goes_to_who_waits() {
    EventId spin = gym.event("Spin", Instant.now().plus(BEGUN), AN_HOUR, 1, tara);
    ClientId ann = gym.member("Ann");
    WalkIn.Attended in = (WalkIn.Attended) at(trainer, () -> bookings.walkIn(spin, ann));
    assertThat(gym.visits(ann)).isEqualTo(1);
    assertThat(at(trainer, () -> bookings.undoWalkIn(spin, in.participant()))).isTrue();
    assertThat(gym.visits(ann)).isZero();
    assertThat(gym.places(spin)).containsExactly("Ann cancelled");
    assertThat(at(trainer, () -> bookings.undoWalkIn(spin, in.participant()))).isFalse();
    assertThat(gym.miscounted()).isNull();
  }

  @Test
  void who_was_booked_by_the_desk_is_not_let_out_by_the_trainer() {
    EventId spin = taught(BEGUN);
    ParticipantId place = seat(spin, gym.member("Ann"));
    gym.gym()
        .execute(
            "update event_participants set booked_by = ? where id = ?",
            uwe.id().value(),
            place.value());
    at(trainer, () -> bookings.mark(place, PlaceStatus.ATTENDED));
    assertThat(at(trainer, () -> bookings.undoWalkIn(spin, place))).isFalse();
  }

  @Test
  void a_print_is_kept_as_a_print_and_a_look_at_what_changed_is_not_kept() {
    EventId spin = taught(BEGUN);
    seat(spin, gym.member("Ann"));
    assertThat(at(trainer, () -> rosters.toPrint(spin))).hasSize(1);
    assertThat(logged("print", "roster")).isEqualTo(1);
    assertThat(logged("read", "roster")).isZero();
    at(trainer, () -> rosters.states(spin));
    assertThat(logged("read", "roster")).isZero();
    at(trainer, () -> rosters.forTrainer(spin));
    assertThat(logged("read", "roster")).isEqualTo(1);
  }

  @Test
  void a_trainer_sees_the_small_photo_of_those_in_their_classes_and_of_nobody_else() {
    EventId spin = taught(TOMORROW);
    ClientId ann = gym.member("Ann");
    gym.gym()
        .execute(
            "insert into client_photos (organization_id, client_id, image, thumbnail) values (?,"
                + " ?, 'large', 'small')",
            gym.gym().id().value(),
            ann.value());
    assertThat(at(trainer, () -> photos.photo(ann, true))).isEmpty();
    seat(spin, ann);
    assertThat(at(trainer, () -> photos.photo(ann, true))).isPresent();
    assertThat(at(trainer, () -> photos.photo(ann, false))).isEmpty();
    assertThat(at(other, () -> photos.photo(ann, true))).isEmpty();
    assertThat(only(spin).photoVersion()).isEqualTo(1);
    gym.set(spin, "trainer_id", uwe.id().value());
    assertThat(at(trainer, () -> photos.photo(ann, true))).isEmpty();
    assertThat(at(other, () -> photos.photo(ann, true))).isPresent();
  }
}
