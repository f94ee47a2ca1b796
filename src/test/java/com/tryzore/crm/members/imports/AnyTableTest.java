package com.tryzore.crm.members.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tables of every kind, written in every way, and read back. */
class AnyTableTest {

  @Property(tries = 400)
  void a_table_written_in_any_way_is_read_back_the_same(
      @ForAll("tables") List<List<String>> table,
      @ForAll Delimiter delimiter,
      @ForAll TextEncoding encoding,
      @ForAll boolean mark,
      @ForAll boolean quoteAll,
      @ForAll LineDelimiter lineEnd) {
    String text = written(table, delimiter, quoteAll, lineEnd);
    List<List<String>> kept = keptBy(encoding, table);
    byte[] bytes =
        encoded(keptBy(encoding, List.of(List.of(text))).getFirst().getFirst(), encoding, mark);

    List<TableRow> read =
        ListFiles.table(ImportSource.ofBytes(bytes), new Dialect(encoding, delimiter));

    assertThat(read.stream().map(TableRow::cells)).containsExactlyElementsOf(kept);
    assertThat(read.getLast().number()).isEqualTo(kept.size());
  }

  @Property(tries = 400)
  void a_list_of_members_is_recognised_however_it_is_written(
      @ForAll("members") List<List<String>> members,
      @ForAll Delimiter delimiter,
      @ForAll TextEncoding encoding,
      @ForAll boolean mark,
      @ForAll boolean quoteAll,
      @ForAll LineDelimiter lineEnd) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("Mitgliedsnr.", "Vorname", "Nachname", "E-Mail", "Straße"));
    table.addAll(members);
    byte[] bytes = encoded(written(table, delimiter, quoteAll, lineEnd), encoding, mark);

    Inspection.Understood look = ListFiles.readable(ImportSource.ofBytes(bytes), ListFiles.DE);

    assertThat(look.suggestion().dialect()).isEqualTo(new Dialect(encoding, delimiter));
    assertThat(look.rows()).isEqualTo(members.size());
    assertThat(look.preview().getFirst().cells()).isEqualTo(members.getFirst());
    assertThat(look.suggestion().columns())
        .extracting(ColumnMapping::field)
        .containsExactly(
            ImportField.MEMBER_NUMBER,
            ImportField.FIRST_NAME,
            ImportField.LAST_NAME,
            ImportField.EMAIL,
            ImportField.STREET);
  }

  @Property(tries = 300)
  void a_table_cut_short_is_never_read_as_if_it_were_whole(
      @ForAll("members") List<List<String>> members, @ForAll boolean quoteAll) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("Mitgliedsnr.", "Vorname", "Nachname", "E-Mail", "Straße"));
    table.addAll(members);
    String text = written(table, Delimiter.SEMICOLON, quoteAll, LineDelimiter.CRLF);
    String cut = text.substring(0, text.lastIndexOf(';'));

    Inspection inspection =
        MemberListReader.inspect(ListFiles.of(cut), ListFiles.DE, ImportProgress.UNWATCHED);

    assertThat(inspection).isInstanceOf(Inspection.Refused.class);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cell =
        Arbitraries.strings()
            .withChars("abzÄéñß€ '=+\"\",;|\t\n0\u00A0")
            .withChars('\u4E2D', '\u0451')
            .ofMaxLength(8);
    return Arbitraries.integers()
        .between(2, 5)
        .flatMap(
            width ->
                cell.list()
                    .ofSize(width)
                    .filter(row -> row.stream().anyMatch(text -> !text.isBlank()))
                    .filter(row -> !row.getFirst().startsWith("sep="))
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(12));
  }

  @Provide
  Arbitrary<List<List<String>>> members() {
    Arbitrary<String> number = Arbitraries.integers().between(1, 999_999).map(n -> "M" + n);
    Arbitrary<String> name =
        Arbitraries.of(
            "Zoë", "Ana", "José \"Pepe\"", "Jörg", "D'Andre", "Li, jr.", "Anne|Marie", "");
    Arbitrary<String> family =
        Arbitraries.of("Müller", "O'Brien", "van der\nBerg", "Smith; Jones", "Åkesson", "Li");
    Arbitrary<String> email = Arbitraries.of("", "a@x.example", "zoe.m@mail.example.de");
    Arbitrary<String> street = Arbitraries.of("Am Wall 1, Hinterhaus", "Große Str. 2; EG", "");
    return Combinators.combine(number, name, family, email, street)
        .as((a, b, c, d, e) -> List.of(a, b, c, d, e))
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  private static String written(
      List<List<String>> table, Delimiter delimiter, boolean quoteAll, LineDelimiter lineEnd) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(delimiter.character())
            .quoteStrategy(quoteAll ? QuoteStrategies.ALWAYS : QuoteStrategies.REQUIRED)
            .lineDelimiter(lineEnd)
            .build(text)) {
      table.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** What is left of a table in an encoding that lacks some of its letters. */
  private static List<List<String>> keptBy(TextEncoding encoding, List<List<String>> table) {
    return table.stream()
        .map(row -> row.stream().map(cell -> kept(encoding, cell)).toList())
        .toList();
  }

  private static String kept(TextEncoding encoding, String cell) {
    return new String(cell.getBytes(encoding.charset()), encoding.charset());
  }

  private static byte[] encoded(String text, TextEncoding encoding, boolean mark) {
    boolean marked = mark && encoding != TextEncoding.WINDOWS_1252;
    return ((marked ? "\uFEFF" : "") + text).getBytes(encoding.charset());
  }

  @Property(tries = 50)
  void rows_keep_their_numbers_however_many_blank_ones_lie_between(
      @ForAll("gaps") List<Integer> gaps) {
    StringBuilder text = new StringBuilder("First Name,Last Name\n");
    List<Integer> expected = new ArrayList<>();
    int number = 1;
    for (int gap : gaps) {
      text.append("\n".repeat(gap)).append("Ana,Li\n");
      number += gap + 1;
      expected.add(number);
    }

    List<TableRow> rows =
        ListFiles.table(
            ListFiles.of(text.toString()), new Dialect(TextEncoding.UTF_8, Delimiter.COMMA));

    assertThat(rows.stream().skip(1).map(TableRow::number)).containsExactlyElementsOf(expected);
  }

  @Provide
  Arbitrary<List<Integer>> gaps() {
    return Arbitraries.integers()
        .between(0, 4)
        .list()
        .ofMaxSize(20)
        .map(list -> list.isEmpty() ? Collections.singletonList(0) : list);
  }
}
