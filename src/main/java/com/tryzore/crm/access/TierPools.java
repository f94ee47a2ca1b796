package com.tryzore.crm.access;

import com.tryzore.crm.database.LoginCredentials;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.stereotype.Component;

/**
 * One small pool per PostgreSQL login: the gate's, that of background work, and one for each tier.
 * A pool opens its first connection when somebody needs one. What a tier's pool lends is sealed.
 */
@Component
class TierPools implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int JOBS_AT_ONCE = 2;
  private static final Duration ANSWER = Duration.ofMinutes(2);

  private final LoginCredentials credentials;
  private final AccessProperties properties;
  private final ObjectProvider<MeterRegistry> meters;
  private final HikariDataSource gate;
  private final HikariDataSource jobs;
  private final Map<Tier, HikariDataSource> tiers = new EnumMap<>(Tier.class);

  TierPools(
      LoginCredentials credentials,
      AccessProperties properties,
      ObjectProvider<MeterRegistry> meters,
      Bindings bindings) {
    this.credentials = credentials;
    this.properties = properties;
    this.meters = meters;
    gate = pool("zore_gate", driver("zore_gate"));
    jobs = pool("zore_jobs", driver("zore_jobs"));
    jobs.setMaximumPoolSize(JOBS_AT_ONCE);
    jobs.setMinimumIdle(0);
    for (Tier tier : Tier.values()) {
      tiers.put(tier, pool(tier.login(), new Sealing(driver(tier.login()), bindings)));
    }
  }

  /** The gate's pool: unsealed, its login reaches no table. */
  DataSource gate() {
    return gate;
  }

  /** The pool of background work: unsealed, its login reaches no table. */
  DataSource jobs() {
    return jobs;
  }

  /** The pool whose connections run as that tier, sealed. */
  DataSource of(Tier tier) {
    return pool(tier);
  }

  /** Closes the idle connections of a tier's pool, and those in use when they return. */
  void giveUpIdle(Tier tier) {
    HikariPoolMXBean started = pool(tier).getHikariPoolMXBean();
    if (started != null) {
      started.softEvictConnections();
    }
  }

  private HikariDataSource pool(Tier tier) {
    return Objects.requireNonNull(tiers.get(tier));
  }

  @Override
  public void close() {
    tiers.values().forEach(HikariDataSource::close);
    gate.close();
    jobs.close();
  }

  private PGSimpleDataSource driver(String login) {
    PGSimpleDataSource driver = new PGSimpleDataSource();
    driver.setUrl(credentials.jdbcUrl());
    driver.setUser(login);
    driver.setPassword(credentials.password(login));
    driver.setApplicationName("TryZore CRM");
    driver.setReWriteBatchedInserts(true);
    // One statement in each message, so that the server refuses a second one as well.
    driver.setPreferQueryMode(PreferQueryMode.EXTENDED);
    // What the driver wants set comes with the connection, and is what "reset all" goes back to.
    driver.setAssumeMinServerVersion("18");
    driver.setConnectTimeout((int) CONNECT.toSeconds());
    driver.setLoginTimeout((int) CONNECT.toSeconds());
    driver.setSocketTimeout((int) ANSWER.toSeconds());
    driver.setTcpKeepAlive(true);
    // Details of an error name the values of a row; they have no place in a log.
    driver.setLogServerErrorDetail(false);
    return driver;
  }

  private HikariDataSource pool(String login, DataSource connections) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName(login);
    pool.setDataSource(connections);
    pool.setMaximumPoolSize(properties.poolSize());
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(properties.patience().toMillis());
    pool.setValidationTimeout(Math.min(2_000, properties.patience().toMillis()));
    if (properties.poolSize() > 1) {
      pool.setIdleTimeout(Duration.ofMinutes(5).toMillis());
    }
    pool.setMaxLifetime(Duration.ofMinutes(30).toMillis());
    pool.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
    // A database that is not there yet is waited for like one that went away.
    pool.setInitializationFailTimeout(-1);
    meters.ifAvailable(
        registry -> pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry)));
    return pool;
  }

  /** Seals each connection as it is made, below the pool. */
  private static final class Sealing extends AbstractDataSource {
    private final PGSimpleDataSource driver;
    private final Bindings bindings;

    Sealing(PGSimpleDataSource driver, Bindings bindings) {
      this.driver = driver;
      this.bindings = bindings;
    }

    @Override
    public Connection getConnection() throws SQLException {
      return SealedConnection.around(driver.getConnection(), bindings);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
      throw new UnsupportedOperationException("A tier's pool has one login");
    }

    @Override
    public int getLoginTimeout() {
      return driver.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int timeout) {
      driver.setLoginTimeout(timeout);
    }

    @Override
    public void setLogWriter(PrintWriter out) {
      // The driver logs through java.util.logging.
    }
  }
}
