package com.tryzore.crm.members.imports;

import static com.tryzore.crm.members.imports.ListFiles.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableFilesTest {
  private static final String HEADER = "Member ID,First Name,Last Name,Email\r\n";

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\r\n", "\uFEFF", "\uFEFF\n\n"})
  void a_file_without_a_letter_is_empty(String text) {
    assertThat(refusal(ListFiles.of(text)).problem()).isEqualTo(FileProblem.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {HEADER, HEADER + "\r\n,,,\r\n", "Member ID,First Name,Last Name,Email"})
  void column_names_without_a_member_are_only_a_header(String text) {
    assertThat(refusal(ListFiles.of(text)).problem()).isEqualTo(FileProblem.HEADER_ONLY);
  }

  @Test
  void a_file_of_200_megabytes_is_refused_without_reading_it() {
    AtomicLong opened = new AtomicLong();
    ImportSource huge =
        new ImportSource() {
          @Override
          public InputStream open() {
            opened.incrementAndGet();
            return InputStream.nullInputStream();
          }

          @Override
          public long size() {
            return 200L * 1024 * 1024;
          }
        };

    FileRefusal refusal = refusal(huge);

    assertThat(refusal.problem()).isEqualTo(FileProblem.TOO_LARGE);
    assertThat(refusal.arguments()).containsExactly(209_715_200L, 52_428_800L);
    assertThat(opened).hasValue(0);
  }

  @Test
  void a_file_that_is_larger_than_it_said_is_stopped_at_the_limit() {
    byte[] list = ListFiles.bytes("members-riverside.csv");
    ImportSource liar =
        new ImportSource() {
          @Override
          public InputStream open() {
            return new ByteArrayInputStream(list);
          }

          @Override
          public long size() {
            return 1_000;
          }
        };
    ImportContext small =
        new ImportContext(ListFiles.TODAY, "US", new ImportLimits(400_000, 200_000));

    Inspection inspection = MemberListReader.inspect(liar, small, ImportProgress.UNWATCHED);

    assertThat(inspection)
        .isInstanceOfSatisfying(
            Inspection.Refused.class,
            refused -> assertThat(refused.refusal().problem()).isEqualTo(FileProblem.TOO_LARGE));
  }

  @Test
  void more_members_than_the_limit_are_refused() {
    ImportContext small = new ImportContext(ListFiles.TODAY, "US", new ImportLimits(1 << 20, 300));

    Inspection inspection =
        MemberListReader.inspect(ListFiles.MESSY, small, ImportProgress.UNWATCHED);

    assertThat(inspection)
        .isEqualTo(new Inspection.Refused(FileRefusal.of(FileProblem.TOO_MANY_ROWS, 300)));
  }

  @ParameterizedTest
  @CsvSource({
    "25504446 2d312e37 0a25, PDF",
    "89504e47 0d0a1a0a 0000, IMAGE",
    "ffd8ffe0 00104a46 4946, IMAGE",
    "47494638 39610100 0100, IMAGE",
    "d0cf11e0 a1b11ae1 0000, SPREADSHEET",
    "1f8b0800 00000000 0003, ARCHIVE",
    "7b5c7274 66315c61 6e73, DOCUMENT"
  })
  void a_file_of_another_kind_is_named_by_how_it_begins(String hex, FileKind kind) {
    byte[] beginning = java.util.HexFormat.of().parseHex(hex.replace(" ", ""));

    FileRefusal refusal = refusal(ImportSource.ofBytes(Arrays.copyOf(beginning, 4_000)));

    assertThat(refusal).isEqualTo(FileRefusal.of(FileProblem.NOT_A_TABLE, kind));
  }

  @ParameterizedTest
  @CsvSource({
    "xl/workbook.xml, SPREADSHEET",
    "word/document.xml, DOCUMENT",
    "holiday.jpg, ARCHIVE"
  })
  void an_office_file_is_told_from_an_archive(String entry, FileKind kind) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write("anything".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(refusal(ImportSource.ofBytes(zipped.toByteArray())))
        .isEqualTo(FileRefusal.of(FileProblem.NOT_A_TABLE, kind));
  }

  @Test
  void text_of_another_kind_is_named() {
    assertKind("<!doctype html><html><body>a,b</body></html>", FileKind.WEB_PAGE);
    assertKind("[{\"name\": \"Ana\", \"age\": 3}, {\"name\": \"Ben\"}]", FileKind.JSON);
    assertKind("BEGIN:VCARD\nVERSION:4.0\nFN:Ana Li\nEND:VCARD\n", FileKind.CONTACT_CARD);
    assertKind("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", FileKind.CALENDAR);
  }

  private static void assertKind(String text, FileKind kind) {
    assertThat(refusal(ListFiles.of(text)))
        .isEqualTo(FileRefusal.of(FileProblem.NOT_A_TABLE, kind));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a single column\nof things\nwithout a name\n",
        "12\n13\n14\n",
        """
        Dear Ana,

        thank you for your letter. We were, of course, glad to read it, and so on.
        As to the towels, which you mention, we have, at last, bought some; new ones, too.
        Yours, Ben
        """,
      })
  void text_without_columns_is_no_table(String text) {
    assertThat(refusal(ListFiles.of(text)))
        .isEqualTo(FileRefusal.of(FileProblem.NOT_A_TABLE, FileKind.TEXT));
  }

  @Test
  void bytes_at_random_are_no_table() {
    for (int seed = 0; seed < 50; seed++) {
      byte[] noise = new byte[20_000];
      new Random(seed).nextBytes(noise);

      assertThat(refusal(ImportSource.ofBytes(noise)).problem())
          .isIn(FileProblem.ENCODING_UNKNOWN, FileProblem.NOT_A_TABLE);
    }
  }

  @Test
  void a_list_cut_within_quotes_names_the_row_in_which_it_breaks_off() {
    assertThat(refusal(ListFiles.of(HEADER + "M1,Ana,Li,a@x.example\r\nM2,\"Ben \"\"B")))
        .isEqualTo(FileRefusal.of(FileProblem.ENDS_WITHIN_QUOTES, 3));
    assertThat(refusal(ListFiles.of("Member ID,\"First Name,Last Name\nM1,Ana,Li\n")).problem())
        .isIn(FileProblem.ENDS_WITHIN_QUOTES, FileProblem.NOT_A_TABLE);
  }

  @Test
  void a_list_cut_within_its_last_row_names_that_row() {
    assertThat(refusal(ListFiles.of(HEADER + "M1,Ana,Li,a@x.example\r\nM2,Ben,Okaf")))
        .isEqualTo(FileRefusal.of(FileProblem.ENDS_WITHIN_A_ROW, 3));
  }

  @Test
  void a_list_cut_within_a_letter_of_several_bytes_breaks_off() {
    byte[] whole = (HEADER + "M1,Zoë,Li,\r\nM2,Zo").getBytes(StandardCharsets.UTF_8);

    assertThat(refusal(ImportSource.ofBytes(ListFiles.joined(whole, new byte[] {(byte) 0xC3}))))
        .isEqualTo(FileRefusal.of(FileProblem.ENDS_WITHIN_A_LETTER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void a_list_of_two_byte_letters_with_an_odd_byte_at_its_end_breaks_off(Charset charset) {
    byte[] whole = ("\uFEFF" + HEADER + "M1,Ana,Li,\r\n").getBytes(charset);

    assertThat(refusal(ImportSource.ofBytes(Arrays.copyOf(whole, whole.length - 1))))
        .isEqualTo(FileRefusal.of(FileProblem.ENDS_WITHIN_A_LETTER));
  }

  @Test
  void riverside_cut_anywhere_but_between_its_rows_or_in_its_last_cell_is_refused() {
    byte[] whole = ListFiles.bytes("members-riverside.csv");
    Random cuts = new Random(7);
    for (int i = 0; i < 60; i++) {
      int cut = 5_000 + cuts.nextInt(300_000);
      byte[] part = Arrays.copyOf(whole, cut);
      Inspection inspection =
          MemberListReader.inspect(
              ImportSource.ofBytes(part), ListFiles.US, ImportProgress.UNWATCHED);

      if (inspection instanceof Inspection.Understood readable) {
        assertThat(cellsInLastLine(part)).isIn(0, 15);
        assertThat(part[cut - 1] == '\n' || part[cut - 1] == '\r')
            .isNotEqualTo(readable.notices().contains(FileNotice.LAST_LINE_HAS_NO_END));
      } else {
        assertThat(((Inspection.Refused) inspection).refusal().problem())
            .isIn(
                FileProblem.ENDS_WITHIN_A_ROW,
                FileProblem.ENDS_WITHIN_A_LETTER,
                FileProblem.ENDS_WITHIN_QUOTES);
      }
    }
  }

  private static int cellsInLastLine(byte[] part) {
    String text = new String(part, StandardCharsets.UTF_8);
    String line = text.substring(text.lastIndexOf('\n') + 1);
    return line.isEmpty()
        ? 0
        : ListFiles.table(
                ListFiles.of(line + "\n"), new Dialect(TextEncoding.UTF_8, Delimiter.COMMA))
            .getFirst()
            .cells()
            .size();
  }

  @Test
  void a_quote_that_is_never_closed_in_a_long_list_is_a_runaway_cell() {
    String row = "M1,Ana,Li,a@x.example\r\n";
    String text = HEADER + "M0,\"Ana,Li,\r\n" + row.repeat(60_000);

    assertThat(refusal(ListFiles.of(text))).isEqualTo(FileRefusal.of(FileProblem.RUNAWAY_CELL, 2));
  }

  @Test
  void a_row_of_a_million_cells_is_refused() {
    String text = HEADER + "M1,Ana,Li,\r\n" + ",".repeat(1_000_000) + "\r\n";

    assertThat(refusal(ListFiles.of(text))).isEqualTo(FileRefusal.of(FileProblem.RUNAWAY_CELL, 3));
  }

  @Test
  void a_list_that_announces_utf_8_and_is_not_is_refused() {
    byte[] list =
        ListFiles.joined(
            new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
            (HEADER + "M1,Zoë,Li,\r\n").getBytes(Charset.forName("windows-1252")));

    assertThat(refusal(ImportSource.ofBytes(list)))
        .isEqualTo(FileRefusal.of(FileProblem.ENCODING_DOES_NOT_FIT, "UTF-8", 2));
  }

  @Test
  void letters_of_no_known_encoding_are_refused() {
    byte[] list =
        ListFiles.joined(
            HEADER.getBytes(StandardCharsets.US_ASCII),
            new byte[] {'M', '1', ',', 'M', (byte) 0x81, 'l', ',', 'L', 'i', ',', '\r', '\n'});

    assertThat(refusal(ImportSource.ofBytes(list)).problem())
        .isEqualTo(FileProblem.ENCODING_UNKNOWN);
  }

  @Test
  void an_encoding_that_a_person_chose_wrongly_is_refused_not_garbled() {
    Inspection inspection =
        MemberListReader.inspect(
            ListFiles.HARBOUR,
            new Dialect(TextEncoding.UTF_8, Delimiter.SEMICOLON),
            ListFiles.DE,
            ImportProgress.UNWATCHED);

    assertThat(inspection)
        .isInstanceOfSatisfying(
            Inspection.Refused.class,
            refused ->
                assertThat(refused.refusal().problem())
                    .isEqualTo(FileProblem.ENCODING_DOES_NOT_FIT));
  }

  @Test
  void a_file_that_broke_off_since_it_was_looked_at_hands_over_rows_only_to_throw_in_the_end() {
    ImportMapping mapping = ListFiles.mapping(ListFiles.RIVERSIDE, ListFiles.US);
    byte[] whole = ListFiles.bytes("members-riverside.csv");
    ImportSource cut = ImportSource.ofBytes(Arrays.copyOf(whole, 300_010));

    DryRunResult result =
        MemberListReader.dryRun(
            cut, mapping, ListFiles.US, ExistingMembers.NONE, ImportProgress.UNWATCHED);

    assertThat(result).isInstanceOf(DryRunResult.Refused.class);
  }
}
