package com.tryzore.crm.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0421  720 4476, DE, +494217204476",
    "0421/720-4476, DE, +494217204476",
    "+49 (0)421 7204476, US, +494217204476",
    "0049 421 7204476, DE, +494217204476",
    "(212) 555-2368, US, +12125552368",
    "0170 1234567 / 0421 7204476, DE, +491701234567",
    "0170 1234567 oder 0421 7204476, DE, +491701234567",
    "+1 212 555 2368 ext. 5, DE, +12125552368",
    "0660 1234567, AT, +436601234567"
  })
  void numbers_are_stored_in_one_form_however_they_are_written(
      String text, String region, String stored) {
    assertThat(PhoneNumbers.read(text, region)).isEqualTo(new PhoneNumbers.Phone(stored, false));
  }

  @ParameterizedTest
  @CsvSource({
    "+1 555 314 2537, DE, +15553142537",
    "+1 (555) 010-0000, US, +15550100000",
    "+999 123456, DE, +999123456",
    "555-0100, US, +15550100",
    "112, DE, +49112"
  })
  void numbers_that_no_plan_knows_are_kept_and_called_unusual(
      String text, String region, String stored) {
    assertThat(PhoneNumbers.read(text, region)).isEqualTo(new PhoneNumbers.Phone(stored, true));
  }

  @ParameterizedTest
  @CsvSource({
    "+494217204476, DE, 0421 7204476",
    "+13125551000, US, (312) 555-1000",
    "+494217204476, US, +49 421 7204476",
    "+131255519500, US, +1 312 555 195 00",
    "+112345, US, +1 12345"
  })
  void a_number_is_shown_in_groups_even_when_no_plan_knows_it(
      String stored, String region, String shown) {
    assertThat(PhoneNumbers.shown(stored, region)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"call me", "n/a", "-", "+"})
  void text_without_a_digit_has_no_number(String text) {
    assertThat(PhoneNumbers.read(text, "DE")).isEqualTo(new PhoneNumbers.NoNumber());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "tel 5", "12345678901234567890", "+12345678901234567"})
  void too_few_or_too_many_digits_are_no_number(String text) {
    assertThat(PhoneNumbers.read(text, "DE")).isEqualTo(new PhoneNumbers.NotANumber());
  }
}
