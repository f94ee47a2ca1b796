package com.tryzore.crm.access;

import com.tryzore.crm.database.LoginCredentials;
import com.tryzore.crm.database.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The product's pools, transactions and gate on a test database, without an application around. */
final class Access implements AutoCloseable {
  final Bindings bindings;
  final TierPools pools;
  final TierDataSource dataSource;
  final JdbcClient sql;
  final BoundTransactions transactions;
  final Gate gate;

  private Access(LoginCredentials credentials, int poolSize, Bindings bindings) {
    this.bindings = bindings;
    RefusalTranslator refusals = new RefusalTranslator();
    pools =
        new TierPools(
            credentials,
            new AccessProperties(poolSize, Duration.ofSeconds(2)),
            new StaticListableBeanFactory().getBeanProvider(MeterRegistry.class),
            bindings);
    dataSource = new TierDataSource(pools, bindings);
    JdbcTemplate template = new JdbcTemplate(dataSource);
    template.setExceptionTranslator(refusals);
    sql = JdbcClient.create(template);
    transactions = new BoundTransactions(dataSource, bindings, refusals);
    gate = new Gate(pools, refusals, bindings, transactions, sql);
  }

  static Access to(TestDatabase database, int poolSize) {
    return to(database.credentials(), poolSize);
  }

  static Access to(LoginCredentials credentials, int poolSize) {
    return new Access(
        credentials,
        poolSize,
        new Bindings(new StaticListableBeanFactory().getBeanProvider(BindingSource.class)));
  }

  /** With tabs of one's own. */
  static Access to(TestDatabase database, BindingSource tabs) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("tabs", tabs);
    return new Access(
        database.credentials(), 2, new Bindings(beans.getBeanProvider(BindingSource.class)));
  }

  TransactionTemplate required() {
    return new TransactionTemplate(transactions);
  }

  TransactionTemplate requiresNew() {
    TransactionTemplate template = new TransactionTemplate(transactions);
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return template;
  }

  @Override
  public void close() {
    pools.close();
  }
}
