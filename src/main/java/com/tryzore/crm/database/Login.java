package com.tryzore.crm.database;

import java.time.Duration;

/**
 * The logins of the database, with what keeps one of them from harming the others: how many
 * connections it may hold per application node, how long one statement may run, how long it may
 * wait for a lock, and how long a transaction may idle. None is a superuser, creates roles or
 * databases, or bypasses Row Level Security; tiers are no members of one another.
 */
enum Login {
  MIGRATOR("zore_migrator", 5, Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(10)),
  GATE("zore_gate", 20, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(10)),
  OWNER("zore_owner", 20, Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofMinutes(2)),
  ADMIN("zore_admin", 20, Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofMinutes(2)),
  STAFF("zore_staff", 40, Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofMinutes(2)),
  TRAINER("zore_trainer", 20, Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofMinutes(2)),
  MEMBER("zore_member", 20, Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(30)),
  JOBS("zore_jobs", 10, Duration.ofMinutes(10), Duration.ofSeconds(10), Duration.ofMinutes(1));

  /** Owns the helper functions; cannot sign in, so it is a role but no login. */
  static final String DEFINER = "zore_definer";

  private final String role;
  private final int connections;
  private final Duration statementTimeout;
  private final Duration lockTimeout;
  private final Duration idleInTransactionTimeout;

  Login(
      String role,
      int connections,
      Duration statementTimeout,
      Duration lockTimeout,
      Duration idleInTransactionTimeout) {
    this.role = role;
    this.connections = connections;
    this.statementTimeout = statementTimeout;
    this.lockTimeout = lockTimeout;
    this.idleInTransactionTimeout = idleInTransactionTimeout;
  }

  String role() {
    return role;
  }

  /** The connection limit for so many nodes; none (-1) for zero nodes. */
  int connectionLimit(int nodes) {
    return nodes == 0 ? -1 : connections * nodes;
  }

  /** Zero means unlimited. */
  Duration statementTimeout() {
    return statementTimeout;
  }

  Duration lockTimeout() {
    return lockTimeout;
  }

  Duration idleInTransactionTimeout() {
    return idleInTransactionTimeout;
  }

  boolean isTier() {
    return switch (this) {
      case OWNER, ADMIN, STAFF, TRAINER, MEMBER -> true;
      case MIGRATOR, GATE, JOBS -> false;
    };
  }

  static Login named(String role) {
    for (Login login : values()) {
      if (login.role.equals(role)) {
        return login;
      }
    }
    throw new IllegalArgumentException("no such login: " + role);
  }
}
