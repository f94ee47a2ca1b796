package com.tryzore.crm.members.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Several imports at a time, started twice, cancelled on the way back, broken off. */
@SpringBootTest
class ImportsAtOnceTest {
  @Autowired private MemberImports imports;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private final TestGym river = TestGym.open(TestDatabase.shared(), "River");
  private final TestGym hill = TestGym.open(TestDatabase.shared(), "Hill");
  private Binding clerk;

  @BeforeEach
  void a_clerk_at_the_river() {
    clerk = clerk(river);
  }

  @Test
  void two_gyms_and_two_files_of_one_gym_are_imported_at_the_same_time() {
    Binding other = clerk(hill);
    ImportId first = brought(clerk, list("First", 1_200));
    ImportId second = brought(clerk, list("Second", 1_200));
    ImportId third = brought(other, list("First", 1_200));

    assertThat(start(clerk, first) && start(clerk, second) && start(other, third)).isTrue();

    assertThat(settled(clerk, first).counts().created()).isEqualTo(1_200);
    assertThat(settled(clerk, second).counts().created()).isEqualTo(1_200);
    assertThat(settled(other, third).counts().created()).isEqualTo(1_200);
    assertThat(numbers(river)).isEqualTo(2_400);
    assertThat(numbers(hill)).isEqualTo(1_200);
  }

  @Test
  void an_import_that_waits_for_others_is_heard_of_and_can_be_cancelled() throws SQLException {
    Binding other = clerk(hill);
    ImportId first = brought(clerk, list("First", 20));
    ImportId second = brought(clerk, list("Second", 20));
    ImportId waiting = brought(other, list("Waiting", 20));
    ImportId patient = brought(other, list("Patient", 20));
    try (Connection superuser = TestDatabase.shared().superuser();
        Statement statement = superuser.createStatement()) {
      superuser.setAutoCommit(false);
      statement.execute("lock table import_rows in access exclusive mode");
      assertThat(start(clerk, first) && start(clerk, second)).isTrue();
      assertThat(start(other, waiting) && start(other, patient)).isTrue();
      Instant begun = heardOf(waiting);

      eventually(() -> heardOf(waiting).isAfter(begun) && heardOf(patient).isAfter(begun));

      assertThat(bindings.callAs(other, () -> imports.cancel(waiting))).isTrue();
      superuser.rollback();
    }

    assertThat(settled(clerk, first).status()).isEqualTo(ImportStatus.DONE);
    assertThat(settled(clerk, second).status()).isEqualTo(ImportStatus.DONE);
    assertThat(settled(other, patient).counts().created()).isEqualTo(20);
    assertThat(settled(other, waiting).status()).isEqualTo(ImportStatus.CANCELLED);
    assertThat(numbers(hill)).isEqualTo(20);
  }

  @Test
  void an_import_that_is_started_twice_runs_once() {
    ImportId id = brought(clerk, list("Once", 300));

    assertThat(start(clerk, id)).isTrue();
    assertThat(start(clerk, id)).isFalse();

    assertThat(settled(clerk, id).status()).isEqualTo(ImportStatus.DONE);
    assertThat(start(clerk, id)).isFalse();
    assertThat(numbers(river)).isEqualTo(300);
  }

  @Test
  void an_undo_that_is_cancelled_leaves_every_member_where_it_was() {
    ImportId id = brought(clerk, list("Stay", 6_000));
    start(clerk, id);
    assertThat(settled(clerk, id).counts().created()).isEqualTo(6_000);

    assertThat(as(clerk, () -> imports.undo(id))).isEqualTo(new UndoResult.Started());
    assertThat(as(clerk, () -> imports.undo(id))).isEqualTo(new UndoResult.NotDone());
    assertThat(bindings.callAs(clerk, () -> imports.cancel(id))).isTrue();

    MemberImport still = settled(clerk, id);
    assertThat(still.status()).isEqualTo(ImportStatus.DONE);
    assertThat(still.failure()).isNull();
    assertThat(numbers(river)).isEqualTo(6_000);
    // The worker has let go before the members are touched again.
    eventually(() -> as(clerk, () -> imports.obstacles(id)).isEmpty());
    assertThat(numbers(river)).isEqualTo(6_000);
  }

  @Test
  void an_undo_of_which_nothing_is_heard_is_called_broken_off_and_can_be_tried_again() {
    ImportId id = brought(clerk, list("Silent", 20));
    start(clerk, id);
    settled(clerk, id);
    river.execute("alter table imports disable trigger touch");
    river.execute(
        "update imports set status = 'undoing', updated_at = now() - interval '1 minute'"
            + " where id = ?",
        id.value());
    river.execute("alter table imports enable trigger touch");

    MemberImport found = as(clerk, () -> imports.find(id).orElseThrow());

    assertThat(found.status()).isEqualTo(ImportStatus.DONE);
    assertThat(found.failure()).isEqualTo(ImportFailure.INTERRUPTED);
    assertThat(as(clerk, () -> imports.undo(id))).isEqualTo(new UndoResult.Started());
    assertThat(settled(clerk, id).status()).isEqualTo(ImportStatus.UNDONE);
    assertThat(numbers(river)).isZero();
  }

  private Binding clerk(TestGym gym) {
    return gate.open(gym.person("Sam Staff", Tier.STAFF).id(), gym.slug(), Instant.now());
  }

  private <T> T as(Binding binding, Supplier<T> work) {
    return bindings.callAs(binding, work::get);
  }

  private boolean start(Binding binding, ImportId id) {
    return bindings.callAs(binding, () -> imports.start(id));
  }

  private ImportId brought(Binding binding, String list) {
    return bindings.callAs(
        binding,
        () ->
            ((MemberImports.Upload.Kept)
                    imports.upload(
                        "list.csv",
                        ImportSource.ofBytes(list.getBytes(StandardCharsets.UTF_8)),
                        ImportProgress.UNWATCHED))
                .id());
  }

  /** People without a number, so that the gym's counter is asked by both at once. */
  private static String list(String name, int rows) {
    return "First Name,Last Name,Email\n"
        + IntStream.range(0, rows)
            .mapToObj(i -> "%s,Person%d,%s%d@x.example\n".formatted(name, i, name, i))
            .collect(Collectors.joining());
  }

  private MemberImport settled(Binding binding, ImportId id) {
    eventually(() -> !as(binding, () -> imports.find(id).orElseThrow().status().isBusy()));
    return as(binding, () -> imports.find(id).orElseThrow());
  }

  /** When an import last said how far it is. */
  private Instant heardOf(ImportId id) {
    String sql = "select updated_at from imports where id = ?";
    return Objects.requireNonNull(river.value(OffsetDateTime.class, sql, id.value())).toInstant();
  }

  private static long numbers(TestGym gym) {
    Long numbers =
        gym.value(
            Long.class,
            "select count(distinct member_number) from client_organizations"
                + " where organization_id = ?",
            gym.id().value());
    return numbers == null ? 0 : numbers;
  }

  private static void eventually(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(3));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
