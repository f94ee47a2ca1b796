package com.tryzore.crm.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which single rights the current binding has; for showing and hiding, the database enforces. */
@Component
public class Permissions {
  private final JdbcClient sql;

  Permissions(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Whether the current binding has that right now.
   *
   * @throws BindingLostException when the binding is gone
   * @throws NotBoundException when there is none
   */
  @Transactional(readOnly = true)
  public boolean has(Permission permission) {
    return sql.sql("select access.permitted(?)")
        .param(permission.key())
        .query(Boolean.class)
        .single();
  }
}
