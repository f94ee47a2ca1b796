package com.tryzore.crm.access;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one data source of the application, its transactions, and how refusals are told apart. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
class AccessConfiguration {

  @Bean
  TierDataSource dataSource(TierPools pools, Bindings bindings) {
    return new TierDataSource(pools, bindings);
  }

  @Bean
  BoundTransactions transactionManager(
      TierDataSource dataSource, Bindings bindings, RefusalTranslator refusals) {
    return new BoundTransactions(dataSource, bindings, refusals);
  }

  @Bean
  RefusalTranslator refusalTranslator() {
    return new RefusalTranslator();
  }
}
