package com.tryzore.crm.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.ClientId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands on the page of today, under Row Level Security and on chosen days. */
@SpringBootTest
class DeskBoardTest {

  @Autowired private FrontDesk desk;
  @Autowired private DeskBoard board;
  @Autowired private HandOver handOver;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;
  @Autowired private JdbcClient sql;
  @Autowired private PlatformTransactionManager transactions;

  private DeskGym gym;
  private TestGym.Person clerk;
  private Binding staff;

  @BeforeEach
  void a_gym_with_a_clerk() {
    gym = DeskGym.open("Riverside");
    clerk = gym.gym().person("Sam Staff", Tier.STAFF);
    staff = gate.open(clerk.id(), gym.gym().slug(), Instant.now());
  }

  /** What the board says at some other moment. */
  private <T> T at(Instant now, Function<DeskBoard, T> question) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("clock", Clock.fixed(now, ZoneOffset.UTC));
    DeskBoard then = new DeskBoard(sql, bindings, beans.getBeanProvider(Clock.class));
    TransactionTemplate read = new TransactionTemplate(transactions);
    read.setReadOnly(true);
    return bindings.callAs(
        staff, () -> Objects.requireNonNull(read.execute(begun -> question.apply(then))));
  }

  @Test
  void the_newest_check_in_stands_first_with_how_it_came_about() {
    ClientId joanna = gym.regular("Joanna", "Smith");
    ClientId gone = gym.member("Gus", "Gone", "cancelled", null);
    bindings.callAs(staff, () -> desk.checkIn(joanna, Source.SEARCH));
    CheckIn.Done let =
        (CheckIn.Done)
            bindings.callAs(staff, () -> desk.allow(gone, Source.SEARCH, "Forgot to renew"));

    List<DeskVisit> visits = bindings.callAs(staff, () -> board.visits(10));

    assertThat(visits).extracting(DeskVisit::name).containsExactly("Gus Gone", "Joanna Smith");
    assertThat(visits)
        .extracting(DeskVisit::verdict)
        .containsExactly(VisitVerdict.ALLOWED, VisitVerdict.WELCOME);
    assertThat(visits.getFirst().reason()).isEqualTo("Forgot to renew");
    assertThat(visits.getFirst().by()).isEqualTo("Sam Staff");
    assertThat(visits.getFirst().memberNumber()).isEqualTo(gym.number(gone));

    bindings.callAs(staff, () -> desk.undo(let.visit()));
    DeskVisit undone = bindings.callAs(staff, () -> board.visits(1)).getFirst();
    assertThat(undone.undone()).isTrue();
    assertThat(undone.undoneBy()).isEqualTo("Sam Staff");
    assertThat(bindings.callAs(staff, () -> board.counts())).isEqualTo(new DayCounts(1, 1, 1, 3));
  }

  @Test
  void a_day_with_twenty_five_hours_counts_them_all_and_no_minute_of_its_neighbours() {
    ClientId early = gym.regular("Early", "Bird");
    ClientId late = gym.regular("Late", "Owl");
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant midnight = Instant.parse("2025-10-25T22:00:00Z"); // 26 October 2025, clocks go back
    assertThat(midnight.atZone(berlin).getHour()).isZero();
    gym.visit(early, clerk, midnight.minusMillis(1));
    gym.visit(late, clerk, midnight);
    gym.visit(early, clerk, midnight.plus(Duration.ofHours(25)).minusMillis(1));
    gym.visit(late, clerk, midnight.plus(Duration.ofHours(25)));

    assertThat(at(midnight.plus(Duration.ofHours(12)), DeskBoard::counts).visits()).isEqualTo(2);
    assertThat(this.<List<DeskVisit>>at(midnight.plus(Duration.ofHours(12)), b -> b.visits(10)))
        .extracting(DeskVisit::name)
        .containsExactly("Early Bird", "Late Owl");
  }

  @Test
  void who_came_within_the_last_hours_is_in_the_building_once() {
    Instant noon = Instant.parse("2025-06-10T10:00:00Z");
    ClientId twice = gym.regular("Tia", "Twice");
    ClientId gone = gym.regular("Gus", "Gone");
    ClientId undone = gym.regular("Una", "Undone");
    gym.visit(twice, clerk, noon.minus(Duration.ofMinutes(170)));
    gym.visit(twice, clerk, noon.minus(Duration.ofMinutes(10)));
    gym.visit(gone, clerk, noon.minus(Duration.ofHours(3)));
    gym.gym()
        .execute(
            "update visits set undone_at = now(), undone_by = ? where id = ?",
            clerk.id().value(),
            gym.visit(undone, clerk, noon.minus(Duration.ofMinutes(5))));

    assertThat(at(noon, DeskBoard::counts).inside()).isEqualTo(1);
    assertThat(this.<List<PersonInside>>at(noon, b -> b.inside(10)))
        .containsExactly(
            new PersonInside(twice, "Tia Twice", 0, noon.minus(Duration.ofMinutes(10))));
  }

  @Test
  void the_gym_says_how_long_people_stay_and_nonsense_counts_as_three_hours() {
    Instant noon = Instant.parse("2025-06-10T10:00:00Z");
    gym.visit(gym.regular("Gus", "Gone"), clerk, noon.minus(Duration.ofHours(4)));

    for (String nonsense :
        List.of(
            "{}",
            "{\"desk\": {\"inside_hours\": \"often\"}}",
            "{\"desk\": {\"inside_hours\": 99}}",
            "{\"desk\": 5}")) {
      gym.settings(nonsense);
      assertThat(at(noon, DeskBoard::counts)).isEqualTo(new DayCounts(1, 1, 0, 3));
    }
    gym.settings("{\"desk\": {\"inside_hours\": 5}}");
    assertThat(at(noon, DeskBoard::counts)).isEqualTo(new DayCounts(1, 1, 1, 5));
    assertThat(this.<List<PersonInside>>at(noon, b -> b.inside(10))).hasSize(1);
  }

  @Test
  void todays_classes_show_how_full_they_are() {
    TestGym.Person tara = gym.gym().person("Tara Trainer", Tier.TRAINER);
    Instant morning = Instant.parse("2025-06-10T07:00:00Z");
    event("Spin", morning.plusSeconds(3600), 2, tara, "scheduled");
    event("Yoga", morning, null, tara, "scheduled");
    event("Boxing", morning.plusSeconds(7200), 10, tara, "cancelled");
    event("Tomorrow", morning.plus(Duration.ofDays(1)), 10, tara, "scheduled");
    book("Spin", gym.regular("A", "One"), "booked", null);
    book("Spin", gym.regular("B", "Two"), "booked", null);
    book("Spin", gym.regular("C", "Three"), "waitlisted", 1L);

    List<EventToday> events = at(morning, DeskBoard::events);

    assertThat(events).extracting(EventToday::title).containsExactly("Yoga", "Spin", "Boxing");
    EventToday spin = events.get(1);
    assertThat(spin.full()).isTrue();
    assertThat(spin.fill()).isEqualTo(1.0);
    assertThat(spin.waiting()).isEqualTo(1);
    assertThat(spin.trainer()).isEqualTo("Tara Trainer");
    assertThat(events.get(0).fill()).isZero();
    assertThat(events.get(0).running(morning)).isTrue();
    assertThat(events.get(2).cancelled()).isTrue();
  }

  private void event(
      String title,
      Instant start,
      @Nullable Integer capacity,
      TestGym.Person trainer,
      String status) {
    gym.gym()
        .execute(
            "insert into events (organization_id, kind, title, starts_at, ends_at, status, trainer_id,"
                + " capacity) values (?, 'class', ?, ?, ?, ?, ?, ?)",
            gym.gym().id().value(),
            title,
            start.atOffset(ZoneOffset.UTC),
            start.plusSeconds(3600).atOffset(ZoneOffset.UTC),
            status,
            trainer.id().value(),
            capacity);
  }

  private void book(String title, ClientId client, String status, @Nullable Long position) {
    gym.gym()
        .execute(
            "insert into event_participants (organization_id, event_id, client_id, status,"
                + " waitlist_position, booked_by) select organization_id, id, ?, ?, ?, ? from events"
                + " where organization_id = ? and title = ?",
            client.value(),
            status,
            position,
            clerk.id().value(),
            gym.gym().id().value(),
            title);
  }

  @Test
  void a_note_is_left_for_the_next_shift_and_ticked_off_once() {
    HandOverNoteId first = bindings.callAs(staff, () -> handOver.leave("  Towels are out  "));
    bindings.callAs(staff, () -> handOver.leave("Call the plumber"));

    assertThat(bindings.callAs(staff, () -> handOver.tick(first, true))).isTrue();
    assertThat(bindings.callAs(staff, () -> handOver.tick(first, true))).isFalse();

    List<HandOverNote> notes = bindings.callAs(staff, () -> handOver.notes());
    assertThat(notes)
        .extracting(HandOverNote::text)
        .containsExactly("Call the plumber", "Towels are out");
    assertThat(notes.get(1).doneBy()).isEqualTo("Sam Staff");
    assertThat(notes.get(0).by()).isEqualTo("Sam Staff");
    assertThat(bindings.callAs(staff, () -> handOver.tick(first, false))).isTrue();
    assertThat(bindings.callAs(staff, () -> handOver.notes())).noneMatch(HandOverNote::done);
    assertThatThrownBy(() -> bindings.callAs(staff, () -> handOver.leave("  ")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void another_gym_and_lower_tiers_see_none_of_it() {
    bindings.callAs(staff, () -> desk.checkIn(gym.regular("Joanna", "Smith"), Source.SEARCH));
    HandOverNoteId note = bindings.callAs(staff, () -> handOver.leave("Towels are out"));
    DeskGym rival = DeskGym.open("Rival");
    Binding there =
        gate.open(
            rival.gym().person("Rita Rival", Tier.OWNER).id(), rival.gym().slug(), Instant.now());
    Binding trainer =
        gate.open(
            gym.gym().person("Tara Trainer", Tier.TRAINER).id(), gym.gym().slug(), Instant.now());

    for (Binding other : List.of(there, trainer)) {
      assertThat(bindings.callAs(other, () -> board.visits(10))).isEmpty();
      assertThat(bindings.callAs(other, () -> board.inside(10))).isEmpty();
      assertThat(bindings.callAs(other, () -> board.counts().visits())).isZero();
    }
    assertThat(bindings.callAs(there, () -> handOver.notes())).isEmpty();
    assertThat(bindings.callAs(there, () -> handOver.tick(note, true))).isFalse();
    assertThatThrownBy(() -> bindings.callAs(trainer, () -> handOver.leave("Hello")))
        .isInstanceOf(NotAllowedException.class);
  }
}
