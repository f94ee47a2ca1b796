package com.tryzore.crm.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What the database needs done in the background, as {@code zore_jobs}: the audit log's partitions
 * are made ahead at start and daily, dead UI sessions are swept every few minutes. Several nodes
 * may do it at once; the functions serialize themselves. A failure never stops the business: it is
 * logged, shown in the health report and tried again.
 */
@Component
class Maintenance implements InitializingBean {

  private static final Logger log = LoggerFactory.getLogger(Maintenance.class);
  private static final int MONTHS_AHEAD = 6;

  private final PreparedDatabase database;
  private volatile State state = new State(null, 0, null);

  Maintenance(PreparedDatabase database) {
    this.database = database;
  }

  /**
   * How the last round went.
   *
   * @param succeededAt when partitions were last made ahead, null when never
   * @param strayRows rows in default partitions, which means that a month was missing
   * @param failure what went wrong last, null when nothing did
   */
  record State(@Nullable Instant succeededAt, long strayRows, @Nullable String failure) {}

  State state() {
    return state;
  }

  @Override
  public void afterPropertiesSet() {
    makePartitions();
  }

  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.DAYS)
  void makePartitions() {
    try (Connection connection = database.connect(Login.JOBS)) {
      String made = Bootstrap.text(connection, "select jobs.make_partitions(" + MONTHS_AHEAD + ")");
      long strayRows = Long.parseLong(Bootstrap.text(connection, "select jobs.partition_alarm()"));
      log.info("{} partitions made ahead", made);
      if (strayRows > 0) {
        log.error(
            "{} rows lie in default partitions because the partition of their month was missing",
            strayRows);
      }
      state = new State(Clock.systemUTC().instant(), strayRows, null);
    } catch (SQLException e) {
      log.error("Partitions could not be made ahead: {}", e.getMessage());
      log.info("Partitions could not be made ahead", e);
      state = new State(state.succeededAt(), state.strayRows(), String.valueOf(e.getMessage()));
    }
  }

  @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
  void sweepSessions() {
    try (Connection connection = database.connect(Login.JOBS)) {
      log.debug("{} sessions swept", Bootstrap.text(connection, "select jobs.sweep_sessions()"));
    } catch (SQLException e) {
      log.error("Dead sessions could not be swept: {}", e.getMessage());
    }
  }
}
