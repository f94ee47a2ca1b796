package com.tryzore.crm.members.imports;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.members.MemberStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ThreeListsTest {
  private static final Map<String, RowProblem> REASONS =
      Map.ofEntries(
          Map.entry("phone has no digits", RowProblem.PHONE_WITHOUT_DIGITS),
          Map.entry("e-mail not an address", RowProblem.EMAIL_NOT_AN_ADDRESS),
          Map.entry("expires before it starts", RowProblem.EXPIRES_BEFORE_START),
          Map.entry("status unknown", RowProblem.STATUS_UNKNOWN),
          Map.entry("NUL in a name", RowProblem.CONTROL_CHARACTER),
          Map.entry("too many cells", RowProblem.TOO_MANY_CELLS),
          Map.entry("too few cells", RowProblem.TOO_FEW_CELLS),
          Map.entry("date does not exist", RowProblem.DATE_DOES_NOT_EXIST),
          Map.entry("born in the future", RowProblem.BORN_IN_THE_FUTURE),
          Map.entry("last name missing", RowProblem.LAST_NAME_MISSING),
          Map.entry("name of 10,000 letters", RowProblem.NAME_TOO_LONG),
          Map.entry("member number twice", RowProblem.MEMBER_NUMBER_TWICE));

  @Test
  void the_messy_list_is_rejected_exactly_where_and_why_it_should_be() {
    JsonNode expected =
        JsonMapper.builder().build().readTree(ListFiles.bytes("members-messy.expected.json"));

    DryRun dryRun = ListFiles.dryRun(ListFiles.MESSY, ListFiles.US);

    assertThat(dryRun.rows()).isEqualTo(expected.get("rows").asInt()).isEqualTo(316);
    assertThat(dryRun.accepted()).isEqualTo(expected.get("accepted").asInt()).isEqualTo(304);
    assertThat(dryRun.rejected()).isEqualTo(expected.get("rejected").asInt()).isEqualTo(12);
    Map<Integer, List<RowProblem>> wanted =
        expected
            .get("rejected_rows")
            .valueStream()
            .collect(
                toMap(
                    row -> row.get("row").asInt(),
                    row -> List.of(REASONS.get(row.get("why").asString()))));
    Map<Integer, List<RowProblem>> found =
        dryRun.rejectedRows().stream()
            .collect(
                toMap(
                    ImportRow.Rejected::number,
                    row -> row.problems().stream().map(ProblemAt::problem).toList()));
    assertThat(found).isEqualTo(wanted).hasSize(12);
  }

  @Test
  void the_person_who_stands_twice_in_the_messy_list_is_shown_as_a_possible_duplicate() {
    DryRun dryRun = ListFiles.dryRun(ListFiles.MESSY, ListFiles.US);

    assertThat(dryRun.duplicates())
        .singleElement()
        .satisfies(
            duplicate -> {
              assertThat(duplicate.row()).isEqualTo(309);
              assertThat(duplicate.likeRow()).isEqualTo(297);
              assertThat(duplicate.kind()).isEqualTo(Duplicate.Kind.REPEATED);
              assertThat(duplicate.name()).isEqualTo("Thandiwe Öberg");
            });
    assertThat(dryRun.warnings())
        .containsEntry(RowWarning.SAME_PERSON_IN_FILE, 1)
        .containsEntry(RowWarning.SHARED_EMAIL_IN_FILE, 13);
  }

  @Test
  void odd_but_honest_rows_of_the_messy_list_are_cleaned_and_taken() {
    List<ImportRow> rows =
        ListFiles.rows(
            ListFiles.MESSY, ListFiles.mapping(ListFiles.MESSY, ListFiles.US), ListFiles.US);

    MemberDraft mia = accepted(rows, 106);
    assertThat(mia.fullName()).isEqualTo("Mia Rossi");
    assertThat(mia.email()).isEqualTo("mia@example.com");
    assertThat(mia.phone()).isEqualTo("+15550100000");
    assertThat(mia.status()).isEqualTo(MemberStatus.ACTIVE);
    assertThat(accepted(rows, 168).fullName()).isEqualTo("Lou \"Lucky\" de la Cruz");
    assertThat(accepted(rows, 260).givenName())
        .isEqualTo("=HYPERLINK(\"http://x.example\",\"click\")");
    assertThat(accepted(rows, 2).familyName()).isEqualTo("Novák");
  }

  @Test
  void all_5000_of_riverside_are_taken_with_every_column_understood() {
    Inspection.Understood look = ListFiles.readable(ListFiles.RIVERSIDE, ListFiles.US);
    DryRun dryRun = ListFiles.dryRun(ListFiles.RIVERSIDE, ListFiles.US);

    assertThat(look.rows()).isEqualTo(5000);
    assertThat(look.suggestion().dialect())
        .isEqualTo(new Dialect(TextEncoding.UTF_8, Delimiter.COMMA));
    assertThat(look.suggestion().columns())
        .extracting(ColumnMapping::field)
        .containsExactly(
            ImportField.MEMBER_NUMBER,
            ImportField.FIRST_NAME,
            ImportField.LAST_NAME,
            ImportField.EMAIL,
            ImportField.MOBILE_PHONE,
            ImportField.BIRTH_DATE,
            ImportField.JOINED_ON,
            ImportField.STATUS,
            ImportField.PLAN,
            ImportField.VALID_UNTIL,
            ImportField.LAST_VISIT_ON,
            ImportField.EMERGENCY_CONTACT,
            ImportField.EMERGENCY_PHONE,
            ImportField.MEDICAL_NOTES,
            ImportField.TAGS);
    assertThat(dryRun.accepted()).isEqualTo(5000);
    assertThat(dryRun.rejected()).isZero();
    assertThat(dryRun.statuses())
        .isEqualTo(
            Map.of(
                MemberStatus.ACTIVE, 3478,
                MemberStatus.CANCELLED, 625,
                MemberStatus.EXPIRED, 440,
                MemberStatus.FROZEN, 250,
                MemberStatus.PROSPECT, 207));
    assertThat(dryRun.newTags())
        .containsExactly("competitor", "crossfit", "early bird", "spin", "student", "vip", "yoga");
    assertThat(dryRun.tags()).containsEntry("early bird", 752);
    assertThat(dryRun.newPlans()).hasSize(7).contains("12 Month Commitment");
  }

  @Test
  void all_2000_of_harbour_are_taken_from_german_headers_dates_and_windows_letters() {
    Inspection.Understood look = ListFiles.readable(ListFiles.HARBOUR, ListFiles.DE);
    DryRun dryRun = ListFiles.dryRun(ListFiles.HARBOUR, ListFiles.DE);

    assertThat(look.suggestion().dialect())
        .isEqualTo(new Dialect(TextEncoding.WINDOWS_1252, Delimiter.SEMICOLON));
    assertThat(look.suggestion().columns())
        .extracting(ColumnMapping::field)
        .containsExactly(
            ImportField.MEMBER_NUMBER,
            ImportField.FIRST_NAME,
            ImportField.LAST_NAME,
            ImportField.EMAIL,
            ImportField.PHONE,
            ImportField.BIRTH_DATE,
            ImportField.JOINED_ON,
            ImportField.STATUS,
            ImportField.PLAN,
            ImportField.IGNORED,
            ImportField.VALID_UNTIL,
            ImportField.EMERGENCY_CONTACT,
            ImportField.EMERGENCY_PHONE);
    assertThat(look.datesToLookAt()).isEmpty();
    assertThat(dryRun.accepted()).isEqualTo(2000);
    assertThat(dryRun.rejected()).isZero();
    assertThat(dryRun.statuses())
        .isEqualTo(
            Map.of(
                MemberStatus.ACTIVE, 1440,
                MemberStatus.CANCELLED, 229,
                MemberStatus.EXPIRED, 169,
                MemberStatus.FROZEN, 88,
                MemberStatus.PROSPECT, 74));
    MemberDraft lucas = dryRun.sample().getFirst().member();
    assertThat(lucas.phone()).isEqualTo("+494217204476");
    assertThat(lucas.birthDate()).isEqualTo(LocalDate.of(1953, 8, 13));
    assertThat(lucas.validUntil()).isEqualTo(LocalDate.of(2027, 9, 21));
    assertThat(dryRun.sample().get(3).member().familyName()).isEqualTo("Müller");
  }

  @Test
  void german_numbers_are_read_as_german_even_for_an_american_gym() {
    ImportMapping guess = ListFiles.mapping(ListFiles.HARBOUR, ListFiles.US);

    assertThat(guess.region()).isEqualTo("DE");
  }

  private static MemberDraft accepted(List<ImportRow> rows, int number) {
    return rows.stream()
        .filter(row -> row.number() == number)
        .map(ImportRow.Accepted.class::cast)
        .findFirst()
        .orElseThrow()
        .member();
  }
}
