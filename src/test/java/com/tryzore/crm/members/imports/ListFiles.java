package com.tryzore.crm.members.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The lists that tests read, and shorter ways to read them. */
final class ListFiles {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  static final ImportContext US = ImportContext.of(TODAY, "US");
  static final ImportContext DE = ImportContext.of(TODAY, "DE");
  static final ImportSource RIVERSIDE = resource("members-riverside.csv");
  static final ImportSource HARBOUR = resource("members-harbour-de.csv");
  static final ImportSource MESSY = resource("members-messy.csv");

  private ListFiles() {}

  static byte[] bytes(String name) {
    try (InputStream in = ListFiles.class.getResourceAsStream("/import/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImportSource resource(String name) {
    return ImportSource.ofBytes(bytes(name));
  }

  static ImportSource of(String text) {
    return of(text, StandardCharsets.UTF_8);
  }

  static ImportSource of(String text, Charset charset) {
    return ImportSource.ofBytes(text.getBytes(charset));
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static Inspection.Understood readable(ImportSource source, ImportContext context) {
    Inspection inspection = MemberListReader.inspect(source, context, ImportProgress.UNWATCHED);
    if (inspection instanceof Inspection.Understood readable) {
      return readable;
    }
    throw new AssertionError("not readable: " + inspection);
  }

  static FileRefusal refusal(ImportSource source) {
    Inspection inspection = MemberListReader.inspect(source, US, ImportProgress.UNWATCHED);
    if (inspection instanceof Inspection.Refused refused) {
      return refused.refusal();
    }
    throw new AssertionError("not refused: " + inspection);
  }

  static ImportMapping mapping(ImportSource source, ImportContext context) {
    return readable(source, context).suggestion();
  }

  /** Inspects, takes the guess as it is, and tries the import. */
  static DryRun dryRun(ImportSource source, ImportContext context) {
    return dryRun(source, mapping(source, context), context);
  }

  static DryRun dryRun(ImportSource source, ImportMapping mapping, ImportContext context) {
    DryRunResult result =
        MemberListReader.dryRun(
            source, mapping, context, ExistingMembers.NONE, ImportProgress.UNWATCHED);
    if (result instanceof DryRunResult.Done done) {
      return done.dryRun();
    }
    throw new AssertionError("not tried: " + result);
  }

  static List<ImportRow> rows(ImportSource source, ImportMapping mapping, ImportContext context) {
    List<ImportRow> rows = new ArrayList<>();
    MemberListReader.forEachBatch(
        source,
        mapping,
        context,
        ExistingMembers.NONE,
        ImportProgress.UNWATCHED,
        batch -> batch.forEach(examined -> rows.add(examined.row())));
    return rows;
  }

  static List<ImportRow> rows(String text, ImportContext context) {
    ImportSource source = of(text);
    return rows(source, mapping(source, context), context);
  }

  /** The single member of a list of one, as read by the guess. */
  static MemberDraft member(String text, ImportContext context) {
    ImportRow row = rows(text, context).getFirst();
    if (row instanceof ImportRow.Accepted accepted) {
      return accepted.member();
    }
    throw new AssertionError("not accepted: " + row);
  }

  static List<RowProblem> problems(String text, ImportContext context) {
    ImportRow row = rows(text, context).getFirst();
    if (row instanceof ImportRow.Rejected rejected) {
      return rejected.problems().stream().map(ProblemAt::problem).toList();
    }
    throw new AssertionError("not rejected: " + row);
  }

  static List<TableRow> table(ImportSource source, Dialect dialect) {
    List<TableRow> rows = new ArrayList<>();
    try (TableReader table = TableReader.open(source, dialect, ImportLimits.USUAL)) {
      rows.add(new TableRow(1, table.header()));
      for (TableRow row = table.next(); row != null; row = table.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
