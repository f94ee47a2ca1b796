package com.tryzore.crm.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.BindingLostException;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Permissions;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.OptimisticLockingFailureException;

/** Accounts of those who work in a gym, under Row Level Security, with real roles. */
@SpringBootTest
class StaffAccountsTest {

  @Autowired private StaffAccounts accounts;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;
  @Autowired private Permissions permissions;

  private TestGym gym;
  private TestGym rival;
  private Binding owner;
  private Binding admin;
  private Binding staff;
  private TestGym.Person clerk;

  @BeforeEach
  void a_gym_with_one_of_each() {
    gym = TestGym.open(TestDatabase.shared(), "Riverside");
    rival = TestGym.open(TestDatabase.shared(), "Rival");
    rival.person("Rita Rival", Tier.OWNER);
    owner = bound(gym.person("Olive Owner", Tier.OWNER));
    admin = bound(gym.person("Adam Admin", Tier.ADMIN));
    clerk = gym.person("Sam Staff", Tier.STAFF);
    staff = bound(clerk);
    gym.person("Mia Member", Tier.MEMBER);
  }

  @Test
  void the_list_shows_those_who_work_here_and_nobody_else() {
    assertThat(as(owner, accounts::all))
        .extracting(StaffAccount::name)
        .containsExactly("Olive Owner", "Adam Admin", "Sam Staff");
  }

  @Test
  void an_invited_person_sets_a_password_and_can_work() {
    Invited invited =
        as(admin, () -> accounts.invite("Ana Silva", "Ana@Example.com", Tier.TRAINER, t -> t));
    StaffAccount before = named("Ana Silva");
    assertThat(before.status()).isEqualTo(AccountStatus.INVITED);
    assertThat(before.email()).isEqualTo("ana@example.com");
    assertThat(before.invitedUntil()).isAfter(Instant.now());

    gym.value(String.class, "select access.accept_invitation(?, 'hash')::text", invited.token());

    assertThat(named("Ana Silva").status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(named("Ana Silva").invitedUntil()).isNull();
    gym.execute("update users set sign_in_email = null where sign_in_email = 'ana@example.com'");
  }

  @Test
  void a_new_invitation_makes_the_earlier_link_useless() {
    Invited first = as(owner, () -> accounts.invite("Bo", "bo@example.com", Tier.STAFF, t -> t));
    as(owner, () -> accounts.invite("Bo", "bo@example.com", Tier.STAFF, t -> t));
    assertThat(
            gym.value(
                String.class, "select access.accept_invitation(?, 'hash')::text", first.token()))
        .isNull();
    gym.execute("update users set sign_in_email = null where sign_in_email = 'bo@example.com'");
  }

  @Test
  void someone_with_an_account_here_is_not_invited_twice() {
    assertThatThrownBy(
            () -> as(owner, () -> accounts.invite("Sam", clerk.email(), Tier.STAFF, t -> t)))
        .isInstanceOfSatisfying(
            StaffRefusedException.class,
            refused -> assertThat(refused.problem()).isEqualTo(StaffProblem.HAS_ACCOUNT_ALREADY));
  }

  @Test
  void an_admin_gives_no_role_of_their_own_height_and_staff_give_none() {
    assertThat(as(owner, accounts::rolesToGive))
        .containsExactly(Tier.ADMIN, Tier.STAFF, Tier.TRAINER);
    assertThat(as(admin, accounts::rolesToGive)).containsExactly(Tier.STAFF, Tier.TRAINER);
    assertThat(as(staff, accounts::rolesToGive)).isEmpty();
    assertThatThrownBy(
            () -> as(admin, () -> accounts.invite("X", "x@example.com", Tier.ADMIN, t -> t)))
        .isInstanceOf(NotAllowedException.class);
    assertThatThrownBy(
            () -> as(staff, () -> accounts.invite("X", "x@example.com", Tier.TRAINER, t -> t)))
        .isInstanceOf(NotAllowedException.class);
  }

  @Test
  void a_changed_role_ends_the_tabs_of_the_old_one_at_once() {
    StaffAccount account = named("Sam Staff");
    as(
        admin,
        () -> {
          accounts.change(account, Tier.TRAINER, Map.of());
          return true;
        });
    assertThatThrownBy(() -> as(staff, () -> permissions.has(Permission.MEMBERS_IMPORT)))
        .isInstanceOf(BindingLostException.class);
    assertThat(gate.open(clerk.id(), gym.slug(), Instant.now()).tier()).isEqualTo(Tier.TRAINER);
  }

  @Test
  void a_disabled_account_ends_its_tabs_and_cannot_open_others() {
    StaffAccount account = named("Sam Staff");
    as(
        admin,
        () -> {
          accounts.disable(account);
          return true;
        });
    assertThatThrownBy(() -> as(staff, () -> permissions.has(Permission.MEMBERS_IMPORT)))
        .isInstanceOf(BindingLostException.class);
    assertThatThrownBy(() -> gate.open(clerk.id(), gym.slug(), Instant.now()))
        .isInstanceOf(com.tryzore.crm.access.NoSuchPlaceException.class);
  }

  @Test
  void two_people_who_change_one_account_do_not_overwrite_each_other() {
    StaffAccount seen = named("Sam Staff");
    as(
        admin,
        () -> {
          accounts.change(seen, Tier.STAFF, Map.of(Permission.MEMBERS_EXPORT, true));
          return true;
        });
    assertThatThrownBy(
            () ->
                as(
                    owner,
                    () -> {
                      accounts.change(seen, Tier.ADMIN, Map.of());
                      return true;
                    }))
        .isInstanceOf(OptimisticLockingFailureException.class);
    assertThat(named("Sam Staff").rights()).containsEntry(Permission.MEMBERS_EXPORT, true);
  }

  @Test
  void the_last_owner_stays() {
    StaffAccount last = named("Olive Owner");
    assertThatThrownBy(
            () ->
                as(
                    owner,
                    () -> {
                      accounts.change(last, Tier.ADMIN, Map.of());
                      return true;
                    }))
        .isInstanceOfSatisfying(
            StaffRefusedException.class,
            refused -> assertThat(refused.problem()).isEqualTo(StaffProblem.LAST_OWNER));
  }

  @Test
  void rights_follow_the_role() {
    Set<Permission> staffRights = as(owner, () -> accounts.rightsOf(Tier.STAFF));
    assertThat(staffRights)
        .contains(Permission.MEMBERS_IMPORT)
        .doesNotContain(Permission.MEMBERS_EXPORT, Permission.STAFF_MANAGE);
    assertThat(as(owner, () -> accounts.grantableTo(Tier.TRAINER))).isEmpty();
  }

  private StaffAccount named(String name) {
    List<StaffAccount> all = as(owner, accounts::all);
    return all.stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
  }

  private Binding bound(TestGym.Person person) {
    return gate.open(person.id(), gym.slug(), Instant.now());
  }

  private <T> T as(Binding binding, Supplier<T> work) {
    return bindings.callAs(binding, work::get);
  }
}
