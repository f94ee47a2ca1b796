package com.tryzore.crm.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.PasswordRules.Weakness;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  private static final List<String> PERSONAL =
      List.of("maria.brandt@riverside.example", "Maria Brandt", "Riverside");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Password123!",
        "passwort2024",
        "Willkommen1",
        "1234567890",
        "0987654321",
        "qwertyuiop",
        "qwertzuiop",
        "aaaaaaaaaaaa",
        "1q2w3e4r5t",
        "Sommer2025!",
        "iloveyou1234"
      })
  void what_everyone_tries_first_is_refused(String common) {
    assertThat(PasswordRules.weakness(common, PERSONAL)).contains(Weakness.COMMON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"maria.brandt1", "Riverside22", "brandt-2025"})
  void ones_own_name_and_the_gyms_are_refused(String personal) {
    assertThat(PasswordRules.weakness(personal, PERSONAL)).contains(Weakness.PERSONAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vier kleine Pferde",
        "river boats go by at dawn",
        "xK4#tq9Lm2",
        "der Brandt von nebenan isst Suppe",
        "ключ под ковриком"
      })
  void a_long_sentence_and_a_random_word_are_good(String good) {
    assertThat(PasswordRules.weakness(good, PERSONAL)).isEmpty();
  }

  @Test
  void length_is_counted_in_characters_as_people_count_them() {
    assertThat(PasswordRules.weakness("xK4#tq9Lm", PERSONAL)).contains(Weakness.TOO_SHORT);
    assertThat(PasswordRules.weakness("🐎🐎🐄🐄🐖🐖🐑🐑🐓", PERSONAL))
        .as("nine animals")
        .contains(Weakness.TOO_SHORT);
    assertThat(PasswordRules.weakness("ab cd ".repeat(22), PERSONAL)).contains(Weakness.TOO_LONG);
  }
}
