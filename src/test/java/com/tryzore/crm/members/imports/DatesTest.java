package com.tryzore.crm.members.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  private static final int LATEST_YEAR = 2046;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1990-02-03 | YEAR_MONTH_DAY | 1990-02-03",
        "1990/2/3 | YEAR_MONTH_DAY | 1990-02-03",
        "19900203 | YEAR_MONTH_DAY | 1990-02-03",
        "1990-02-03T00:00:00Z | YEAR_MONTH_DAY | 1990-02-03",
        "1990-02-03 14:05:00 | DAY_MONTH_YEAR | 1990-02-03",
        "3.2.1990 | DAY_MONTH_YEAR | 1990-02-03",
        "03.02.1990 | YEAR_MONTH_DAY | 1990-02-03",
        "03.02.90 | DAY_MONTH_YEAR | 1990-02-03",
        "03.02.27 | DAY_MONTH_YEAR | 2027-02-03",
        "3/2/1990 | DAY_MONTH_YEAR | 1990-02-03",
        "2/3/1990 | MONTH_DAY_YEAR | 1990-02-03",
        "02-03-1990 12:30 AM | MONTH_DAY_YEAR | 1990-02-03",
        "03021990 | DAY_MONTH_YEAR | 1990-02-03",
        "3 February 1990 | MONTH_DAY_YEAR | 1990-02-03",
        "Feb 3, 1990 | DAY_MONTH_YEAR | 1990-02-03",
        "3-Feb-90 | YEAR_MONTH_DAY | 1990-02-03",
        "3. März 1990 | DAY_MONTH_YEAR | 1990-03-03",
        "3 de febrero de 1990 | DAY_MONTH_YEAR | 1990-02-03",
        "29.02.2024 | DAY_MONTH_YEAR | 2024-02-29",
      })
  void dates_are_read_as_people_and_programs_write_them(
      String text, DateOrder order, LocalDate date) {
    assertThat(DateText.read(text, order, LATEST_YEAR)).isEqualTo(new DateText.Date(date));
  }

  @ParameterizedTest
  @CsvSource({
    "29.02.2025, DAY_MONTH_YEAR",
    "1990-02-31, YEAR_MONTH_DAY",
    "31/04/2020, DAY_MONTH_YEAR",
    "02/13/2020, DAY_MONTH_YEAR",
    "13/02/2020, MONTH_DAY_YEAR",
    "2020-13-01, YEAR_MONTH_DAY",
    "20201301, YEAR_MONTH_DAY"
  })
  void a_day_that_no_calendar_has_is_told_from_what_is_no_date(String text, DateOrder order) {
    assertThat(DateText.read(text, order, LATEST_YEAR)).isEqualTo(new DateText.Impossible());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"soon", "1990", "12.1990", "n/a", "1.2.3.4", "03/02/1990/", "45321", "１９９０-02-03"})
  void what_is_no_date_is_unreadable(String text) {
    assertThat(DateText.read(text, DateOrder.YEAR_MONTH_DAY, LATEST_YEAR))
        .isEqualTo(new DateText.Unreadable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "0000-00-00", "00.00.0000", "9999-12-31", "31.12.9999"})
  void blank_dates_and_dates_that_mean_never_are_none(String text) {
    assertThat(DateText.read(text, DateOrder.DAY_MONTH_YEAR, LATEST_YEAR))
        .isEqualTo(new DateText.None());
  }

  @Test
  void a_birth_year_of_two_digits_is_never_in_the_future() {
    assertThat(
            ListFiles.member(
                "Last Name,Date of Birth,Expiry Date\nLi,03.02.27,03.02.27\n", ListFiles.DE))
        .satisfies(
            member -> {
              assertThat(member.birthDate()).isEqualTo(LocalDate.of(1927, 2, 3));
              assertThat(member.validUntil()).isEqualTo(LocalDate.of(2027, 2, 3));
            });
  }

  private static DateGuess guess(ImportContext context, String... cells) {
    String text = "Last Name,Date of Birth\n";
    for (String cell : cells) {
      text += "Li," + cell + "\n";
    }
    return ListFiles.readable(ListFiles.of(text), context).columns().get(1).dates();
  }

  @Test
  void a_day_above_twelve_decides_the_order() {
    assertThat(guess(ListFiles.US, "3/4/1990", "25/12/1980", "1/2/1970"))
        .isEqualTo(new DateGuess(DateOrder.DAY_MONTH_YEAR, DateGuess.Certainty.CERTAIN));
    assertThat(guess(ListFiles.DE, "3/4/1990", "12/25/1980", "1/2/1970"))
        .isEqualTo(new DateGuess(DateOrder.MONTH_DAY_YEAR, DateGuess.Certainty.CERTAIN));
  }

  @Test
  void dates_that_can_be_read_either_way_are_left_to_a_person_with_what_is_usual_there() {
    assertThat(guess(ListFiles.US, "3/4/1990", "1/2/1970"))
        .isEqualTo(new DateGuess(DateOrder.MONTH_DAY_YEAR, DateGuess.Certainty.AMBIGUOUS));
    assertThat(guess(ListFiles.DE, "3/4/1990", "1/2/1970"))
        .isEqualTo(new DateGuess(DateOrder.DAY_MONTH_YEAR, DateGuess.Certainty.AMBIGUOUS));
  }

  @Test
  void dates_of_which_some_fit_only_one_order_and_some_only_the_other_are_mixed() {
    assertThat(guess(ListFiles.US, "13/4/1990", "4/13/1970", "4/14/1970"))
        .isEqualTo(new DateGuess(DateOrder.MONTH_DAY_YEAR, DateGuess.Certainty.MIXED));
  }

  @Test
  void an_open_column_takes_its_order_from_a_sure_one() {
    Inspection.Understood look =
        ListFiles.readable(
            ListFiles.of(
                "Last Name,Date of Birth,Join Date\nLi,25/12/1990,01/02/2025\nRo,03/04/1980,02/03/2024\n"),
            ListFiles.US);

    assertThat(look.columns().get(2).dates())
        .isEqualTo(new DateGuess(DateOrder.DAY_MONTH_YEAR, DateGuess.Certainty.FROM_OTHER_COLUMN));
    assertThat(look.suggestion().columns().get(2).dateOrder()).isEqualTo(DateOrder.DAY_MONTH_YEAR);
    assertThat(look.datesToLookAt()).isEmpty();
  }

  @Test
  void columns_that_nothing_decides_are_named_for_a_look() {
    Inspection.Understood look =
        ListFiles.readable(ListFiles.of("Last Name,Date of Birth\nLi,01/02/1990\n"), ListFiles.US);

    assertThat(look.datesToLookAt())
        .extracting(ColumnMapping::field)
        .containsExactly(ImportField.BIRTH_DATE);
  }

  @Property(tries = 300)
  void dates_written_in_one_way_are_guessed_and_read_back(
      @ForAll("days") List<LocalDate> days, @ForAll("ways") String pattern) {
    DateTimeFormatter way = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    StringBuilder text = new StringBuilder("Last Name|Date of Birth\n");
    days.forEach(day -> text.append("Li|").append(way.format(day)).append('\n'));
    ImportSource source = ListFiles.of(text.toString());
    ImportContext context = pattern.startsWith("M") ? ListFiles.US : ListFiles.DE;

    List<ImportRow> rows = ListFiles.rows(source, ListFiles.mapping(source, context), context);

    assertThat(rows)
        .extracting(row -> ((ImportRow.Accepted) row).member().birthDate())
        .containsExactlyElementsOf(days);
  }

  @Property(tries = 300)
  void days_that_decide_are_read_back_wherever_the_gym_is(
      @ForAll("days") List<LocalDate> days, @ForAll("ways") String pattern) {
    DateTimeFormatter way = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    StringBuilder text = new StringBuilder("Last Name|Date of Birth\nLi|");
    text.append(way.format(LocalDate.of(1999, 12, 31))).append('\n');
    days.forEach(day -> text.append("Li|").append(way.format(day)).append('\n'));
    ImportSource source = ListFiles.of(text.toString());

    for (ImportContext context : List.of(ListFiles.US, ListFiles.DE)) {
      List<ImportRow> rows = ListFiles.rows(source, ListFiles.mapping(source, context), context);
      assertThat(rows.stream().skip(1))
          .extracting(row -> ((ImportRow.Accepted) row).member().birthDate())
          .containsExactlyElementsOf(days);
    }
  }

  @Provide
  Arbitrary<List<LocalDate>> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(1930, 1, 1).toEpochDay(), LocalDate.of(2020, 1, 1).toEpochDay())
        .map(LocalDate::ofEpochDay)
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  @Provide
  Arbitrary<String> ways() {
    return Arbitraries.of(
        "yyyy-MM-dd",
        "dd.MM.yyyy",
        "d.M.yyyy",
        "dd/MM/yyyy",
        "d/M/yyyy",
        "MM/dd/yyyy",
        "M/d/yyyy",
        "dd-MM-yyyy",
        "d MMM yyyy",
        "MMMM d, yyyy",
        "yyyy/MM/dd",
        "dd.MM.yyyy '14:05'");
  }
}
