package com.tryzore.crm.members.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportReportTest {
  @Test
  void the_report_says_row_outcome_reason_number_and_name_and_runs_no_formula() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImportReport report =
        new ImportReport(bytes, key -> key.substring(key.lastIndexOf('.') + 1))) {
      report.row(
          2, ImportReport.Outcome.CREATED, List.of(), "M1", "=HYPERLINK(\"http://x\",\"click\")");
      report.row(
          3,
          ImportReport.Outcome.REJECTED,
          List.of(
              RowProblem.LAST_NAME_MISSING.messageKey(), RowProblem.STATUS_UNKNOWN.messageKey()),
          null,
          null);
    }

    assertThat(bytes.toString(StandardCharsets.UTF_8).split("\r\n", -1))
        .containsExactly(
            "\uFEFFrow,outcome,reason,number,name",
            "2,created,,M1,\"'=HYPERLINK(\"\"http://x\"\",\"\"click\"\")\"",
            "3,rejected,last-name-missing; status-unknown,,",
            "");
  }
}
