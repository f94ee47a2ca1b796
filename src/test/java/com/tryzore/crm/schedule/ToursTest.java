package com.tryzore.crm.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.schedule.TourFacts.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A lead who was shown around becomes a member, and stays a lead when that is taken back. */
@SpringBootTest
class ToursTest {

  @Autowired private Tours tours;
  @Autowired private Rosters rosters;
  @Autowired private Bookings bookings;
  @Autowired private Events events;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private ScheduleGym gym;
  private Binding desk;
  private EventId tour;
  private ClientId lead;

  @BeforeEach
  void a_tour_with_a_lead_and_a_member() {
    gym = ScheduleGym.open("Shown");
    desk =
        gate.open(gym.gym().person("Sam Staff", Tier.STAFF).id(), gym.gym().slug(), Instant.now());
    tour = gym.event("Tour", Duration.ofDays(1), null);
    gym.set(tour, "kind", "tour");
    lead = gym.member("Lea");
    at(() -> bookings.book(tour, lead));
    at(() -> bookings.book(tour, gym.member("Max")));
    gym.status(lead, "prospect");
  }

  private <T> T at(Supplier<T> work) {
    return bindings.callAs(desk, work::get);
  }

  private List<ClientId> leads() {
    return at(() -> rosters.forDesk(tour)).stream()
        .filter(RosterEntry::lead)
        .map(RosterEntry::client)
        .toList();
  }

  private @Nullable Outcome outcome() {
    return at(() -> events.find(tour)).orElseThrow().tour().outcome();
  }

  @Test
  void a_lead_becomes_a_member_once_and_is_a_lead_again_when_that_is_taken_back() {
    assertThat(leads()).containsExactly(lead);
    Tours.Joined joined = at(() -> tours.join(tour, lead)).orElseThrow();
    assertThat(leads()).isEmpty();
    assertThat(outcome()).isEqualTo(Outcome.JOINED);
    assertThat(at(() -> tours.join(tour, lead))).isEmpty();

    at(
        () -> {
          tours.takeBack(joined);
          return true;
        });
    assertThat(leads()).containsExactly(lead);
    assertThat(outcome()).isNotEqualTo(Outcome.JOINED);
  }

  @Test
  void only_a_tour_has_leads() {
    gym.set(tour, "kind", "class");
    assertThat(leads()).isEmpty();
  }
}
