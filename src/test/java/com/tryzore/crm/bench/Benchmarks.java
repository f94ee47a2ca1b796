package com.tryzore.crm.bench;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.UserId;
import com.tryzore.crm.frontdesk.FrontDesk;
import com.tryzore.crm.members.MemberRoster;
import com.tryzore.crm.members.MemberSearch;
import com.tryzore.crm.members.MemberStatus;
import com.tryzore.crm.members.RosterFilter;
import com.tryzore.crm.members.imports.MemberImports;
import com.tryzore.crm.tags.Tag;
import com.tryzore.crm.tags.TagId;
import com.tryzore.crm.tags.Tags;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What {@code bin/zore bench} runs: fills a database (once, it is kept in {@code target/bench}),
 * measures, prints tables and writes {@code docs/benchmarks.md}.
 *
 * <pre>
 * bin/zore bench [--members 1000000] [--largest 204000] [--gyms 20] [--rounds 200] [--rows 100000]
 *                [--tabs 200] [--bookings 2000] [--occurrences 1000000] [--folder target/bench] [--page docs/benchmarks.md]
 *                [--only rls|keystrokes|check-ins|heap|week|import|bookings|expansion|start-up]
 * </pre>
 */
public final class Benchmarks {
  private final Arguments arguments;

  private Benchmarks(Arguments arguments) {
    this.arguments = arguments;
  }

  /** Runs all of them. */
  public static void main(String[] args) throws Exception {
    new Benchmarks(new Arguments(args)).run();
  }

  private void run() throws Exception {
    MillionMembers sizes =
        new MillionMembers(
            arguments.number("members", 1_000_000),
            arguments.number("largest", 204_000),
            arguments.number("gyms", 20));
    Path folder = Path.of(arguments.text("folder", "target/bench"));
    int rounds = arguments.number("rounds", 200);
    String load = Report.load();
    Report report;
    try (BenchDatabase database = BenchDatabase.open(folder, sizes)) {
      report = new Report(database.version(), sizes, load);
      Binding staff =
          database
              .bean(Gate.class)
              .open(
                  new UserId(database.largest().staff()), database.largest().slug(), Instant.now());
      if (wanted("rls")) {
        new RowLevelSecurity(database, staff).measure(report, rounds);
      }
      if (wanted("keystrokes")) {
        keystrokes(database, staff, report, Math.max(5, rounds / 5));
      }
      if (wanted("check-ins")) {
        checkIns(database, staff, report, rounds * 5);
      }
      if (wanted("heap")) {
        new OpenRosters(database).measure(report, arguments.number("tabs", 200));
      }
      if (wanted("week")) {
        new WeekView(database).measure(report, rounds);
      }
      if (wanted("import")) {
        imports(database, report, arguments.number("rows", 100_000));
      }
    }
    if (wanted("bookings")) {
      bookings(report, arguments.number("bookings", 2_000));
    }
    if (wanted("expansion")) {
      Expansions.measure(report, arguments.number("occurrences", 1_000_000));
    }
    if (wanted("start-up") && StartUp.isBuilt()) {
      StartUp.measure(report, folder.resolve("start-up"), 3);
    }
    if (arguments.text("only", "").isEmpty()) {
      report.write(Path.of(arguments.text("page", "docs/benchmarks.md")));
    }
  }

  /** Whether a part is to be run; with {@code --only} one is, and the page stays as it was. */
  private boolean wanted(String part) {
    return Set.of("", part).contains(arguments.text("only", ""));
  }

  private static void keystrokes(
      BenchDatabase database, Binding staff, Report report, int questions) {
    Bindings bindings = database.bean(Bindings.class);
    MemberRoster roster = database.bean(MemberRoster.class);
    MemberSearch search = database.bean(MemberSearch.class);
    List<TagId> tags =
        bindings.callAs(
            staff, () -> database.bean(Tags.class).all().stream().map(Tag::id).toList());
    Keystrokes keystrokes = new Keystrokes(questions, database.largest().members(), tags);
    CpuClock cpu = new CpuClock(database.postmaster());
    report.table(
        "A keystroke in the roster",
        "The service's answer: first page with tags, and the count; each question is asked twice, the quicker counts."
            + " Goal: 20 ms at the median.",
        List.of("what", "median", "95 %", "slowest", "CPU, median", "CPU, 95 %"));
    for (Keystrokes.Kind kind : keystrokes.all()) {
      report.row(
          cells(
              kind.name(),
              kind.questions(),
              question ->
                  bindings.callAs(staff, () -> roster.open(question.filter(), question.order())),
              cpu));
    }
    report.table(
        "Palette and check-in field",
        "The service's answer to 1 to 5 letters. Goal: the whole answer within 300 ms.",
        List.of("what", "median", "95 %", "slowest", "CPU, median", "CPU, 95 %"));
    report.row(
        cells(
            "the first six",
            keystrokes.searches(),
            typed -> bindings.callAs(staff, () -> search.find(typed, 6)),
            cpu));
  }

  private static <T> Object[] cells(String name, List<T> questions, Consumer<T> ask, CpuClock cpu) {
    long[] wall = new long[questions.size()];
    long[] work = new long[questions.size()];
    for (int i = 0; i < wall.length; i++) {
      wall[i] = Long.MAX_VALUE;
      work[i] = Long.MAX_VALUE;
      for (int time = 0; time < 2; time++) {
        long worked = cpu.nanos();
        long begun = System.nanoTime();
        ask.accept(questions.get(i));
        wall[i] = Math.min(wall[i], System.nanoTime() - begun);
        work[i] = Math.min(work[i], cpu.nanos() - worked);
      }
    }
    Timings took = new Timings(wall);
    Timings worked = new Timings(work);
    return new Object[] {
      name, took.median(), took.p95(), took.max(), worked.median(), worked.p95()
    };
  }

  private static void checkIns(BenchDatabase database, Binding staff, Report report, int each)
      throws Exception {
    Bindings bindings = database.bean(Bindings.class);
    RosterFilter active =
        new RosterFilter(
            "",
            Set.of(MemberStatus.ACTIVE),
            Set.of(),
            Set.of(),
            null,
            null,
            Optional.empty(),
            OptionalInt.empty());
    var members =
        bindings.callAs(
            staff, () -> database.bean(MemberRoster.class).clients(active, 4 * each + 200));
    new CheckIns(database.bean(FrontDesk.class), bindings, staff, List.copyOf(members))
        .measure(report, each);
  }

  private static void bookings(Report report, int bookings) throws Exception {
    report.table(
        "Bookings",
        "%,d bookings over 8 connections, one bound transaction each, on a database without fsync, beside the bare update that counts a seat."
            .formatted(bookings),
        List.of("what", "a second", "median", "99 %"));
    for (BookingThroughput.Figure figure : BookingThroughput.run(bookings)) {
      report.row(
          figure.what(), Math.round(figure.perSecond()), figure.p50Millis(), figure.p99Millis());
    }
  }

  private static void imports(BenchDatabase database, Report report, int rows) throws Exception {
    Binding admin =
        database
            .bean(Gate.class)
            .open(new UserId(database.admin()), database.smallest().slug(), Instant.now());
    ImportThroughput throughput =
        new ImportThroughput(
            database.bean(MemberImports.class), database.bean(Bindings.class), admin);
    ImportThroughput.Figures figures = throughput.run(rows);
    double undo = throughput.undo(figures.id()).toMillis() / 1000.0;
    report.table(
        "Import",
        "From the file on disk to the commit, with words, tags, notes and audit, in seconds; heap at most %d MB. Goal: 100,000 rows in under 60 s in 512 MB."
            .formatted(Runtime.getRuntime().maxMemory() >> 20),
        List.of("rows", "reading and keeping the file", "import", "rows a second", "undo"));
    report.row(
        figures.rows(),
        figures.upload().toMillis() / 1000.0,
        figures.run().toMillis() / 1000.0,
        Math.round(figures.rowsPerSecond()),
        undo);
  }
}
