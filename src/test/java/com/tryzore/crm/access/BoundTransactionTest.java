package com.tryzore.crm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tryzore.crm.access.TestGym.Person;
import com.tryzore.crm.database.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

class BoundTransactionTest {
  private static final String OWN_TAGS = "select name from tags order by name";

  private TestGym gym;
  private Person staff;
  private Access access;
  private Binding binding;

  @BeforeEach
  void open() {
    gym = TestGym.open(TestDatabase.shared(), "Bound");
    gym.tag("of the gym");
    staff = gym.person("Stella Brandt", Tier.STAFF);
    access = Access.to(TestDatabase.shared(), 2);
    binding = access.gate.open(staff.id(), gym.slug(), Instant.now());
  }

  @AfterEach
  void close() {
    access.close();
  }

  @Test
  void a_binding_knows_who_acts_where_and_never_shows_its_token() {
    assertThat(binding.userName()).isEqualTo("Stella Brandt");
    assertThat(binding.organizationName()).isEqualTo("Bound");
    assertThat(binding.tier()).isEqualTo(Tier.STAFF);
    assertThat(binding.zone().getId()).isEqualTo("Europe/Berlin");
    assertThat(binding.currency().getCurrencyCode()).isEqualTo("EUR");
    assertThat(binding.toString()).doesNotContain(binding.token());
    assertThat(binding.token()).hasSizeGreaterThanOrEqualTo(43);
  }

  @Test
  void binding_is_the_first_statement_and_the_only_round_trip_more() throws Exception {
    try (WireTap tap = new WireTap(TestDatabase.shared().credentials());
        Access tapped = Access.to(tap, 1);
        Connection plain =
            DriverManager.getConnection(tap.jdbcUrl(), "zore_staff", tap.password("zore_staff"))) {
      plain.setAutoCommit(false);
      transaction(plain);
      tap.forget();
      transaction(plain);
      int unbound = tap.questions();

      tapped.bindings.runAs(binding, () -> tags(tapped, tapped.required()));
      tap.forget();
      tapped.bindings.runAs(binding, () -> tags(tapped, tapped.required()));

      assertThat(tap.statements())
          .startsWith(
              "BEGIN",
              "reset all",
              "select set_config('zore.session', $1, true),"
                  + " current_setting('transaction_isolation'),"
                  + " current_setting('transaction_read_only'),"
                  + " current_setting('transaction_deferrable')",
              OWN_TAGS);
      assertThat(tap.questions()).isEqualTo(unbound + 1);
    }
  }

  private static void transaction(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select 1");
    }
    connection.commit();
  }

  @Test
  void a_read_only_transaction_is_one_for_the_database_too() {
    TransactionTemplate readOnly = access.required();
    readOnly.setReadOnly(true);

    assertThat(access.bindings.callAs(binding, () -> tags(access, readOnly)))
        .isEqualTo("of the gym");
    assertThatThrownBy(
            () ->
                access.bindings.runAs(
                    binding,
                    () ->
                        readOnly.executeWithoutResult(
                            begun ->
                                access
                                    .sql
                                    .sql(
                                        "insert into tags (organization_id, type, name)"
                                            + " values (?, 'custom', 'x')")
                                    .param(gym.id().value())
                                    .update())))
        .hasMessageContaining("read-only");
  }

  @Test
  void nobody_joins_a_transaction_under_another_binding() {
    Person other = gym.person("Otto Berg", Tier.STAFF);
    Binding others = access.gate.open(other.id(), gym.slug(), Instant.now());

    access.bindings.runAs(
        binding,
        () ->
            access
                .required()
                .executeWithoutResult(
                    begun -> {
                      assertThatThrownBy(
                              () ->
                                  access.bindings.runAs(
                                      others, () -> tags(access, access.required())))
                          .isInstanceOf(OtherBindingException.class);
                      assertThatThrownBy(
                              () ->
                                  access.bindings.callAs(
                                      others,
                                      () -> access.sql.sql(OWN_TAGS).query(String.class).list()))
                          .as("without a transaction of its own")
                          .isInstanceOf(OtherBindingException.class);
                      assertThat(
                              access.bindings.callAs(
                                  others, () -> tags(access, access.requiresNew())))
                          .as("a transaction of its own is another connection")
                          .isEqualTo("of the gym");
                      assertThat(tags(access, access.required())).isEqualTo("of the gym");
                    }));
  }

  @Test
  void a_task_of_another_tab_run_in_this_thread_works_under_its_own_binding() {
    TestGym rival = TestGym.open(TestDatabase.shared(), "Rival");
    rival.tag("of the rival");
    Person stranger = rival.person("Rita Vale", Tier.STAFF);
    AtomicReference<Optional<Binding>> tab = new AtomicReference<>(Optional.empty());
    try (Access tabs = Access.to(TestDatabase.shared(), () -> Objects.requireNonNull(tab.get()))) {
      Binding here = tabs.gate.open(staff.id(), gym.slug(), Instant.now());
      Binding there = tabs.gate.open(stranger.id(), rival.slug(), Instant.now());
      tab.set(Optional.of(here));

      tabs.bindings.runAs(
          here,
          () -> {
            tab.set(Optional.of(there)); // what UI.access does when the other tab is free
            assertThat(tabs.bindings.required()).isEqualTo(there);
            assertThat(tags(tabs, tabs.required())).isEqualTo("of the rival");
            tab.set(Optional.of(here));
            assertThat(tags(tabs, tabs.required())).isEqualTo("of the gym");
          });
      tabs.required()
          .executeWithoutResult(
              begun -> {
                tab.set(Optional.of(there));
                assertThatThrownBy(() -> tags(tabs, tabs.required()))
                    .isInstanceOf(OtherBindingException.class);
                tab.set(Optional.of(here));
              });
    }
  }

  @Test
  void revocation_takes_effect_with_the_next_statement() {
    assertThatThrownBy(
            () ->
                access.bindings.runAs(
                    binding,
                    () ->
                        access
                            .required()
                            .executeWithoutResult(
                                begun -> {
                                  access.sql.sql(OWN_TAGS).query(String.class).single();
                                  gym.execute(
                                      "update user_organizations set role = 'trainer' where user_id = ?",
                                      staff.id().value());
                                  access.sql.sql(OWN_TAGS).query(String.class).single();
                                })))
        .isInstanceOf(BindingLostException.class);
    Binding again = access.gate.open(staff.id(), gym.slug(), Instant.now());
    assertThat(again.tier()).isEqualTo(Tier.TRAINER);
  }

  @Test
  void a_disabled_user_loses_every_tab_and_gets_no_new_one() {
    gym.execute("update users set disabled_at = now() where id = ?", staff.id().value());

    assertLost();
    assertThatThrownBy(() -> access.gate.open(staff.id(), gym.slug(), Instant.now()))
        .isInstanceOf(NoSuchPlaceException.class);
  }

  @Test
  void a_closed_an_expired_and_an_idle_tab_are_lost() {
    gym.execute(
        "update ui_sessions set expires_at = now() where id = ?", binding.session().value());
    assertLost();
    gym.execute(
        "update ui_sessions set expires_at = now() + interval '1 hour',"
            + " last_seen_at = now() - interval '30 minutes' where id = ?",
        binding.session().value());
    assertLost();
    assertThat(access.gate.touch(binding)).as("idle is idle: a touch comes too late").isFalse();

    Binding used = access.gate.open(staff.id(), gym.slug(), Instant.now());
    gym.execute(
        "update ui_sessions set last_seen_at = now() - interval '29 minutes' where id = ?",
        used.session().value());
    assertThat(access.gate.touch(used)).isTrue();
    assertThat(access.bindings.callAs(used, () -> tags(access, access.required())))
        .isEqualTo("of the gym");
    access.gate.close(used);
    assertThatThrownBy(() -> access.bindings.callAs(used, () -> tags(access, access.required())))
        .isInstanceOf(BindingLostException.class);
  }

  @Test
  void a_sign_in_of_twelve_hours_ago_opens_nothing() {
    assertThatThrownBy(
            () -> access.gate.open(staff.id(), gym.slug(), Instant.now().minus(SignIns.LONGEST)))
        .isInstanceOf(NoSuchPlaceException.class);
  }

  @Test
  void unknown_and_foreign_places_answer_alike() {
    TestGym rival = TestGym.open(TestDatabase.shared(), "Foreign");

    assertThatThrownBy(() -> access.gate.open(staff.id(), rival.slug(), Instant.now()))
        .isInstanceOf(NoSuchPlaceException.class)
        .hasMessage("No organization '%s' for this user", rival.slug());
    assertThatThrownBy(() -> access.gate.open(staff.id(), "nowhere", Instant.now()))
        .isInstanceOf(NoSuchPlaceException.class)
        .hasMessage("No organization 'nowhere' for this user");
  }

  @Test
  void a_refusal_for_want_of_right_is_told_apart_from_a_lost_binding() {
    assertThatThrownBy(
            () ->
                access.bindings.runAs(
                    binding,
                    () ->
                        access
                            .required()
                            .executeWithoutResult(
                                begun ->
                                    access
                                        .sql
                                        .sql("select count(*) from audit_logs")
                                        .query(Long.class)
                                        .single())))
        .isInstanceOf(NotAllowedException.class);
    assertThatThrownBy(
            () ->
                access.bindings.runAs(
                    binding,
                    () ->
                        access
                            .required()
                            .executeWithoutResult(
                                begun ->
                                    access
                                        .sql
                                        .sql(
                                            "insert into tags (organization_id, type, name)"
                                                + " values (?, 'custom', 'of the gym')")
                                        .param(gym.id().value())
                                        .update())))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void a_database_that_stops_and_starts_again_is_used_by_the_next_action() throws Exception {
    try (WireTap tap = new WireTap(TestDatabase.shared().credentials());
        Access tapped = Access.to(tap, 2)) {
      assertThat(tapped.bindings.callAs(binding, () -> tags(tapped, tapped.required())))
          .isEqualTo("of the gym");
      tap.unplug();
      assertThatThrownBy(
              () -> tapped.bindings.callAs(binding, () -> tags(tapped, tapped.required())))
          .isInstanceOf(CannotCreateTransactionException.class);
      tap.plug();
      assertThat(tapped.bindings.callAs(binding, () -> tags(tapped, tapped.required())))
          .isEqualTo("of the gym");

      tap.unplug();
      tap.plug();
      assertThat(tapped.bindings.callAs(binding, () -> tags(tapped, tapped.required())))
          .as("so briefly that nobody noticed")
          .isEqualTo("of the gym");
    }
  }

  private void assertLost() {
    assertThatThrownBy(() -> access.bindings.callAs(binding, () -> tags(access, access.required())))
        .isInstanceOf(BindingLostException.class);
  }

  private static String tags(Access access, TransactionTemplate transaction) {
    return transaction.execute(
        begun -> String.join(",", access.sql.sql(OWN_TAGS).query(String.class).list()));
  }
}
