package com.tryzore.crm.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What somebody could be booked into next. */
@SpringBootTest
class NextClassesTest {

  @Autowired private NextClasses classes;
  @Autowired private Bookings bookings;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private ScheduleGym gym;
  private Binding desk;

  @BeforeEach
  void a_gym() {
    gym = ScheduleGym.open("Next");
    desk =
        gate.open(gym.gym().person("Sam Staff", Tier.STAFF).id(), gym.gym().slug(), Instant.now());
  }

  private <T> T atTheDesk(Supplier<T> work) {
    return bindings.callAs(desk, work::get);
  }

  private List<NextClass> next(ClientId client, int limit) {
    return atTheDesk(() -> classes.of(client, limit)).orElseThrow();
  }

  private static List<String> titles(List<NextClass> classes) {
    return classes.stream().map(one -> one.event().title()).toList();
  }

  @Test
  void the_next_ones_come_first_and_what_has_begun_or_is_cancelled_or_personal_is_left_out() {
    ClientId ann = gym.member("Ann");
    gym.event("Later", Duration.ofDays(3), 5);
    gym.event("Sooner", Duration.ofHours(1), 5);
    gym.event("Begun", Duration.ofMinutes(-5), 5);
    gym.set(gym.event("Off", Duration.ofHours(2), 5), "status", "cancelled");
    gym.set(gym.event("Personal", Duration.ofHours(2), 1), "kind", "personal_training");
    gym.set(gym.event("Tour", Duration.ofHours(3), 5), "kind", "tour");
    assertThat(titles(next(ann, 9))).containsExactly("Sooner", "Later");
    assertThat(titles(next(ann, 1))).containsExactly("Sooner");
    assertThat(next(ann, 9)).allMatch(NextClass::open);
    assertThat(titles(next(gym.member("Lea", "prospect", null), 9)))
        .containsExactly("Sooner", "Tour", "Later");
  }

  @Test
  void each_line_says_how_this_member_stands_to_it() {
    ClientId ann = gym.member("Ann");
    EventId spin = gym.event("Spin", Duration.ofHours(2), 1);
    gym.event("Yoga", Duration.ofHours(2), 5);
    gym.event("Boxing", Duration.ofHours(4), 5);
    atTheDesk(() -> bookings.book(spin, ann));
    List<NextClass> next = next(ann, 9);
    assertThat(titles(next)).containsExactlyInAnyOrder("Spin", "Yoga", "Boxing");
    assertThat(line(next, "Spin").place().orElseThrow().status()).isEqualTo(PlaceStatus.BOOKED);
    assertThat(line(next, "Yoga").against())
        .singleElement()
        .isInstanceOf(BookingRefusal.SeatElsewhere.class);
    assertThat(line(next, "Boxing").open()).isTrue();
    assertThat(next(gym.member("Bob"), 9))
        .as("what is full can be waited for")
        .allMatch(NextClass::open);
    assertThat(next(gym.member("Ice", "frozen", null), 9))
        .allMatch(one -> one.against().getFirst() instanceof BookingRefusal.NoStanding);
  }

  @Test
  void the_same_ones_are_read_again_whatever_became_of_them() {
    ClientId ann = gym.member("Ann");
    EventId spin = gym.event("Spin", Duration.ofHours(2), 1);
    EventId yoga = gym.event("Yoga", Duration.ofHours(4), 5);
    atTheDesk(() -> bookings.book(spin, gym.member("Bob")));
    gym.set(yoga, "status", "cancelled");
    List<NextClass> again = atTheDesk(() -> classes.again(ann, List.of(spin, yoga)));
    assertThat(titles(again)).containsExactly("Spin", "Yoga");
    assertThat(line(again, "Spin").event().full()).isTrue();
    assertThat(line(again, "Yoga").against()).containsExactly(new BookingRefusal.EventCancelled());
    assertThat(atTheDesk(() -> classes.again(ann, List.of()))).isEmpty();
  }

  @Test
  void a_member_and_the_classes_of_another_gym_are_unknown() {
    ScheduleGym other = ScheduleGym.open("Other");
    ClientId stranger = other.member("Eve");
    EventId theirs = other.event("Theirs", Duration.ofHours(1), 5);
    assertThat(atTheDesk(() -> classes.of(stranger, 9))).isEqualTo(Optional.empty());
    ClientId ann = gym.member("Ann");
    assertThat(atTheDesk(() -> classes.again(ann, List.of(theirs)))).isEmpty();
    assertThat(next(ann, 9)).isEmpty();
  }

  private static NextClass line(List<NextClass> classes, String title) {
    return classes.stream()
        .filter(one -> one.event().title().equals(title))
        .findFirst()
        .orElseThrow();
  }
}
