package com.tryzore.crm.bench;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.imports.ImportId;
import com.tryzore.crm.members.imports.ImportProgress;
import com.tryzore.crm.members.imports.ImportSource;
import com.tryzore.crm.members.imports.MemberImport;
import com.tryzore.crm.members.imports.MemberImports;
import com.tryzore.crm.members.imports.UndoResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How many members an import takes a second, from the file on disk to the commit, and how long it
 * takes to take them back. Needs no screen: the binding may be any account's that has the right to
 * import.
 */
final class ImportThroughput {
  private final MemberImports imports;
  private final Bindings bindings;
  private final Binding admin;

  ImportThroughput(MemberImports imports, Bindings bindings, Binding admin) {
    this.imports = imports;
    this.bindings = bindings;
    this.admin = admin;
  }

  /**
   * What was measured.
   *
   * @param upload reading, guessing and keeping the file
   * @param run the import itself, every row with words, standing, tag and audit
   */
  record Figures(ImportId id, int rows, Duration upload, Duration run) {
    /** Members a second, without the upload. */
    double rowsPerSecond() {
      return rows * 1000.0 / run.toMillis();
    }
  }

  /** Imports so many generated members. */
  Figures run(int rows) throws IOException, InterruptedException {
    Path list = Files.createTempFile("members", ".csv");
    try {
      Files.writeString(list, list(rows), StandardCharsets.UTF_8);
      long begun = System.nanoTime();
      ImportId id =
          bindings.callAs(
              admin,
              () ->
                  ((MemberImports.Upload.Kept)
                          imports.upload(
                              "members.csv", ImportSource.ofFile(list), ImportProgress.UNWATCHED))
                      .id());
      long kept = System.nanoTime();
      if (!bindings.callAs(admin, () -> imports.start(id))) {
        throw new IllegalStateException("the import did not start");
      }
      MemberImport done = settled(id);
      if (done.counts().created() != rows) {
        throw new IllegalStateException("imported " + done);
      }
      return new Figures(
          id, rows, Duration.ofNanos(kept - begun), Duration.ofNanos(System.nanoTime() - kept));
    } finally {
      Files.delete(list);
    }
  }

  /** Takes an import back; how long that took. */
  Duration undo(ImportId id) throws InterruptedException {
    long begun = System.nanoTime();
    if (!(bindings.callAs(admin, () -> imports.undo(id)) instanceof UndoResult.Started)) {
      throw new IllegalStateException("the undo did not start");
    }
    settled(id);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private MemberImport settled(ImportId id) throws InterruptedException {
    while (true) {
      MemberImport job = bindings.callAs(admin, () -> imports.find(id).orElseThrow());
      if (!job.status().isBusy()) {
        return job;
      }
      Thread.sleep(20);
    }
  }

  private static String list(int rows) {
    StringBuilder text =
        new StringBuilder(
            "Member ID,First Name,Last Name,Email,Mobile Phone,Date of Birth,Join Date,Status,"
                + "Membership,Expiry Date,Tags,Notes\r\n");
    for (int i = 0; i < rows; i++) {
      text.append(
          "T%06d,First%d,Last%d,member%d@example.com,+1 212 %03d %04d,19%02d-%02d-%02d,2026-01-05,Active,Unlimited,2027-01-05,%s,%s\r\n"
              .formatted(
                  i,
                  i % 977,
                  i,
                  i,
                  200 + i % 700,
                  i % 10_000,
                  40 + i % 60,
                  1 + i % 12,
                  1 + i % 28,
                  i % 2 == 0 ? "yoga|spin" : "",
                  i % 10 == 0 ? "prefers mornings" : ""));
    }
    return text.toString();
  }
}
