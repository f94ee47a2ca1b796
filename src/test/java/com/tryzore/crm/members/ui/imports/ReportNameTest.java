package com.tryzore.crm.members.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The name of a report is made from a name that a stranger may have chosen. */
class ReportNameTest {

  @Test
  void a_report_is_called_after_its_list() {
    assertThat(ReportDownload.reportName("Mitglieder März_2.csv"))
        .isEqualTo("import-report-Mitglieder-März_2.csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil\"; filename=\"page.html",
        "a\r\nSet-Cookie: zore=1.csv",
        "..\\..\\autorun.exe.csv",
        "../../etc/passwd",
        "x;y=z%0d%0a.csv",
        "",
        ".csv"
      })
  void no_name_ends_the_header_or_chooses_another_kind_of_file(String name) {
    assertThat(ReportDownload.reportName(name))
        .matches("import-report-[\\p{L}\\p{N}_-]*\\.csv")
        .hasSizeLessThanOrEqualTo(100);
  }
}
