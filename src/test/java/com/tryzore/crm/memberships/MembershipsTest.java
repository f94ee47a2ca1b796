package com.tryzore.crm.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import com.tryzore.crm.members.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Plans and memberships as the desk sells and changes them, on a real database. */
@SpringBootTest
class MembershipsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Autowired private Plans plans;
  @Autowired private Memberships memberships;
  @Autowired private Usage usage;
  @Autowired private MembershipMidnights midnights;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private final LocalDate today = LocalDate.now(BERLIN);
  private TestGym gym;
  private Binding admin;
  private Binding desk;
  private ClientId kim;

  @BeforeEach
  void a_gym() {
    gym = TestGym.open(TestDatabase.shared(), "Plans");
    admin = bind(gym.person("Ada Admin", Tier.ADMIN));
    desk = bind(gym.person("Sam Staff", Tier.STAFF));
    kim = member("Kim");
  }

  private Binding bind(TestGym.Person person) {
    return gate.open(person.id(), gym.slug(), Instant.now());
  }

  private ClientId member(String name) {
    UUID client =
        Objects.requireNonNull(
            gym.value(
                UUID.class,
                "insert into clients (organization_id, given_name, family_name) values (?, ?, 'Test')"
                    + " returning id",
                gym.id().value(),
                name));
    gym.execute(
        "insert into client_organizations (organization_id, client_id, home_organization_id)"
            + " values (?, ?, ?)",
        gym.id().value(),
        client,
        gym.id().value());
    return new ClientId(client);
  }

  private <T> T at(Binding binding, Supplier<T> work) {
    return bindings.callAs(binding, work::get);
  }

  private Plan plan(PlanData data) {
    return ((PlanSaving.Saved) at(admin, () -> plans.create(data))).plan();
  }

  private static Membership done(MembershipChange change) {
    assertThat(change).isInstanceOf(MembershipChange.Done.class);
    return ((MembershipChange.Done) change).membership();
  }

  private Membership sold(Sale sale) {
    return done(at(desk, () -> memberships.sell(sale)));
  }

  private Membership read(Membership membership) {
    return at(desk, () -> memberships.find(membership.id())).orElseThrow();
  }

  private String standing() {
    return Objects.requireNonNull(
        gym.value(
            String.class,
            "select concat_ws(' ', status, plan_name, valid_until) from client_organizations"
                + " where organization_id = ? and client_id = ?",
            gym.id().value(),
            kim.value()));
  }

  /** What Java explains is what the database has worked out. */
  private void agrees(Membership membership) {
    assertThat(membership.agreement().end().map(story -> story.result()).orElse(null))
        .isEqualTo(membership.end());
    assertThat(membership.agreement().minimumUntil().map(story -> story.result()).orElse(null))
        .isEqualTo(membership.minimumUntil());
    assertThat(membership.explainNextBilling(today).map(story -> story.result()).orElse(null))
        .isEqualTo(membership.nextBilling());
  }

  @Test
  void a_sale_a_freeze_and_an_early_return_move_dates_and_standing_by_exactly_their_days() {
    Plan plan = plan(PlanData.unlimited("Monthly", 4990).committed(6, 30, 2500));
    MembershipChange sale =
        at(desk, () -> memberships.sell(Sale.of(kim, plan.id(), today).lasting(12)));
    Membership sold = done(sale);

    assertThat(((MembershipChange.Done) sale).due().totalMinor()).isEqualTo(7490);
    LocalDate end = today.plusMonths(12).minusDays(1);
    assertThat(sold.end()).isEqualTo(end);
    assertThat(standing()).isEqualTo("active Monthly " + end);
    agrees(sold);

    Membership frozen =
        done(
            at(
                desk,
                () ->
                    memberships.freeze(
                        sold.id(), today, today.plusDays(13), "Abroad for work", 0)));
    assertThat(frozen.end()).isEqualTo(end.plusDays(14));
    assertThat(frozen.status()).isEqualTo(MembershipStatus.FROZEN);
    assertThat(standing()).isEqualTo("frozen Monthly " + end.plusDays(14));
    agrees(frozen);
    assertThat(at(desk, () -> memberships.freeze(sold.id(), today.plusDays(3), null, null, 0)))
        .isInstanceOf(MembershipChange.FrozenAlready.class);

    Membership back = done(at(desk, () -> memberships.resume(sold.id(), today.plusDays(4))));
    assertThat(back.end()).isEqualTo(end.plusDays(4));
    agrees(back);
  }

  @Test
  void another_price_takes_the_right_and_a_reason() {
    Plan plan = plan(PlanData.unlimited("Monthly", 4990));
    Sale cheap = Sale.of(kim, plan.id(), today).at(100, "A friend of the house");

    assertThatThrownBy(() -> at(desk, () -> memberships.sell(cheap)))
        .isInstanceOf(NotAllowedException.class);
    assertThat(done(at(admin, () -> memberships.sell(cheap))).priceMinor()).isEqualTo(100);
    assertThatThrownBy(() -> Sale.of(kim, plan.id(), today).at(100, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_edited_plan_is_for_new_sales_and_holders_keep_what_they_bought() {
    Plan plan = plan(PlanData.unlimited("Monthly", 4990).committed(3, 0, 0));
    Membership sold = sold(Sale.of(kim, plan.id(), today));

    PlanSaving edited =
        at(admin, () -> plans.edit(plan.id(), plan.version(), PlanData.unlimited("Monthly", 5990)));
    assertThat(edited).isInstanceOf(PlanSaving.Saved.class);
    assertThat(read(sold).priceMinor()).isEqualTo(4990);
    assertThat(read(sold).minimumUntil()).isEqualTo(today.plusMonths(3).minusDays(1));
    assertThat(at(admin, () -> plans.used())).containsExactly(new PlanUse(plan.id(), 1, 1, 4990));
    assertThat(at(admin, () -> plans.edit(plan.id(), plan.version(), plan.data())))
        .isInstanceOf(PlanSaving.ChangedMeanwhile.class);
    assertThat(at(admin, () -> plans.create(PlanData.unlimited("Monthly", 1))))
        .isInstanceOf(PlanSaving.NameTaken.class);
    assertThatThrownBy(() -> at(desk, () -> plans.create(PlanData.unlimited("Mine", 1))))
        .isInstanceOf(NotAllowedException.class);
  }

  @Test
  void a_renewal_begins_the_day_after_and_follows_an_end_that_moves() {
    Plan plan = plan(PlanData.unlimited("Monthly", 4990));
    Membership first = sold(Sale.of(kim, plan.id(), today).lasting(1));
    Membership second = done(at(desk, () -> memberships.renew(first.id())));

    assertThat(second.start()).isEqualTo(Objects.requireNonNull(first.end()).plusDays(1));
    assertThat(second.status()).isEqualTo(MembershipStatus.PENDING);
    assertThat(standing()).isEqualTo("active Monthly " + second.end());
    assertThat(at(desk, () -> memberships.renew(first.id())))
        .isEqualTo(new MembershipChange.RenewedAlready(second.id()));

    done(at(desk, () -> memberships.freeze(first.id(), today, today.plusDays(9), null, 0)));
    assertThat(read(second).start()).isEqualTo(second.start().plusDays(10));
    agrees(read(second));
  }

  @Test
  void a_cancellation_keeps_the_minimum_term_and_is_taken_back() {
    Plan plan = plan(PlanData.unlimited("Monthly", 4990).committed(6, 14, 0));
    Membership sold = sold(Sale.of(kim, plan.id(), today));

    assertThatThrownBy(() -> at(desk, () -> memberships.cancel(sold.id(), CancelWhen.NOW, "Moves")))
        .isInstanceOf(NotAllowedException.class);
    Membership cancelled =
        done(at(desk, () -> memberships.cancel(sold.id(), CancelWhen.PERIOD_END, "Moves")));
    assertThat(cancelled.end()).isEqualTo(today.plusMonths(6).minusDays(1));
    assertThat(Objects.requireNonNull(cancelled.agreement().cancelled()).by())
        .satisfies(mark -> assertThat(Objects.requireNonNull(mark).who()).isEqualTo("Sam Staff"));
    agrees(cancelled);
    assertThat(at(desk, () -> memberships.cancel(sold.id(), CancelWhen.PERIOD_END, "Again")))
        .isInstanceOf(MembershipChange.CancelledAlready.class);

    assertThat(done(at(desk, () -> memberships.takeBack(sold.id()))).end()).isNull();
    assertThat(standing()).isEqualTo("active Monthly");
  }

  @Test
  void ten_desks_at_once_cannot_spend_more_than_there_is() throws Exception {
    Plan plan = plan(PlanData.pack("Pack", 11900, 4, 90));
    Membership pack = sold(Sale.of(kim, plan.id(), today));
    assertThat(pack.left()).isEqualTo(4);

    List<Callable<UsageChange>> uses = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      uses.add(() -> at(desk, () -> usage.use(kim, UsageType.VISIT, today, null, null)));
    }
    int used = 0;
    try (var desks = Executors.newFixedThreadPool(5)) {
      for (Future<UsageChange> answer : desks.invokeAll(uses)) {
        used += answer.get() instanceof UsageChange.Used ? 1 : 0;
      }
    }
    assertThat(used).isEqualTo(4);
    CreditStory story = at(desk, () -> usage.story(pack.id()));
    assertThat(story.balance()).isZero();
    assertThat(story.lines()).hasSize(5);

    UsageId line = story.lines().getLast().id();
    assertThat(at(desk, () -> usage.giveBack(line, null))).isInstanceOf(UsageChange.Written.class);
    assertThat(at(desk, () -> usage.giveBack(line, null)))
        .isInstanceOf(UsageChange.GivenBackAlready.class);
    assertThat(read(pack).left()).isEqualTo(1);
    assertThatThrownBy(() -> at(desk, () -> usage.adjust(pack.id(), 3, "Goodwill")))
        .isInstanceOf(NotAllowedException.class);
  }

  @Test
  void the_midnights_of_an_outage_are_made_up_for_and_once_more_changes_nothing() {
    Plan pack = plan(PlanData.pack("Pack", 11900, 4, 30));
    Plan weekly = plan(PlanData.perWeek("Twice a week", 3490, 2));
    Membership held = sold(Sale.of(kim, pack.id(), today));
    Membership later = sold(Sale.of(member("Lee"), weekly.id(), today.plusDays(2)));
    assertThat(later.status()).isEqualTo(MembershipStatus.PENDING);

    Instant after = today.plusDays(40).atTime(12, 0).atZone(BERLIN).toInstant();
    assertThat(midnights.turn(after)).isPositive();
    assertThat(read(held).status()).isEqualTo(MembershipStatus.EXPIRED);
    assertThat(at(desk, () -> usage.story(held.id())).balance()).isZero();
    assertThat(read(later).status()).isEqualTo(MembershipStatus.ACTIVE);
    assertThat(read(later).nextBilling()).isEqualTo(today.plusDays(2).plusMonths(2));
    assertThat(standing()).startsWith("expired Pack");

    assertThat(midnights.turn(after)).isZero();
    assertThat(at(desk, () -> usage.story(held.id())).lines()).hasSize(2);
  }
}
