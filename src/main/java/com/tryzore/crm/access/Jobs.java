package com.tryzore.crm.access;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Background work of features, for no user and no organization: a login of its own, which reaches
 * no table, only the functions of the schema {@code jobs}. Each statement is a transaction.
 */
@Component
public class Jobs {
  private final JdbcClient sql;

  Jobs(TierPools pools, RefusalTranslator refusals) {
    JdbcTemplate template = new JdbcTemplate(pools.jobs());
    template.setExceptionTranslator(refusals);
    sql = JdbcClient.create(template);
  }

  /** Statements as {@code zore_jobs}. */
  public JdbcClient sql() {
    return sql;
  }
}
