package com.tryzore.crm.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers, which version it is, what to know about that version, and how the
 * maintenance fares. Anybody may ask for health, so an answer is good for two seconds: asking in a
 * loop costs no connection each.
 */
@Component("serverHealthIndicator")
class ServerHealth implements HealthIndicator {

  private static final Duration FRESH = Duration.ofSeconds(2);

  private final PreparedDatabase database;
  private final Maintenance maintenance;
  private @Nullable Health last;
  private long lastAt;

  ServerHealth(PreparedDatabase database, Maintenance maintenance) {
    this.database = database;
    this.maintenance = maintenance;
  }

  @Override
  public synchronized Health health() {
    Health answer = last;
    if (answer == null || System.nanoTime() - lastAt > FRESH.toNanos()) {
      answer = ask();
      last = answer;
      lastAt = System.nanoTime();
    }
    return answer;
  }

  private Health ask() {
    Health.Builder builder = new Health.Builder();
    try (Connection connection = database.connect(Login.JOBS)) {
      String number = Bootstrap.text(connection, "show server_version_num");
      ServerVersion version = new ServerVersion(Integer.parseInt(number));
      builder.up().withDetail("version", version.toString());
      if (!version.warning().isEmpty()) {
        builder.withDetail("warning", version.warning());
      }
    } catch (SQLException e) {
      builder.down().withDetail("error", String.valueOf(e.getMessage()));
    }
    Maintenance.State state = maintenance.state();
    builder.withDetail("rowsInDefaultPartitions", state.strayRows());
    if (state.succeededAt() != null) {
      builder.withDetail("partitionsMadeAt", state.succeededAt());
    }
    if (state.failure() != null) {
      builder.withDetail("maintenanceFailure", state.failure());
    }
    return builder.build();
  }
}
