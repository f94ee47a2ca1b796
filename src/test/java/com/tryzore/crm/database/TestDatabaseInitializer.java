package com.tryzore.crm.database;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Puts every application that a test starts on the shared {@link TestDatabase}, unless the test
 * names a database itself ({@code zore.database.url}) or wants the embedded server ({@code
 * zore.test.database=none}).
 */
public final class TestDatabaseInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var environment = context.getEnvironment();
    boolean named = !environment.getProperty("zore.database.url", "").isBlank();
    if (named || "none".equals(environment.getProperty("zore.test.database"))) {
      return;
    }
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test database", TestDatabase.shared().properties()));
  }
}
