package com.tryzore.crm.frontdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.frontdesk.CheckIn;
import com.tryzore.crm.frontdesk.CheckInVerdict;
import com.tryzore.crm.frontdesk.DeskMember;
import com.tryzore.crm.frontdesk.Heed;
import com.tryzore.crm.frontdesk.Pronoun;
import com.tryzore.crm.frontdesk.VisitId;
import com.tryzore.crm.frontdesk.WhyNot;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk says. */
class DeskWordsTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);
  private static final Instant NOON = Instant.parse("2027-03-10T11:00:00Z");

  private static DeskWords in(String language) {
    return DeskWords.of(
        Locale.of(language),
        ZoneId.of("Europe/Berlin"),
        Clock.fixed(NOON, ZoneId.of("Europe/Berlin")));
  }

  private static DeskMember member(Pronoun pronoun) {
    return new DeskMember(
        new ClientId(UUID.randomUUID()),
        "M-00012",
        new DeskMember.Person("Joanna", "Smith", pronoun, 0, null),
        new DeskMember.Right(MemberStatus.ACTIVE, LocalDate.of(2027, 3, 14)),
        null,
        "Unlimited",
        null,
        new DeskMember.Visits(41, Instant.parse("2027-03-09T17:30:00Z")),
        null,
        List.of());
  }

  @Test
  void a_refusal_is_a_sentence_about_this_member() {
    LocalDate march = LocalDate.of(2027, 3, 4);
    assertThat(in("en").words(member(Pronoun.HER), new WhyNot.Ended(march)))
        .isEqualTo("Her membership ended on 4 Mar 2027");
    assertThat(in("en").words(member(Pronoun.NONE), new WhyNot.Ended(null)))
        .isEqualTo("The membership has ended");
    assertThat(in("de").words(member(Pronoun.HIS), new WhyNot.Frozen(TODAY.plusDays(20))))
        .isEqualTo("Seine Mitgliedschaft ruht bis 30. März 2027");
    assertThat(in("es").words(member(Pronoun.HER), new WhyNot.Cancelled(null)))
        .isEqualTo("Su membresía fue cancelada");
    assertThat(in("en").words(member(Pronoun.HIS), new WhyNot.Cancelled(TODAY)))
        .isEqualTo("His membership was cancelled; its term runs until 10 Mar 2027");
    assertThat(in("en").words(member(Pronoun.HIS), new WhyNot.Cancelled(TODAY.minusDays(1))))
        .isEqualTo("His membership was cancelled and ran until 9 Mar 2027");
  }

  @Test
  void an_end_is_said_as_a_day_and_a_date() {
    assertThat(in("en").words(member(Pronoun.HER), new Heed.EndsSoon(LocalDate.of(2027, 3, 14), 4)))
        .isEqualTo("Her membership ends in 4 days, on 14 Mar 2027");
    assertThat(in("en").words(member(Pronoun.HER), new Heed.EndsSoon(TODAY, 0)))
        .isEqualTo("Her membership ends today, on 10 Mar 2027");
    assertThat(in("en").end(MemberStatus.ACTIVE, null)).isEqualTo("No end date");
    assertThat(in("en").end(MemberStatus.PROSPECT, null)).isEqualTo("No membership");
    assertThat(in("en").end(MemberStatus.ACTIVE, TODAY.plusDays(1)))
        .isEqualTo("Until 11 Mar 2027, tomorrow");
    assertThat(in("en").end(MemberStatus.ACTIVE, TODAY.plusDays(31)))
        .isEqualTo("Until 10 Apr 2027");
    assertThat(in("en").end(MemberStatus.ACTIVE, TODAY.minusDays(1))).isEqualTo("Ended 9 Mar 2027");
  }

  @Test
  void a_first_visit_of_somebody_who_joined_long_ago_is_only_the_first_on_record() {
    assertThat(in("en").words(member(Pronoun.HER), new Heed.FirstVisit(TODAY.minusDays(30))))
        .isEqualTo("First visit");
    assertThat(in("en").words(member(Pronoun.HER), new Heed.FirstVisit(TODAY.minusDays(31))))
        .isEqualTo("First visit on record; joined on 7 Feb 2027");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "de"})
  void every_answer_has_a_headline_and_every_reason_words(String language) {
    DeskWords words = in(language);
    DeskMember joanna = member(Pronoun.NONE);
    List<Heed> heeds =
        List.of(
            new Heed.DeskNote("Locker 12"),
            new Heed.Birthday(30),
            new Heed.FirstVisit(null),
            new Heed.LongAway(TODAY.minusDays(100), 100),
            new Heed.EndsSoon(TODAY, 0));
    List<WhyNot> why =
        List.of(
            new WhyNot.Ended(null),
            new WhyNot.Frozen(null),
            new WhyNot.Cancelled(null),
            new WhyNot.NoMembership(),
            new WhyNot.NoRightHere("Harbour"));
    CheckInVerdict.Refused refused = new CheckInVerdict.Refused(why, heeds);
    VisitId visit = new VisitId(UUID.randomUUID());

    assertThat(words.lines(joanna, refused))
        .hasSize(10)
        .allMatch(line -> !line.words().contains("frontdesk.") && !line.words().contains("{"));
    assertThat(
            List.of(
                words.title(new CheckIn.Done(joanna, new CheckInVerdict.Welcome(), visit, NOON)),
                words.title(
                    new CheckIn.Done(joanna, new CheckInVerdict.Caution(heeds), visit, NOON)),
                words.title(new CheckIn.Done(joanna, refused, visit, NOON)),
                words.title(new CheckIn.AlreadyIn(joanna, refused, visit, NOON)),
                words.title(new CheckIn.Refused(joanna, refused, true)),
                words.title(new CheckIn.Unknown())))
        .doesNotHaveDuplicates()
        .allMatch(title -> !title.contains("frontdesk."));
  }

  @Test
  void what_is_read_aloud_says_it_all_in_one_breath() {
    assertThat(
            in("en")
                .aloud(
                    "Welcome",
                    member(Pronoun.HER),
                    new CheckInVerdict.Caution(List.of(new Heed.Birthday(30)))))
        .isEqualTo("Welcome: Joanna Smith. Birthday today: turns 30. Until 14 Mar 2027, in 4 days");
  }

  @Test
  void the_quiet_line_tells_number_plan_and_visits() {
    assertThat(in("en").facts(member(Pronoun.HER)))
        .isEqualTo("No. M-00012 · Unlimited · 41 visits · last here yesterday, 18:30");
  }
}
