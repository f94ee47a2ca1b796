package com.tryzore.crm.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tryzore.crm.frontdesk.CheckInVerdict.Caution;
import com.tryzore.crm.frontdesk.CheckInVerdict.Refused;
import com.tryzore.crm.frontdesk.CheckInVerdict.Welcome;
import com.tryzore.crm.members.MemberStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the door, without a database. */
class CheckInVerdictTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);
  private static final Instant NOON = Instant.parse("2027-03-10T11:00:00Z");

  private static CheckInVerdict verdict(DeskMemberExample example) {
    return CheckInVerdict.of(example.member(), NOON, BERLIN);
  }

  private static DeskMemberExample joanna() {
    return DeskMemberExample.joanna();
  }

  private static List<WhyNot> refusal(DeskMemberExample example) {
    assertThat(verdict(example)).isInstanceOf(Refused.class);
    return ((Refused) verdict(example)).reasons();
  }

  @Test
  void an_open_ended_member_with_nothing_to_mind_is_welcome() {
    assertThat(verdict(joanna())).isEqualTo(new Welcome());
  }

  @ParameterizedTest(name = "last day {0} days from today: {1}")
  @CsvSource({"8,welcome", "7,caution", "1,caution", "0,caution", "-1,refused", "-400,refused"})
  void an_end_within_seven_days_is_minded_and_the_day_after_the_last_is_refused(
      int days, String expected) {
    LocalDate last = TODAY.plusDays(days);

    CheckInVerdict verdict = verdict(joanna().right(MemberStatus.ACTIVE, last));

    switch (expected) {
      case "welcome" -> assertThat(verdict).isEqualTo(new Welcome());
      case "caution" ->
          assertThat(verdict).isEqualTo(new Caution(List.of(new Heed.EndsSoon(last, days))));
      default ->
          assertThat(verdict).isEqualTo(new Refused(List.of(new WhyNot.Ended(last)), List.of()));
    }
  }

  @Test
  void the_last_day_lasts_until_midnight_at_the_gym_and_nowhere_else() {
    DeskMember member = joanna().right(MemberStatus.ACTIVE, TODAY).member();
    Instant lastMinuteInBerlin = Instant.parse("2027-03-10T22:59:59Z");

    assertThat(CheckInVerdict.of(member, lastMinuteInBerlin, BERLIN)).isInstanceOf(Caution.class);
    assertThat(CheckInVerdict.of(member, lastMinuteInBerlin.plusSeconds(1), BERLIN))
        .isInstanceOf(Refused.class);
    assertThat(CheckInVerdict.of(member, lastMinuteInBerlin, AUCKLAND))
        .as("in Auckland it is the eleventh already")
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest(name = "born {0}, today {1}: {2}")
  @CsvSource({
    "1988-03-10,2027-03-10,39",
    "1988-03-11,2027-03-10,-1",
    "1988-03-10,2027-03-11,-1",
    "2027-03-10,2027-03-10,-1",
    "2000-02-29,2027-02-28,27",
    "2000-02-29,2027-03-01,-1",
    "2000-02-29,2028-02-28,-1",
    "2000-02-29,2028-02-29,28",
    "2000-02-28,2028-02-29,-1"
  })
  void a_birthday_is_minded_on_its_day_and_a_leap_days_on_the_28th(
      LocalDate born, LocalDate today, int age) {
    DeskMember member = joanna().born(born).member();
    Instant noon = today.atTime(12, 0).atZone(BERLIN).toInstant();

    List<Heed> heeds = Heed.about(member, noon, BERLIN);

    assertThat(heeds.stream().filter(Heed.Birthday.class::isInstance))
        .isEqualTo(age < 0 ? List.of() : List.of(new Heed.Birthday(age)));
  }

  @Test
  void a_first_visit_is_one_that_neither_we_nor_an_import_know_an_earlier_one_of() {
    assertThat(verdict(joanna().visits(0, null)))
        .isEqualTo(new Caution(List.of(new Heed.FirstVisit(LocalDate.of(2024, 2, 1)))));
    assertThat(verdict(joanna().visits(0, NOON.minusSeconds(86_400))))
        .as("an import told of a visit")
        .isEqualTo(new Welcome());
  }

  @ParameterizedTest
  @CsvSource({"89,false", "90,true", "1000,true"})
  void someone_away_for_ninety_days_is_welcomed_back(int days, boolean minded) {
    CheckInVerdict verdict =
        verdict(joanna().visits(3, NOON.minus(java.time.Duration.ofDays(days))));

    assertThat(verdict)
        .isEqualTo(
            minded
                ? new Caution(List.of(new Heed.LongAway(TODAY.minusDays(days), days)))
                : new Welcome());
  }

  @Test
  void notes_for_the_desk_come_first_and_all_of_them() {
    assertThat(verdict(joanna().notes("Locker 12 is broken", "Ask for the form").visits(0, null)))
        .isEqualTo(
            new Caution(
                List.of(
                    new Heed.DeskNote("Locker 12 is broken"),
                    new Heed.DeskNote("Ask for the form"),
                    new Heed.FirstVisit(LocalDate.of(2024, 2, 1)))));
  }

  @Test
  void a_note_for_the_desk_is_seen_on_a_refusal_too() {
    assertThat(verdict(joanna().notes("Owes for a towel").right(MemberStatus.CANCELLED, null)))
        .isEqualTo(
            new Refused(
                List.of(new WhyNot.Cancelled(null)),
                List.of(new Heed.DeskNote("Owes for a towel"))));
  }

  @Test
  void each_status_that_keeps_someone_out_says_why_and_how_it_is_mended() {
    assertThat(refusal(joanna().frozenUntil(TODAY.plusDays(20))))
        .containsExactly(new WhyNot.Frozen(TODAY.plusDays(20)))
        .allMatch(why -> why.mend().equals(java.util.Optional.of(WhyNot.Mend.RESUME)));
    assertThat(refusal(joanna().right(MemberStatus.EXPIRED, TODAY.minusDays(3))))
        .containsExactly(new WhyNot.Ended(TODAY.minusDays(3)))
        .allMatch(why -> why.mend().equals(java.util.Optional.of(WhyNot.Mend.RENEW)));
    assertThat(refusal(joanna().right(MemberStatus.EXPIRED, TODAY.plusDays(3))))
        .as("a last day ahead is not given out as one that has passed")
        .containsExactly(new WhyNot.Ended(null));
    assertThat(refusal(joanna().right(MemberStatus.CANCELLED, TODAY.plusDays(3))))
        .containsExactly(new WhyNot.Cancelled(TODAY.plusDays(3)))
        .allMatch(why -> why.mend().equals(java.util.Optional.of(WhyNot.Mend.SELL)));
    assertThat(refusal(joanna().right(MemberStatus.PROSPECT, null)))
        .containsExactly(new WhyNot.NoMembership());
  }

  @Test
  void a_freeze_that_outlasts_the_membership_gives_both_reasons() {
    assertThat(refusal(joanna().right(MemberStatus.FROZEN, TODAY.minusDays(1))))
        .containsExactly(new WhyNot.Frozen(null), new WhyNot.Ended(TODAY.minusDays(1)));
  }

  @Test
  void a_prospect_comes_while_a_trial_runs() {
    assertThat(verdict(joanna().right(MemberStatus.PROSPECT, TODAY.plusDays(20))))
        .isEqualTo(new Welcome());
    assertThat(verdict(joanna().right(MemberStatus.PROSPECT, TODAY))).isInstanceOf(Caution.class);
    assertThat(refusal(joanna().right(MemberStatus.PROSPECT, TODAY.minusDays(1))))
        .containsExactly(new WhyNot.Ended(TODAY.minusDays(1)));
  }

  @Test
  void a_visitor_is_judged_by_the_membership_at_home() {
    assertThat(
            verdict(
                joanna()
                    .right(MemberStatus.ACTIVE, TODAY.minusDays(30))
                    .visiting(MemberStatus.ACTIVE, TODAY.plusDays(300))))
        .as("renewed at home since the record here was made")
        .isEqualTo(new Welcome());
    assertThat(
            refusal(
                joanna().right(MemberStatus.ACTIVE, null).visiting(MemberStatus.CANCELLED, null)))
        .containsExactly(new WhyNot.Cancelled(null));
  }

  @Test
  void a_visitor_whose_right_was_withdrawn_here_is_told_so() {
    assertThat(
            refusal(
                joanna().right(MemberStatus.CANCELLED, null).visiting(MemberStatus.ACTIVE, null)))
        .containsExactly(new WhyNot.NoRightHere("Harbour"))
        .allMatch(why -> why.mend().isEmpty());
  }

  @Test
  void a_caution_or_refusal_without_a_reason_cannot_be_made() {
    assertThatThrownBy(() -> new Caution(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Refused(List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void whoever_comes_in_has_a_status_that_lets_in_and_a_last_day_that_has_not_passed(
      @ForAll("members") DeskMember member, @ForAll("instants") Instant now) {
    LocalDate today = LocalDate.ofInstant(now, AUCKLAND);
    boolean lets =
        switch (member.here().status()) {
          case ACTIVE -> !isPast(member.here().lastDay(), today);
          case PROSPECT ->
              member.here().lastDay() != null && !isPast(member.here().lastDay(), today);
          case FROZEN, EXPIRED, CANCELLED -> false;
        };

    CheckInVerdict verdict = CheckInVerdict.of(member, now, AUCKLAND);

    assertThat(verdict instanceof Refused).isEqualTo(!lets);
  }

  @Property
  void an_end_that_is_minded_is_at_most_a_week_away_and_never_behind(
      @ForAll("members") DeskMember member, @ForAll("instants") Instant now) {
    LocalDate today = LocalDate.ofInstant(now, BERLIN);
    Heed.about(member, now, BERLIN).stream()
        .filter(Heed.EndsSoon.class::isInstance)
        .map(Heed.EndsSoon.class::cast)
        .forEach(
            soon -> {
              assertThat(soon.lastDay()).isBetween(today, today.plusDays(7));
              assertThat(today.plusDays(soon.daysLeft())).isEqualTo(soon.lastDay());
            });
  }

  private static boolean isPast(@Nullable LocalDate day, LocalDate today) {
    return day != null && day.isBefore(today);
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.longs()
        .between(
            Instant.parse("2027-01-01T00:00:00Z").getEpochSecond(),
            Instant.parse("2028-12-31T00:00:00Z").getEpochSecond())
        .map(Instant::ofEpochSecond);
  }

  @Provide
  Arbitrary<DeskMember> members() {
    Arbitrary<LocalDate> days =
        Arbitraries.integers().between(-40, 800).map(LocalDate.of(2027, 1, 1)::plusDays);
    return Combinators.combine(
            Arbitraries.of(MemberStatus.values()), days.injectNull(0.3), days.injectNull(0.3))
        .as(
            (status, lastDay, born) ->
                joanna()
                    .born(born == null ? null : born.minusYears(40))
                    .right(status, lastDay)
                    .member());
  }
}
