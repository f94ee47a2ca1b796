package com.tryzore.crm.access;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Whether the database answers at the gate. */
@Component("dbHealthIndicator")
class DatabaseHealth implements HealthIndicator {
  private final Gate gate;

  DatabaseHealth(Gate gate) {
    this.gate = gate;
  }

  @Override
  public Health health() {
    try {
      gate.ping();
      return Health.up().build();
    } catch (DataAccessException unavailable) {
      return Health.down(unavailable).build();
    }
  }
}
