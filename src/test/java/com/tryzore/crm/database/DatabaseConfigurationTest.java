package com.tryzore.crm.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
    classes = DatabaseConfiguration.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE)
class DatabaseConfigurationTest {

  @Autowired LoginCredentials credentials;

  @Test
  void whoever_is_given_the_credentials_finds_the_schema_migrated() throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(
            credentials.jdbcUrl(), "zore_migrator", credentials.password("zore_migrator"))) {
      assertThat(
              Bootstrap.text(
                  connection, "select to_regclass('public.flyway_schema_history')::text"))
          .isEqualTo("flyway_schema_history");
    }
  }
}
