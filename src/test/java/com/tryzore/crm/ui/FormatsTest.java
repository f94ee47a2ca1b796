package com.tryzore.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant NOON = Instant.parse("2026-03-14T11:00:00Z");

  private static Formats at(String instant, Locale reader, ZoneId zone) {
    return Formats.of(reader, zone, Clock.fixed(Instant.parse(instant), ZoneId.of("UTC")));
  }

  /** Spaces that do not break are spaces to a reader. */
  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|14 Mar 2026",
        "en-US|Mar 14, 2026",
        "en-GB|14 Mar 2026",
        "es|14 mar 2026",
        "de|14. März 2026",
        "de-AT|14. März 2026"
      })
  void a_date_is_written_as_the_reader_writes_it(String reader, String expected) {
    Formats formats = Formats.of(Locale.forLanguageTag(reader), BERLIN);
    assertThat(plain(formats.date(LocalDate.of(2026, 3, 14)))).isEqualTo(expected);
  }

  @Test
  void an_instant_is_shown_on_the_clock_of_the_gym_not_of_the_reader() {
    Instant late = Instant.parse("2026-03-14T23:30:00Z");
    assertThat(Formats.of(Locale.ENGLISH, BERLIN).dateTime(late)).isEqualTo("15 Mar 2026, 00:30");
    assertThat(Formats.of(Locale.ENGLISH, NEW_YORK).dateTime(late)).isEqualTo("14 Mar 2026, 19:30");
    assertThat(plain(Formats.of(Locale.US, NEW_YORK).time(late))).isEqualTo("7:30 PM");
  }

  @Test
  void the_hour_that_happens_twice_can_be_told_apart() {
    Formats formats = Formats.of(Locale.GERMAN, BERLIN);
    Instant first = Instant.parse("2026-10-25T00:30:00Z");
    Instant second = Instant.parse("2026-10-25T01:30:00Z");
    assertThat(formats.times(first, second)).isEqualTo("02:30 (UTC+02:00)–02:30 (UTC+01:00)");
    assertThat(formats.times(second, Instant.parse("2026-10-25T02:30:00Z")))
        .isEqualTo("02:30 (UTC+01:00)–03:30");
  }

  @Test
  void the_night_that_lacks_an_hour_has_its_times_right() {
    Formats formats = Formats.of(Locale.GERMAN, BERLIN);
    assertThat(
            formats.times(
                Instant.parse("2026-03-29T00:30:00Z"), Instant.parse("2026-03-29T01:30:00Z")))
        .isEqualTo("01:30–03:30");
  }

  @Test
  void today_is_the_gyms_day() {
    assertThat(at("2026-03-15T03:00:00Z", Locale.ENGLISH, NEW_YORK).today())
        .isEqualTo(LocalDate.of(2026, 3, 14));
    assertThat(at("2026-03-15T03:00:00Z", Locale.ENGLISH, BERLIN).today())
        .isEqualTo(LocalDate.of(2026, 3, 15));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|today|hoy|heute",
        "1|tomorrow|mañana|morgen",
        "-1|yesterday|ayer|gestern",
        "5|in 5 days|en 5 días|in 5 Tagen",
        "-3|3 days ago|hace 3 días|vor 3 Tagen",
        "30|in 30 days|en 30 días|in 30 Tagen"
      })
  void near_days_are_said_as_people_say_them(int days, String english, String es, String german) {
    LocalDate day = LocalDate.of(2026, 3, 14).plusDays(days);
    String now = NOON.toString();
    assertThat(at(now, Locale.ENGLISH, BERLIN).day(day)).isEqualTo(english);
    assertThat(at(now, Locale.of("es"), BERLIN).day(day)).isEqualTo(es);
    assertThat(at(now, Locale.GERMAN, BERLIN).day(day)).isEqualTo(german);
  }

  @Test
  void days_farther_off_are_dates() {
    assertThat(at(NOON.toString(), Locale.ENGLISH, BERLIN).day(LocalDate.of(2026, 4, 14)))
        .isEqualTo("14 Apr 2026");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-14T10:59:31Z|just now",
        "2026-03-14T11:00:30Z|just now",
        "2026-03-14T10:55:00Z|5 min ago",
        "2026-03-14T08:59:00Z|2 h ago",
        "2026-03-13T17:30:00Z|yesterday, 18:30",
        "2026-03-12T17:30:00Z|12 Mar 2026, 18:30",
        "2026-03-20T17:30:00Z|20 Mar 2026, 18:30"
      })
  void how_long_ago_is_said_in_the_unit_that_matters(Instant then, String expected) {
    assertThat(at(NOON.toString(), Locale.ENGLISH, BERLIN).ago(then)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4990|EUR|en-GB|€49.90",
        "4990|EUR|de|49,90 €",
        "4990|EUR|es|49,90 €",
        "-4990|USD|en-US|-$49.90",
        "1234567|JPY|en-US|¥1,234,567",
        "12345678|KWD|en-US|KWD12,345.678"
      })
  void money_has_the_decimals_of_its_currency(
      long minor, String currency, String reader, String expected) {
    Formats formats = Formats.of(Locale.forLanguageTag(reader), BERLIN);
    assertThat(plain(formats.money(new Money(minor, Currency.getInstance(currency)))))
        .isEqualTo(expected);
  }

  @Test
  void money_comes_from_amounts_without_losing_a_cent() {
    Currency euro = Currency.getInstance("EUR");
    assertThat(Money.of(new BigDecimal("49.9"), euro)).isEqualTo(new Money(4990, euro));
    assertThat(new Money(4990, euro).amount()).isEqualByComparingTo("49.90");
    assertThatThrownBy(() -> Money.of(new BigDecimal("49.905"), euro))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void a_birthday_on_a_leap_day_comes_every_year() {
    Formats formats = at("2026-02-28T12:00:00Z", Locale.ENGLISH, BERLIN);
    assertThat(formats.isBirthday(LocalDate.of(2000, 2, 29))).isTrue();
    assertThat(formats.isBirthday(LocalDate.of(2000, 2, 28))).isTrue();
    assertThat(formats.isBirthday(LocalDate.of(2000, 3, 1))).isFalse();
    assertThat(formats.age(LocalDate.of(2000, 2, 28))).isEqualTo(26);
    assertThat(formats.age(LocalDate.of(2000, 3, 1))).isEqualTo(25);
  }

  @Test
  void a_region_reads_its_languages_words_and_its_own_numbers() {
    Formats swiss = Formats.of(Locale.of("de", "CH"), BERLIN);
    assertThat(swiss.day(swiss.today())).isEqualTo("heute");
    assertThat(swiss.number(1234567)).isEqualTo("1’234’567");
    assertThat(plain(Formats.of(Locale.GERMAN, BERLIN).percent(0.85))).isEqualTo("85 %");
  }
}
