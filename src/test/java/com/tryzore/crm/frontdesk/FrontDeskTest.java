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
import com.tryzore.crm.members.MemberStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Check-in under Row Level Security, with real roles. */
@SpringBootTest
@RecordApplicationEvents
class FrontDeskTest {

  @Autowired private FrontDesk desk;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;
  @Autowired private ApplicationEvents events;

  private DeskGym gym;
  private TestGym.Person clerk;
  private Binding staff;

  @BeforeEach
  void a_gym_with_a_clerk() {
    gym = DeskGym.open("Riverside");
    clerk = gym.gym().person("Sam Staff", Tier.STAFF);
    staff = bound(gym, clerk);
  }

  private Binding bound(DeskGym place, TestGym.Person person) {
    return gate.open(person.id(), place.gym().slug(), Instant.now());
  }

  private <T> T as(Binding binding, Supplier<T> work) {
    return bindings.callAs(binding, work::get);
  }

  private CheckIn checkIn(ClientId client) {
    return as(staff, () -> desk.checkIn(client, Source.SEARCH));
  }

  private <T> @Nullable T recorded(ClientId client, Class<T> type, String column) {
    return gym.gym()
        .value(
            type,
            "select %s from client_organizations where organization_id = ? and client_id = ?"
                .formatted(column),
            staff.organization().value(),
            client.value());
  }

  private Instant lastVisit(ClientId client) {
    return Objects.requireNonNull(recorded(client, OffsetDateTime.class, "last_visit_at"))
        .toInstant();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void a_regular_is_welcome_and_the_visit_is_counted() {
    ClientId joanna = gym.regular("Joanna", "Smith");

    CheckIn.Done done = (CheckIn.Done) checkIn(joanna);

    assertThat(done.verdict()).isEqualTo(new CheckInVerdict.Welcome());
    assertThat(done.member().person().fullName()).isEqualTo("Joanna Smith");
    assertThat(done.at()).isBetween(Instant.now().minusSeconds(20), Instant.now().plusSeconds(5));
    assertThat(recorded(joanna, Long.class, "visit_count")).isEqualTo(1);
    assertThat(gym.miscounted()).isZero();
    assertThat(events.stream(VisitsChanged.class))
        .containsExactly(new VisitsChanged(staff.organization(), joanna, done.visit(), false));
  }

  @Test
  void the_desk_is_told_all_there_is_to_mind() {
    ClientId leila = gym.member("Leila", "Smit", "active", today().plusDays(7));
    gym.record(leila, "birth_date", today().minusYears(30));
    gym.record(leila, "gender", "female");
    gym.note(leila, "desk", "Ask for the form", clerk);
    gym.note(leila, "internal", "Not for the desk", clerk);
    gym.note(leila, "desk", "Old news", clerk);
    gym.gym()
        .execute(
            "update client_notes set archived_at = now() where client_id = ? and body = 'Old news'",
            leila.value());

    CheckIn.Done done = (CheckIn.Done) checkIn(leila);

    assertThat(done.verdict())
        .isEqualTo(
            new CheckInVerdict.Caution(
                List.of(
                    new Heed.DeskNote("Ask for the form"),
                    new Heed.EndsSoon(today().plusDays(7), 7),
                    new Heed.Birthday(30),
                    new Heed.FirstVisit(null))));
    assertThat(done.member().person().pronoun()).isEqualTo(Pronoun.HER);
    assertThat(
            gym.gym()
                .value(
                    String.class, "select verdict from visits where id = ?", done.visit().value()))
        .isEqualTo("caution");
  }

  @Test
  void a_refusal_writes_nothing() {
    ClientId gone = gym.member("Gus", "Gone", "active", today().minusDays(1));

    CheckIn.Refused refused = (CheckIn.Refused) checkIn(gone);

    assertThat(refused.verdict().reasons()).containsExactly(new WhyNot.Ended(today().minusDays(1)));
    assertThat(refused.mayAllow()).isTrue();
    assertThat(gym.standing(gone)).isZero();
    assertThat(events.stream(VisitsChanged.class)).isEmpty();
  }

  @Test
  void a_freeze_says_until_when() {
    ClientId fran = gym.member("Fran", "Frozen", "frozen", today().plusDays(200));
    @Nullable UUID plan =
        gym.gym()
            .value(
                UUID.class,
                "insert into membership_plans (organization_id, name, kind, price_minor, currency,"
                    + " billing_period) values (?, 'Unlimited', 'unlimited', 4900, 'EUR', 'month')"
                    + " returning id",
                staff.organization().value());
    @Nullable UUID membership =
        gym.gym()
            .value(
                UUID.class,
                "insert into memberships (organization_id, client_id, plan_organization_id, plan_id,"
                    + " plan_name, status, starts_on, price_minor, currency, billing_period, sold_by)"
                    + " values (?, ?, ?, ?, 'Unlimited', 'frozen', current_date - 90, 4900, 'EUR',"
                    + " 'month', ?) returning id",
                staff.organization().value(),
                fran.value(),
                staff.organization().value(),
                plan,
                clerk.id().value());
    gym.gym()
        .execute(
            "insert into membership_pauses (organization_id, membership_id, starts_on, ends_on,"
                + " made_by) values (?, ?, ?::date - 5, ?::date + 9, ?)",
            staff.organization().value(),
            membership,
            today().toString(),
            today().toString(),
            clerk.id().value());

    assertThat(((CheckIn.Refused) checkIn(fran)).verdict().reasons())
        .containsExactly(new WhyNot.Frozen(today().plusDays(9)));
  }

  @Test
  void somebody_is_let_in_against_the_rules_with_a_reason() {
    ClientId gone = gym.member("Gus", "Gone", "cancelled", null);

    CheckIn.Done done =
        (CheckIn.Done) as(staff, () -> desk.allow(gone, Source.SCAN, "  Forgot to renew  "));

    assertThat(done.allowed()).isTrue();
    assertThat(
            gym.gym()
                .value(
                    String.class,
                    "select concat_ws('/', source, verdict, override_reason) from visits where id = ?",
                    done.visit().value()))
        .isEqualTo("scan/allowed/Forgot to renew");
    assertThatThrownBy(() -> as(staff, () -> desk.allow(gone, Source.SCAN, "  ")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void without_the_right_nobody_is_let_in_against_the_rules() {
    gym.gym()
        .execute(
            "update user_organizations set permissions = '{\"checkin.override\": false}'"
                + " where user_id = ?",
            clerk.id().value());
    ClientId gone = gym.member("Gus", "Gone", "cancelled", null);

    assertThat(((CheckIn.Refused) checkIn(gone)).mayAllow()).isFalse();
    assertThatThrownBy(() -> as(staff, () -> desk.allow(gone, Source.SEARCH, "Please")))
        .isInstanceOf(NotAllowedException.class);
    assertThat(gym.standing(gone)).isZero();
  }

  @Test
  void whoever_may_come_in_by_now_is_checked_in_without_the_reason() {
    ClientId joanna = gym.regular("Joanna", "Smith");

    CheckIn.Done done = (CheckIn.Done) as(staff, () -> desk.allow(joanna, Source.SEARCH, "Please"));

    assertThat(done.allowed()).isFalse();
    assertThat(
            gym.gym()
                .value(
                    String.class, "select verdict from visits where id = ?", done.visit().value()))
        .isEqualTo("welcome");
  }

  @Test
  void two_scans_within_five_minutes_are_one_visit() {
    ClientId joanna = gym.regular("Joanna", "Smith");
    CheckIn.Done first = (CheckIn.Done) checkIn(joanna);

    CheckIn.AlreadyIn second = (CheckIn.AlreadyIn) checkIn(joanna);

    assertThat(second.visit()).isEqualTo(first.visit());
    assertThat(second.at()).isEqualTo(first.at());
    assertThat(gym.standing(joanna)).isEqualTo(1);
    assertThat(events.stream(VisitsChanged.class)).hasSize(1);
  }

  @Test
  void who_comes_back_after_five_minutes_makes_another_visit() {
    ClientId joanna = gym.regular("Joanna", "Smith");
    gym.visit(joanna, clerk, Instant.now().minus(Duration.ofMinutes(5)).minusMillis(50));

    assertThat(checkIn(joanna)).isInstanceOf(CheckIn.Done.class);
    assertThat(gym.standing(joanna)).isEqualTo(2);
    assertThat(gym.miscounted()).isZero();
  }

  @Test
  void a_member_who_was_let_in_is_not_refused_by_a_second_scan() {
    ClientId gone = gym.member("Gus", "Gone", "cancelled", null);
    as(staff, () -> desk.allow(gone, Source.SEARCH, "Forgot to renew"));

    assertThat(checkIn(gone)).isInstanceOf(CheckIn.AlreadyIn.class);
  }

  @Test
  void anyone_at_the_desk_takes_a_check_in_back_once_and_the_statistics_follow() {
    ClientId joanna = gym.regular("Joanna", "Smith");
    Instant before = lastVisit(joanna);
    CheckIn.Done done = (CheckIn.Done) checkIn(joanna);
    Binding colleague = bound(gym, gym.gym().person("Cora Colleague", Tier.STAFF));

    assertThat(as(colleague, () -> desk.undo(done.visit()))).isEqualTo(Undo.DONE);
    assertThat(as(staff, () -> desk.undo(done.visit()))).isEqualTo(Undo.ALREADY);

    assertThat(recorded(joanna, Long.class, "visit_count")).isZero();
    assertThat(lastVisit(joanna)).isEqualTo(before);
    assertThat(gym.miscounted()).isZero();
    assertThat(events.stream(VisitsChanged.class).map(VisitsChanged::undone))
        .containsExactly(false, true);
    assertThat(checkIn(joanna))
        .as("and may be checked in again at once")
        .isInstanceOf(CheckIn.Done.class);
  }

  @Test
  void unknown_and_foreign_answer_alike() {
    DeskGym rival = DeskGym.open("Rival");
    TestGym.Person rita = rival.gym().person("Rita Rival", Tier.STAFF);
    ClientId foreign = rival.regular("Fay", "Foreign");
    CheckIn.Done theirs =
        (CheckIn.Done) as(bound(rival, rita), () -> desk.checkIn(foreign, Source.SEARCH));

    assertThat(checkIn(foreign)).isEqualTo(new CheckIn.Unknown());
    assertThat(checkIn(new ClientId(UUID.randomUUID()))).isEqualTo(new CheckIn.Unknown());
    assertThat(as(staff, () -> desk.allow(foreign, Source.SEARCH, "Please")))
        .isEqualTo(new CheckIn.Unknown());
    assertThat(as(staff, () -> desk.undo(theirs.visit()))).isEqualTo(Undo.UNKNOWN);
    assertThat(as(staff, () -> desk.undo(new VisitId(UUID.randomUUID())))).isEqualTo(Undo.UNKNOWN);
    assertThat(rival.standing(foreign)).isEqualTo(1);
  }

  @Test
  void trainers_and_members_check_nobody_in() {
    ClientId joanna = gym.regular("Joanna", "Smith");
    CheckIn.Done done = (CheckIn.Done) checkIn(joanna);
    for (Tier tier : List.of(Tier.TRAINER, Tier.MEMBER)) {
      Binding low = bound(gym, gym.gym().person("Lo " + tier.key(), tier));

      assertThatThrownBy(() -> as(low, () -> desk.checkIn(joanna, Source.SEARCH)))
          .isInstanceOf(NotAllowedException.class);
      assertThatThrownBy(() -> as(low, () -> desk.undo(done.visit())))
          .isInstanceOf(NotAllowedException.class);
    }
    for (Tier tier : List.of(Tier.ADMIN, Tier.OWNER)) {
      Binding high = bound(gym, gym.gym().person("Hi " + tier.key(), tier));
      ClientId other = gym.regular("Otto " + tier.key(), "Berg");
      assertThat(as(high, () -> desk.checkIn(other, Source.SEARCH)))
          .isInstanceOf(CheckIn.Done.class);
    }
  }

  @Test
  void a_visitor_of_the_chain_is_judged_by_their_own_gym() {
    DeskGym chain = DeskGym.open("Zen Chain");
    DeskGym harbour = new DeskGym(chain.gym().below("Harbour"));
    DeskGym hill = new DeskGym(chain.gym().below("Hill"));
    TestGym.Person hilda = hill.gym().person("Hilda Hill", Tier.STAFF);
    Binding atHill = bound(hill, hilda);
    ClientId vera = harbour.regular("Vera", "Visitor");
    harbour.record(vera, "birth_date", today().minusYears(40));
    hill.gym()
        .execute(
            "insert into client_organizations (organization_id, client_id, home_organization_id,"
                + " status) values (?, ?, ?, 'prospect')",
            hill.gym().id().value(),
            vera.value(),
            harbour.gym().id().value());

    CheckIn.Done done = (CheckIn.Done) as(atHill, () -> desk.checkIn(vera, Source.SEARCH));

    assertThat(done.member().home())
        .isEqualTo(new DeskMember.Home("Harbour", new DeskMember.Right(MemberStatus.ACTIVE, null)));
    assertThat(done.verdict())
        .as("the birth date does not travel")
        .isEqualTo(new CheckInVerdict.Caution(List.of(new Heed.FirstVisit(null))));
    as(atHill, () -> desk.undo(done.visit()));
    harbour.set(vera, "status", "frozen");
    assertThat(
            ((CheckIn.Refused) as(atHill, () -> desk.checkIn(vera, Source.SEARCH)))
                .verdict()
                .reasons())
        .containsExactly(new WhyNot.Frozen(null));
    harbour.set(vera, "status", "active");
    hill.set(vera, "status", "cancelled");
    assertThat(
            ((CheckIn.Refused) as(atHill, () -> desk.checkIn(vera, Source.SEARCH)))
                .verdict()
                .reasons())
        .containsExactly(new WhyNot.NoRightHere("Harbour"));
  }
}
