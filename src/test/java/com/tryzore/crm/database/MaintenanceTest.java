package com.tryzore.crm.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

class MaintenanceTest {

  private final TestDatabase database = TestDatabase.fresh();
  private final Maintenance maintenance = new Maintenance(database.prepared());

  @AfterEach
  void drop() {
    database.drop();
  }

  @Test
  void partitions_are_made_six_months_ahead() throws SQLException {
    maintenance.makePartitions();
    OffsetDateTime then = OffsetDateTime.now(ZoneOffset.UTC).plusMonths(6);
    String name = "audit_logs_%1$tY_%1$tm".formatted(then);
    try (Connection connection = database.superuser()) {
      assertThat(
              Bootstrap.text(
                  connection,
                  """
                  select string_agg(inhrelid::regclass::text, ' ' order by inhrelid::regclass::text)
                  from pg_inherits
                  where inhparent = 'public.audit_logs'::regclass
                  """))
          .contains(name);
    }
    assertThat(maintenance.state().failure()).isNull();
    assertThat(maintenance.state().strayRows()).isZero();
    assertThat(maintenance.state().succeededAt()).isNotNull();
  }

  @Test
  void a_failure_is_told_by_health_while_the_database_is_up() throws SQLException {
    try (Connection connection = database.superuser()) {
      Bootstrap.execute(connection, "drop function jobs.make_partitions(int)");
    }
    maintenance.makePartitions();
    Health health = new ServerHealth(database.prepared(), maintenance).health();
    assertThat(health.getStatus()).isEqualTo(Status.UP);
    assertThat(String.valueOf(health.getDetails().get("maintenanceFailure")))
        .contains("make_partitions");
  }

  @Test
  void health_names_the_version_and_what_to_know_about_it() {
    Health health = new ServerHealth(database.prepared(), maintenance).health();
    ServerVersion version = database.prepared().version();
    assertThat(health.getDetails()).containsEntry("version", version.toString());
    assertThat(health.getDetails().containsKey("warning"))
        .isEqualTo(version.leaksThroughOnConflict());
  }

  @Test
  void a_data_folder_that_was_never_made_does_not_bring_health_down(@TempDir Path folder) {
    Path never = folder.resolve("not/there/yet");
    Health health =
        new DatabaseConfiguration()
            .diskSpaceHealthIndicator(never, DataSize.ofMegabytes(1))
            .health();
    assertThat(health.getStatus()).isEqualTo(Status.UP);
    assertThat(DatabaseConfiguration.nearest(never)).isEqualTo(folder);
  }

  @Test
  void health_is_down_when_the_database_is_gone() {
    PreparedDatabase gone =
        new PreparedDatabase(
            database.prepared().address().withDatabase("zore_gone"),
            database.prepared().passwords(),
            database.prepared().version());
    assertThat(new ServerHealth(gone, maintenance).health().getStatus()).isEqualTo(Status.DOWN);
  }
}
