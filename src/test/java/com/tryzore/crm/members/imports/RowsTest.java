package com.tryzore.crm.members.imports;

import static com.tryzore.crm.members.imports.ListFiles.member;
import static com.tryzore.crm.members.imports.ListFiles.problems;
import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.members.Gender;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ana Li | Ana | Li",
        "Li | '' | Li",
        "'Li, Ana Maria' | Ana Maria | Li",
        "Ana van der Berg | Ana | van der Berg",
        "Ludwig van Beethoven | Ludwig | van Beethoven",
        "Ana María López | Ana María | López",
      })
  void a_full_name_is_split_at_its_comma_or_before_its_last_word(
      String name, String given, String family) {
    MemberDraft member = member("Name;Email\n\"" + name + "\";\n", ListFiles.DE);

    assertThat(member.givenName()).isEqualTo(given);
    assertThat(member.familyName()).isEqualTo(family);
  }

  @Test
  void an_unsure_split_is_said() {
    List<ImportRow> rows = ListFiles.rows("Name;Email\nAna María López;\nAna Li;\n", ListFiles.DE);

    assertThat(((ImportRow.Accepted) rows.get(0)).warnings())
        .containsExactly(RowWarning.NAME_SPLIT_UNSURE);
    assertThat(((ImportRow.Accepted) rows.get(1)).warnings()).isEmpty();
  }

  @Test
  void an_apostrophe_that_guards_a_formula_goes_and_one_of_a_name_stays() {
    assertThat(member("First Name,Last Name\n'=1+1,'t Hooft\n", ListFiles.US))
        .satisfies(
            member -> {
              assertThat(member.givenName()).isEqualTo("=1+1");
              assertThat(member.familyName()).isEqualTo("'t Hooft");
            });
  }

  @Test
  void accents_written_in_two_characters_become_one() {
    assertThat(member("First Name,Last Name\nAna,Mu\u0308ller\n", ListFiles.US).familyName())
        .isEqualTo("Müller");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u202Eb", "a\u2066b", "a\u0080b"})
  void what_cannot_be_read_in_a_name_is_refused(String name) {
    assertThat(problems("First Name,Last Name\n" + name + ",Li\n", ListFiles.US))
        .containsExactly(RowProblem.CONTROL_CHARACTER);
  }

  @Test
  void names_of_joined_letters_are_kept() {
    assertThat(member("First Name,Last Name\nعلی\u200Cرضا,Li\n", ListFiles.US).givenName())
        .isEqualTo("علی\u200Cرضا");
  }

  @ParameterizedTest
  @CsvSource({
    "ana@example.com, true", "ana.li+gym@mail.example.co.uk, true", "josé@exámple.es, true",
    "o'brien@example.ie, true", "ben(at)example.com, false", "ana@example, false",
    "ana@@example.com, false", "@example.com, false", "ana@example..com, false",
    ".ana@example.com, false", "ana.@example.com, false", "ana li@example.com, false",
    "ana@-example.com, false", "n/a, false"
  })
  void addresses_are_told_from_what_is_none(String text, boolean address) {
    assertThat(EmailText.isAddress(text)).isEqualTo(address);
  }

  @Test
  void a_row_names_everything_that_is_wrong_with_it() {
    assertThat(
            problems(
                "Last Name,Email,Phone,Date of Birth,Status\n,none,call me,1990-02-31,odd\n",
                ListFiles.US))
        .containsExactlyInAnyOrder(
            RowProblem.LAST_NAME_MISSING,
            RowProblem.EMAIL_NOT_AN_ADDRESS,
            RowProblem.PHONE_WITHOUT_DIGITS,
            RowProblem.DATE_DOES_NOT_EXIST,
            RowProblem.STATUS_UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "1899-12-31, DATE_OUT_OF_RANGE",
    "2026-11-25, BORN_IN_THE_FUTURE",
    "someday, DATE_UNREADABLE"
  })
  void birth_dates_must_be_possible(String date, RowProblem problem) {
    assertThat(problems("Last Name,Date of Birth\nLi," + date + "\n", ListFiles.US))
        .containsExactly(problem);
  }

  @Test
  void a_membership_may_end_on_the_day_it_starts_and_not_before() {
    assertThat(
            member("Last Name,Joined,Expires\nLi,2025-06-01,2025-06-01\n", ListFiles.US)
                .validUntil())
        .isEqualTo("2025-06-01");
    assertThat(problems("Last Name,Joined,Expires\nLi,2025-06-01,2025-05-31\n", ListFiles.US))
        .containsExactly(RowProblem.EXPIRES_BEFORE_START);
  }

  @Test
  void a_member_number_is_free_again_when_its_first_row_was_rejected() {
    List<ImportRow> rows = ListFiles.rows("Member ID,Last Name\nM1,\nM1,Li\nM1,Ro\n", ListFiles.US);

    assertThat(rows.get(0)).isInstanceOf(ImportRow.Rejected.class);
    assertThat(rows.get(1)).isInstanceOf(ImportRow.Accepted.class);
    assertThat(rows.get(2)).isInstanceOf(ImportRow.Rejected.class);
  }

  @Test
  void a_visit_in_the_future_is_left_out_and_said() {
    ImportRow row =
        ListFiles.rows("Last Name,Last Visit\nLi,2026-12-24\n", ListFiles.US).getFirst();

    assertThat(row)
        .isInstanceOfSatisfying(
            ImportRow.Accepted.class,
            accepted -> {
              assertThat(accepted.member().lastVisitOn()).isNull();
              assertThat(accepted.warnings()).containsExactly(RowWarning.VISIT_IN_THE_FUTURE);
            });
  }

  @Test
  void of_two_phones_the_mobile_one_is_kept_and_the_other_noted() {
    MemberDraft member =
        member(
            "Last Name;Telefon;Mobil;Notizen\nLi;0421 7204476;0170 1234567;likes mornings\n",
            ListFiles.DE);

    assertThat(member.phone()).isEqualTo("+491701234567");
    assertThat(member.notes()).isEqualTo("likes mornings\n+494217204476");
  }

  @ParameterizedTest
  @CsvSource({"f, FEMALE", "Frau, FEMALE", "Männlich, MALE", "Sr., MALE", "divers, DIVERSE"})
  void gender_is_read_from_words_and_forms_of_address(String word, Gender gender) {
    assertThat(member("Last Name,Anrede\nLi," + word + "\n", ListFiles.DE).gender())
        .isEqualTo(gender);
  }

  @Test
  void tags_are_split_trimmed_and_never_given_twice() {
    assertThat(
            member("Last Name,Tags\nLi,\"Yoga| early  bird ;yoga,,spin\"\n", ListFiles.US).tags())
        .containsExactly("Yoga", "early bird", "spin");
    assertThat(problems("Last Name,Tags\nLi," + "x".repeat(61) + "\n", ListFiles.US))
        .containsExactly(RowProblem.TEXT_TOO_LONG);
  }

  @Test
  void a_rejected_row_can_be_found_again_by_its_number_and_name() {
    ImportRow row =
        ListFiles.rows("Member ID,First Name,Last Name,Email\nM7,A\u0000na,Li,x\n", ListFiles.US)
            .getFirst();

    assertThat(row)
        .isInstanceOfSatisfying(
            ImportRow.Rejected.class,
            rejected -> {
              assertThat(rejected.memberNumber()).isEqualTo("M7");
              assertThat(rejected.name()).isEqualTo("A\uFFFDna Li");
            });
  }

  @Test
  void a_family_that_shares_an_address_is_told_from_a_person_who_stands_there_twice() {
    List<ImportRow> rows =
        ListFiles.rows(
            """
            First Name,Last Name,Email,Phone,Date of Birth
            Ana,Li,li@x.example,,1980-01-01
            Ben,Li,li@x.example,,2010-01-01
            ANA,LI,other@x.example,,1980-01-01
            Ana,Lí,li@x.example,,
            """,
            ListFiles.US);

    assertThat(rows)
        .extracting(row -> ((ImportRow.Accepted) row).likeRow())
        .containsExactly(0, 0, 2, 2);
    assertThat(((ImportRow.Accepted) rows.get(1)).warnings())
        .containsExactly(RowWarning.SHARED_EMAIL_IN_FILE);
    assertThat(((ImportRow.Accepted) rows.get(3)).warnings())
        .containsExactly(RowWarning.SAME_PERSON_IN_FILE);
  }
}
