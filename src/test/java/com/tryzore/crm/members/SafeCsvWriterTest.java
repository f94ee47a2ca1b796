package com.tryzore.crm.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCsvWriterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "=HYPERLINK(\"http://x.example\",\"click\")",
        "＝1",
        "+",
        "-",
        "'=1",
        "''=1"
      })
  void what_a_spreadsheet_would_run_is_written_behind_an_apostrophe(String cell) {
    assertThat(SafeCsvWriter.escape(cell)).isEqualTo("'" + cell);
    assertThat(SafeCsvWriter.unescape(SafeCsvWriter.escape(cell))).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+49 421 7204476",
        "+494217204476",
        "-12,50",
        "-1.234,50",
        "Ana Li",
        "'t Hooft",
        "1=1",
        "",
        "a@x.example",
        "2026-11-24"
      })
  void phone_numbers_amounts_and_names_stay_as_they_are(String cell) {
    assertThat(SafeCsvWriter.escape(cell)).isEqualTo(cell);
    assertThat(SafeCsvWriter.unescape(cell)).isEqualTo(cell);
  }

  @Property
  void whatever_is_written_can_be_read_back(@ForAll("cells") String cell) {
    String written = SafeCsvWriter.escape(cell);

    assertThat(SafeCsvWriter.unescape(written)).isEqualTo(cell);
    assertThat(written).doesNotMatch("(?s)\\s*[=@＝＋－＠].*").doesNotMatch("(?s)[\\t\\r\\n].*");
    assertThat(written).doesNotMatch("(?s)\\s*[+-].*[^0-9 .,].*");
  }

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.strings().withChars("=+-@\t\r\n' a1,.|!(＝＋").ofMaxLength(6);
  }

  @Test
  void rows_are_written_as_utf_8_with_a_mark_and_quoted_where_needed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (SafeCsvWriter csv = SafeCsvWriter.to(bytes, ';')) {
      csv.row("Zoë", null, "a;b", "say \"hi\"", "two\nlines");
    }

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("\uFEFFZoë;;\"a;b\";\"say \"\"hi\"\"\";\"two\nlines\"\r\n");
  }
}
