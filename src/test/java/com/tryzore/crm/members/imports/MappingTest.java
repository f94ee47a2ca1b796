package com.tryzore.crm.members.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tryzore.crm.members.MemberStatus;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

  private static List<ImportField> fields(String header) {
    String row = ",".repeat((int) header.chars().filter(c -> c == ',').count());
    return ListFiles.mapping(ListFiles.of(header + "\nx" + row + "\n"), ListFiles.US)
        .columns()
        .stream()
        .map(ColumnMapping::field)
        .toList();
  }

  private static List<ImportField> fields(ImportField... fields) {
    return List.of(fields);
  }

  @Test
  void english_german_and_spanish_headers_mean_the_same() {
    List<ImportField> all =
        fields(
            ImportField.MEMBER_NUMBER,
            ImportField.FIRST_NAME,
            ImportField.LAST_NAME,
            ImportField.EMAIL,
            ImportField.PHONE,
            ImportField.MOBILE_PHONE,
            ImportField.BIRTH_DATE,
            ImportField.GENDER,
            ImportField.STREET,
            ImportField.POSTCODE,
            ImportField.CITY,
            ImportField.COUNTRY,
            ImportField.JOINED_ON,
            ImportField.STATUS,
            ImportField.PLAN,
            ImportField.VALID_UNTIL,
            ImportField.LAST_VISIT_ON,
            ImportField.EMERGENCY_CONTACT,
            ImportField.EMERGENCY_PHONE,
            ImportField.MEDICAL_NOTES,
            ImportField.NOTES,
            ImportField.TAGS);

    assertThat(
            fields(
                "Member ID,First Name,Last Name,Email,Phone,Mobile,Date of Birth,Gender,Street,"
                    + "Postcode,City,Country,Join Date,Status,Membership,Expiry Date,Last Visit,"
                    + "Emergency Contact,Emergency Phone,Medical Notes,Notes,Tags"))
        .isEqualTo(all);
    assertThat(
            fields(
                "Mitgliedsnr.,Vorname,Nachname,E-Mail,Telefon,Mobil,Geburtsdatum,Geschlecht,Straße,"
                    + "PLZ,Ort,Land,Eintritt,Status,Tarif,Ablaufdatum,Letzter Besuch,"
                    + "Notfallkontakt,Notfalltelefon,Gesundheit,Bemerkungen,Schlagworte"))
        .isEqualTo(all);
    assertThat(
            fields(
                "Nº de socio,Nombre,Apellidos,Correo electrónico,Teléfono,Móvil,Fecha de nacimiento,"
                    + "Sexo,Dirección,Código postal,Ciudad,País,Fecha de alta,Estado,Tarifa,"
                    + "Fecha de vencimiento,Última visita,Contacto de emergencia,"
                    + "Teléfono de emergencia,Notas médicas,Observaciones,Etiquetas"))
        .isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MEMBER_ID,first_name,LAST-NAME | MEMBER_NUMBER,FIRST_NAME,LAST_NAME",
        "Name,Vorname | LAST_NAME,FIRST_NAME",
        "Nombre,Apellidos | FIRST_NAME,LAST_NAME",
        "Name,Email | FULL_NAME,EMAIL",
        "Name,First Name,Last Name | IGNORED,FIRST_NAME,LAST_NAME",
        "Last Name,Monatsbeitrag | LAST_NAME,IGNORED",
        "Nachname,geb. am | LAST_NAME,IGNORED",
      })
  void names_of_columns_are_told_apart_by_their_company(String header, String expected) {
    assertThat(fields(header))
        .isEqualTo(Stream.of(expected.split(",", -1)).map(ImportField::valueOf).toList());
  }

  @Test
  void of_two_columns_with_one_meaning_the_cells_decide() {
    ImportMapping mapping =
        ListFiles.mapping(
            ListFiles.of(
                """
                Last Name,Email,E-Mail,Status,State of things,Member Status
                Li,yes,li@x.example,7,x,active
                Ro,no,ro@x.example,8,y,frozen
                """),
            ListFiles.US);

    assertThat(mapping.columns())
        .extracting(ColumnMapping::field)
        .containsExactly(
            ImportField.LAST_NAME,
            ImportField.IGNORED,
            ImportField.EMAIL,
            ImportField.IGNORED,
            ImportField.IGNORED,
            ImportField.STATUS);
  }

  @Test
  void addresses_and_statuses_are_known_by_sight_under_any_name() {
    ImportMapping mapping =
        ListFiles.mapping(
            ListFiles.of("Last Name,Feld 7,Feld 8\nLi,li@x.example,aktiv\nRo,,ruhend\n"),
            ListFiles.DE);

    assertThat(mapping.columns())
        .extracting(ColumnMapping::field)
        .containsExactly(ImportField.LAST_NAME, ImportField.EMAIL, ImportField.STATUS);
  }

  @ParameterizedTest
  @CsvSource({
    "active, ACTIVE",
    "Aktiv, ACTIVE",
    "ACTIVO, ACTIVE",
    "prospect, PROSPECT",
    "Interessent, PROSPECT",
    "interesada, PROSPECT",
    "frozen, FROZEN",
    "paused, FROZEN",
    "ruhend, FROZEN",
    "pausiert, FROZEN",
    "congelado, FROZEN",
    "expired, EXPIRED",
    "abgelaufen, EXPIRED",
    "vencido, EXPIRED",
    "caducada, EXPIRED",
    "cancelled, CANCELLED",
    "canceled, CANCELLED",
    "gekündigt, CANCELLED",
    "de baja, CANCELLED"
  })
  void words_for_a_standing_are_known_in_three_languages(String word, MemberStatus status) {
    assertThat(ListFiles.member("Last Name,Status\nLi, " + word + "\n", ListFiles.US).status())
        .isEqualTo(status);
  }

  @Test
  void a_word_that_is_not_known_can_be_given_a_meaning_and_the_dry_run_repeated() {
    ImportSource source = ListFiles.of("Last Name,Status\nLi,Suspended?\nRo,active\n");
    ImportMapping guess = ListFiles.mapping(source, ListFiles.US);
    assertThat(ListFiles.dryRun(source, guess, ListFiles.US).problems())
        .containsOnlyKeys(RowProblem.STATUS_UNKNOWN);

    DryRun again =
        ListFiles.dryRun(source, guess.withStatus("suspended?", MemberStatus.FROZEN), ListFiles.US);

    assertThat(again.statuses())
        .containsEntry(MemberStatus.FROZEN, 1)
        .containsEntry(MemberStatus.ACTIVE, 1);
    assertThat(ListFiles.dryRun(source, guess.withoutStatus("ACTIVE"), ListFiles.US).rejected())
        .isEqualTo(2);
  }

  @Test
  void every_guess_can_be_corrected() {
    ImportSource source =
        ListFiles.of("Last Name,Joined,Phone,Status\nLi,01/02/2025,0421 720447,\n");
    ImportMapping guess = ListFiles.mapping(source, ListFiles.US);

    ImportMapping corrected =
        guess
            .withDateOrder(1, DateOrder.DAY_MONTH_YEAR)
            .withField(2, ImportField.EMERGENCY_PHONE)
            .withRegion("DE")
            .withStatusWhenBlank(MemberStatus.PROSPECT);
    MemberDraft member =
        ListFiles.dryRun(source, corrected, ListFiles.US).sample().getFirst().member();

    assertThat(member.joinedOn()).isEqualTo("2025-02-01");
    assertThat(member.phone()).isNull();
    assertThat(member.emergencyPhone()).isEqualTo("+49421720447");
    assertThat(member.status()).isEqualTo(MemberStatus.PROSPECT);
  }

  @Test
  void another_delimiter_gives_other_columns() {
    ImportSource source = ListFiles.of("Last Name;First Name,x\nLi;Ana,y\n");
    Inspection again =
        MemberListReader.inspect(
            source,
            new Dialect(TextEncoding.UTF_8, Delimiter.COMMA),
            ListFiles.US,
            ImportProgress.UNWATCHED);

    assertThat(ListFiles.readable(source, ListFiles.US).columns())
        .extracting(ColumnInspection::header)
        .containsExactly("Last Name", "First Name,x");
    assertThat(((Inspection.Understood) again).columns())
        .extracting(ColumnInspection::header)
        .containsExactly("Last Name;First Name", "x");
  }

  @Test
  void a_mapping_without_a_name_or_with_a_field_twice_is_not_tried() {
    ImportSource source = ListFiles.of("Last Name,Email,Phone\nLi,,\n");
    ImportMapping mapping =
        ListFiles.mapping(source, ListFiles.US)
            .withField(0, ImportField.IGNORED)
            .withField(2, ImportField.EMAIL);

    DryRunResult result =
        MemberListReader.dryRun(
            source, mapping, ListFiles.US, ExistingMembers.NONE, ImportProgress.UNWATCHED);

    assertThat(result)
        .isEqualTo(
            new DryRunResult.NotReady(
                List.of(
                    new MappingProblem(MappingProblem.Kind.NAME_MISSING, ImportField.LAST_NAME),
                    new MappingProblem(MappingProblem.Kind.FIELD_TWICE, ImportField.EMAIL))));
  }

  @Test
  void a_column_of_hundreds_of_different_tags_is_no_column_of_tags() {
    StringBuilder text = new StringBuilder("Last Name,Tags\n");
    for (int i = 0; i < 600; i++) {
      text.append("Li,remark number ").append(i).append('\n');
    }
    ImportSource source = ListFiles.of(text.toString());

    DryRunResult result =
        MemberListReader.dryRun(
            source,
            ListFiles.mapping(source, ListFiles.US),
            ListFiles.US,
            ExistingMembers.NONE,
            ImportProgress.UNWATCHED);

    assertThat(result)
        .isEqualTo(
            new DryRunResult.NotReady(
                List.of(new MappingProblem(MappingProblem.Kind.TOO_MANY_NAMES, ImportField.TAGS))));
  }

  @Test
  void a_mapping_for_another_file_is_a_mistake_of_the_program() {
    ImportMapping mapping = ListFiles.mapping(ListFiles.HARBOUR, ListFiles.DE);

    assertThatThrownBy(
            () -> ListFiles.rows(ListFiles.of("Last Name;x\nLi;\n"), mapping, ListFiles.DE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_column_shows_what_it_holds() {
    ColumnInspection status = ListFiles.readable(ListFiles.HARBOUR, ListFiles.DE).columns().get(7);

    assertThat(status.header()).isEqualTo("Status");
    assertThat(status.filled()).isEqualTo(2000);
    assertThat(status.examples()).containsExactly("aktiv", "Interessent", "abgelaufen");
    assertThat(status.words()).containsEntry("gekündigt", 229).hasSize(5);
    assertThat(status.looksLikeDates()).isFalse();
  }
}
