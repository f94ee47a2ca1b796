package com.tryzore.crm.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.members.MemberStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EligibilityTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant START = at("2027-03-20T18:00");
  private static final Instant NOW = at("2027-03-19T12:00");
  private static final BookingRules RULES = rules(0, Duration.ZERO);

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  private static BookingRules rules(int opensDays, Duration closes) {
    return new BookingRules(
        Duration.ofHours(2),
        Duration.ofHours(1),
        Duration.ofHours(1),
        Duration.ofMinutes(30),
        Duration.ZERO,
        opensDays,
        closes);
  }

  private static BookingFacts facts(MemberStatus status, @Nullable String lastDay, boolean tour) {
    return new BookingFacts(
        new BookingFacts.Event(tour, false, START, START.plusSeconds(3600)),
        new BookingFacts.Standing(status, lastDay == null ? null : LocalDate.parse(lastDay)),
        null,
        null,
        RULES);
  }

  private static BookingFacts with(BookingRules rules, Instant start) {
    return new BookingFacts(
        new BookingFacts.Event(false, false, start, start.plusSeconds(3600)),
        new BookingFacts.Standing(MemberStatus.ACTIVE, null),
        null,
        null,
        rules);
  }

  private static List<BookingRefusal> against(BookingFacts facts, Instant now) {
    return Eligibility.against(facts, now, BERLIN);
  }

  @Test
  void an_active_member_may_be_booked_up_to_and_including_the_last_day() {
    assertThat(against(facts(MemberStatus.ACTIVE, null, false), NOW)).isEmpty();
    assertThat(against(facts(MemberStatus.ACTIVE, "2027-03-20", false), NOW)).isEmpty();
    assertThat(against(facts(MemberStatus.ACTIVE, "2027-03-19", false), NOW))
        .containsExactly(new BookingRefusal.EndsBefore(LocalDate.of(2027, 3, 19)));
  }

  @Test
  void who_is_not_a_member_yet_takes_tours_and_classes_of_a_trial() {
    assertThat(against(facts(MemberStatus.PROSPECT, null, true), NOW)).isEmpty();
    assertThat(against(facts(MemberStatus.PROSPECT, "2027-03-20", false), NOW)).isEmpty();
    for (String lastDay : new String[] {null, "2027-03-19"}) {
      assertThat(against(facts(MemberStatus.PROSPECT, lastDay, false), NOW))
          .hasExactlyElementsOfTypes(BookingRefusal.NoStanding.class);
    }
    for (MemberStatus status :
        List.of(MemberStatus.FROZEN, MemberStatus.EXPIRED, MemberStatus.CANCELLED)) {
      assertThat(against(facts(status, "2099-01-01", true), NOW))
          .containsExactly(new BookingRefusal.NoStanding(status, LocalDate.of(2099, 1, 1)));
    }
  }

  @Test
  void the_start_and_the_end_themselves_are_too_late() {
    BookingFacts facts = facts(MemberStatus.ACTIVE, null, false);
    assertThat(against(facts, START.minusMillis(1))).hasSize(0);
    assertThat(against(facts, START)).containsExactly(new BookingRefusal.Started(START));
    assertThat(against(facts, START.plusSeconds(3600)))
        .containsExactly(new BookingRefusal.Over(START.plusSeconds(3600)));
  }

  @Test
  void the_window_opens_at_the_same_hour_of_the_wall_also_when_clocks_change_in_between() {
    // Clocks go forward in Berlin on 28 March 2027.
    Instant start = at("2027-03-30T18:00");
    BookingFacts facts = with(rules(7, Duration.ZERO), start);
    Instant opens = at("2027-03-23T18:00");
    assertThat(Duration.between(opens, start)).isEqualTo(Duration.ofHours(7 * 24 - 1));
    assertThat(against(facts, opens.minusSeconds(1)))
        .containsExactly(new BookingRefusal.NotOpenYet(opens));
    assertThat(against(facts, opens)).isEmpty();
  }

  @Test
  void the_window_closes_by_the_clock_of_the_world() {
    // In the night of 28 March 2027, 1:30 and 3:30 are one hour apart.
    ZonedDateTime start = ZonedDateTime.of(2027, 3, 28, 3, 30, 0, 0, BERLIN);
    BookingFacts facts = with(rules(0, Duration.ofHours(1)), start.toInstant());
    assertThat(against(facts, at("2027-03-28T01:29"))).isEmpty();
    assertThat(against(facts, at("2027-03-28T01:30")))
        .containsExactly(new BookingRefusal.Closed(at("2027-03-28T01:30")));
  }

  @Test
  void only_what_a_person_can_answer_for_is_overridable() {
    assertThat(new BookingRefusal.EventCancelled().overridable()).isFalse();
    assertThat(new BookingRefusal.Over(NOW).overridable()).isFalse();
    assertThat(new BookingRefusal.Started(NOW).overridable()).isFalse();
    assertThat(new BookingRefusal.NoStanding(MemberStatus.FROZEN, null).overridable()).isFalse();
    assertThat(new BookingRefusal.NotOpenYet(NOW).overridable()).isTrue();
    assertThat(new BookingRefusal.Closed(NOW).overridable()).isTrue();
    assertThat(new BookingRefusal.EndsBefore(LocalDate.EPOCH).overridable()).isTrue();
  }
}
