package com.tryzore.crm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tryzore.crm.access.TestGym.Person;
import com.tryzore.crm.database.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class PermissionsTest {
  @Autowired Gate gate;
  @Autowired Bindings bindings;
  @Autowired Permissions permissions;
  @Autowired JdbcClient sql;
  @Autowired HealthIndicator dbHealthIndicator;

  @Test
  void a_single_right_can_be_granted_to_an_account_and_takes_effect_at_once() {
    TestGym gym = TestGym.open(TestDatabase.shared(), "Rights");
    Person staff = gym.person("Stan Right", Tier.STAFF);
    Binding binding = gate.open(staff.id(), gym.slug(), Instant.now());

    assertThat(has(binding, Permission.MEMBERS_EXPORT)).isFalse();
    assertThat(has(binding, Permission.MEMBERS_IMPORT)).isTrue();
    gym.execute(
        "update user_organizations set permissions = '{\"members.export\": true}' where user_id = ?",
        staff.id().value());
    assertThat(has(binding, Permission.MEMBERS_EXPORT)).isTrue();
    assertThatThrownBy(() -> permissions.has(Permission.MEMBERS_EXPORT))
        .isInstanceOf(NotBoundException.class);
  }

  @Test
  void every_permission_is_one_the_database_knows() {
    TestGym gym = TestGym.open(TestDatabase.shared(), "Every right");
    Person owner = gym.person("Olga Right", Tier.OWNER);

    for (Permission permission : Permission.values()) {
      assertThat(gym.value(Integer.class, "select access.right_floor(?)", permission.key()))
          .as(permission.key())
          .isLessThan(6);
    }
    assertThat(has(gate.open(owner.id(), gym.slug(), Instant.now()), Permission.PLANS_EDIT))
        .isTrue();
  }

  @Test
  void the_client_that_services_are_given_runs_nothing_unbound() {
    assertThatThrownBy(() -> sql.sql("select 1").query(Integer.class).single())
        .isInstanceOf(NotBoundException.class);
  }

  @Test
  void health_asks_at_the_gate() {
    assertThat(dbHealthIndicator.health()).isEqualTo(Health.up().build());
  }

  private boolean has(Binding binding, Permission permission) {
    return bindings.callAs(binding, () -> permissions.has(permission));
  }
}
