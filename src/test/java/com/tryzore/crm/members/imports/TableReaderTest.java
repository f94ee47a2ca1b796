package com.tryzore.crm.members.imports;

import static com.tryzore.crm.members.imports.ListFiles.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.members.MemberStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableReaderTest {
  private static final Dialect COMMA = new Dialect(TextEncoding.UTF_8, Delimiter.COMMA);

  @Test
  void rows_are_counted_as_records_whatever_line_breaks_their_cells_hold() {
    List<TableRow> rows = table(ListFiles.of("a,b\r\n\"1\r\n2\n3\",x\r\ny,z\r\n"), COMMA);

    assertThat(rows)
        .containsExactly(
            new TableRow(1, List.of("a", "b")),
            new TableRow(2, List.of("1\r\n2\n3", "x")),
            new TableRow(3, List.of("y", "z")));
  }

  @Test
  void blank_rows_are_passed_over_but_counted_as_a_spreadsheet_counts_them() {
    List<TableRow> rows = table(ListFiles.of("\n\na,b\n\n1,2\n , \n3,4"), COMMA);

    assertThat(rows)
        .containsExactly(
            new TableRow(1, List.of("a", "b")),
            new TableRow(3, List.of("1", "2")),
            new TableRow(5, List.of("3", "4")));
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_column() {
    assertThat(table(ListFiles.of("\uFEFFa,b\n1,2\n"), COMMA).getFirst().cells())
        .containsExactly("a", "b");
  }

  @Test
  void quotes_are_taken_as_they_are_meant() {
    List<TableRow> rows =
        table(
            ListFiles.of("a,b,c\n\"x,y\",\"say \"\"hi\"\"\",5\" pipe\n\"half\"quoted,,\n"), COMMA);

    assertThat(rows.get(1).cells()).containsExactly("x,y", "say \"hi\"", "5\" pipe");
    assertThat(rows.get(2).cells()).containsExactly("halfquoted", "", "");
  }

  @Test
  void lines_may_end_as_they_did_on_old_macintoshes() {
    assertThat(table(ListFiles.of("a,b\r1,2\r3,4\r"), COMMA)).hasSize(3);
  }

  @Test
  void a_hint_for_spreadsheet_programs_tells_the_delimiter_and_is_no_row() {
    ImportSource source = ListFiles.of("sep=|\r\nName|Nachname|Vorname\r\nx|Li|Ana\r\n");

    Inspection.Understood look = ListFiles.readable(source, ListFiles.DE);

    assertThat(look.suggestion().dialect().delimiter()).isEqualTo(Delimiter.PIPE);
    assertThat(look.rows()).isEqualTo(1);
    assertThat(look.preview().getFirst().number()).isEqualTo(2);
  }

  @Test
  void trailing_cells_without_a_name_may_be_missing_or_blank() {
    DryRun dryRun =
        ListFiles.dryRun(
            ListFiles.of("First Name,Last Name,Email,,\nAna,Li,a@x.example\nBen,Okafor,,,,,\n"),
            ListFiles.US);

    assertThat(dryRun.accepted()).isEqualTo(2);
  }

  @Test
  void a_list_of_names_alone_is_a_table_of_one_column() {
    DryRun dryRun =
        ListFiles.dryRun(ListFiles.of("Name\nAna Li\nBen van der Berg\n"), ListFiles.US);

    assertThat(dryRun.sample())
        .extracting(row -> row.member().familyName())
        .containsExactly("Li", "van der Berg");
  }

  @Test
  void a_first_row_that_is_a_member_is_noticed() {
    Inspection.Understood look =
        ListFiles.readable(
            ListFiles.of("Ana,Li,ana@x.example\nBen,Okafor,ben@x.example\n"), ListFiles.US);

    assertThat(look.notices()).contains(FileNotice.FIRST_ROW_LOOKS_LIKE_A_MEMBER);
  }

  @Test
  void a_last_line_without_an_end_is_noticed_and_read() {
    Inspection.Understood look =
        ListFiles.readable(ListFiles.of("First Name,Last Name\nAna,Li\nBen,Okafor"), ListFiles.US);

    assertThat(look.rows()).isEqualTo(2);
    assertThat(look.notices()).containsExactly(FileNotice.LAST_LINE_HAS_NO_END);
    assertThat(ListFiles.readable(ListFiles.RIVERSIDE, ListFiles.US).notices()).isEmpty();
  }

  @Test
  void progress_is_told_in_rows_and_bytes_up_to_the_whole_file() {
    long[] last = new long[3];
    MemberListReader.inspect(
        ListFiles.RIVERSIDE,
        ListFiles.US,
        (rows, bytes, total) -> {
          assertThat(rows).isGreaterThanOrEqualTo(last[0]);
          assertThat(bytes).isGreaterThanOrEqualTo(last[1]);
          last[0] = rows;
          last[1] = bytes;
          last[2] = total;
          return true;
        });

    assertThat(last).containsExactly(5000, 881_201, 881_201);
  }

  @Test
  void cancelling_stops_within_a_batch() {
    long[] seen = new long[1];
    ImportProgress impatient =
        (rows, bytes, total) -> {
          seen[0] = rows;
          return rows < 1_000;
        };
    ImportMapping mapping = ListFiles.mapping(ListFiles.RIVERSIDE, ListFiles.US);

    assertThat(MemberListReader.inspect(ListFiles.RIVERSIDE, ListFiles.US, impatient))
        .isEqualTo(new Inspection.Cancelled());
    assertThat(
            MemberListReader.dryRun(
                ListFiles.RIVERSIDE, mapping, ListFiles.US, ExistingMembers.NONE, impatient))
        .isEqualTo(new DryRunResult.Cancelled());
    assertThat(seen[0]).isEqualTo(1_000);
    assertThat(mapping.statusWhenBlank()).isEqualTo(MemberStatus.ACTIVE);
  }
}
