package com.tryzore.crm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

  private static final String OURS =
      "ApplicationName=tryzore-crm&reWriteBatchedInserts=true&tcpKeepAlive=true";

  @Test
  void a_jdbc_url_is_taken_as_it_is() {
    DatabaseAddress.WithUser named =
        DatabaseAddress.parse("jdbc:postgresql://db.example:5433/gym?sslmode=verify-full");
    assertThat(named.address().jdbcUrl())
        .isEqualTo("jdbc:postgresql://db.example:5433/gym?sslmode=verify-full&" + OURS);
    assertThat(named.address()).hasToString("gym at db.example:5433");
    assertThat(named.user()).isNull();
    assertThat(named.password()).isNull();
  }

  @Test
  void a_uri_may_name_user_and_password_but_they_do_not_go_on() {
    DatabaseAddress.WithUser named =
        DatabaseAddress.parse("postgres://anna:p%40ss%2Fword+1@db.example/gym");
    assertThat(named.user()).isEqualTo("anna");
    assertThat(named.password()).isEqualTo("p@ss/word+1");
    assertThat(named.address().jdbcUrl()).isEqualTo("jdbc:postgresql://db.example/gym?" + OURS);
  }

  @Test
  void so_may_the_parameters_of_a_jdbc_url() {
    DatabaseAddress.WithUser named =
        DatabaseAddress.parse("jdbc:postgresql://a,b:5433/gym?user=anna&password=x&ssl=true");
    assertThat(named.user()).isEqualTo("anna");
    assertThat(named.password()).isEqualTo("x");
    assertThat(named.address().jdbcUrl())
        .isEqualTo("jdbc:postgresql://a,b:5433/gym?ssl=true&" + OURS);
  }

  @Test
  void what_the_operator_sets_wins() {
    assertThat(
            DatabaseAddress.parse("postgresql://db/gym?ApplicationName=gym1").address().jdbcUrl())
        .contains("ApplicationName=gym1")
        .doesNotContain("ApplicationName=tryzore-crm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db.example/gym",
        "mysql://db/gym",
        "postgresql://db.example",
        "jdbc:postgresql:gym"
      })
  void anything_else_is_refused_with_the_right_form(String url) {
    assertThatThrownBy(() -> DatabaseAddress.parse(url))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("postgresql://host:5432/database");
  }

  @Test
  void a_refusal_does_not_repeat_a_password() {
    assertThatThrownBy(() -> DatabaseAddress.parse("mysql://anna:secret@db/gym"))
        .hasMessageNotContaining("secret");
  }
}
