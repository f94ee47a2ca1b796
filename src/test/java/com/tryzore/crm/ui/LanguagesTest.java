package com.tryzore.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguagesTest {

  private static final Locale SPANISH = Locale.of("es");

  @Test
  void without_a_choice_the_browsers_dearest_shipped_language_counts_with_its_region() {
    assertThat(Languages.choose("", List.of(Locale.FRENCH, Locale.of("de", "AT"), Locale.US)))
        .isEqualTo(Locale.of("de", "AT"));
    assertThat(Languages.choose("", List.of(Locale.FRENCH))).isEqualTo(Locale.ENGLISH);
    assertThat(Languages.choose("", List.of())).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void a_choice_wins_and_borrows_the_browsers_region_for_it() {
    assertThat(Languages.choose("es", List.of(Locale.US, Locale.of("es", "MX"))))
        .isEqualTo(Locale.of("es", "MX"));
    assertThat(Languages.choose("es", List.of(Locale.US))).isEqualTo(SPANISH);
  }

  @Test
  void a_choice_that_is_not_shipped_counts_as_none() {
    assertThat(Languages.choose("xx; path=/", List.of(Locale.GERMANY))).isEqualTo(Locale.GERMANY);
  }

  @Test
  void words_come_in_the_readers_language_and_english_where_it_is_not_shipped() {
    assertThat(Texts.in(Locale.of("de", "AT")).get("ui.save")).isEqualTo("Speichern");
    assertThat(Texts.in(Locale.of("es", "MX")).get("ui.save")).isEqualTo("Guardar");
    assertThat(Texts.in(Locale.FRENCH).get("ui.save")).isEqualTo("Save");
    assertThat(Texts.language(Locale.of("de", "AT"))).isEqualTo(Locale.GERMAN);
  }

  @Test
  void a_message_nobody_wrote_shows_its_key() {
    assertThat(Texts.in(Locale.ENGLISH).get("ui.nobody.wrote.this"))
        .isEqualTo("ui.nobody.wrote.this");
  }
}
