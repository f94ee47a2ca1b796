package com.tryzore.crm.bench;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.UserId;
import com.tryzore.crm.schedule.Calendar;
import com.tryzore.crm.schedule.ui.WeekOnScreen;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;

/** How long the server takes for a week of 500 events, in a gym that has 25,000. */
final class WeekView {

  private static final String TITLE = "Class of the benchmark";
  private static final LocalDate DAY = LocalDate.of(2031, 3, 5);

  private final BenchDatabase database;
  private final Bindings bindings;
  private final Calendar calendar;

  WeekView(BenchDatabase database) {
    this.database = database;
    this.bindings = database.bean(Bindings.class);
    this.calendar = database.bean(Calendar.class);
  }

  void measure(Report report, int rounds) throws SQLException {
    fill();
    Binding staff =
        database
            .bean(Gate.class)
            .open(
                new UserId(database.smallest().staff()), database.smallest().slug(), Instant.now());
    int events = bindings.callAs(staff, () -> WeekOnScreen.events(calendar, staff, DAY).size());
    report.table(
        "A week of the calendar",
        "%,d events in the week, 25,000 in the gym, 500 in every other week. Goal: answered within 300 ms."
            .formatted(events),
        List.of("what", "median", "95 %", "slowest"));
    row(
        report,
        "the statement",
        rounds,
        staff,
        day -> WeekOnScreen.events(calendar, staff, day).size());
    row(
        report,
        "the whole answer: statement, words, JSON",
        rounds,
        staff,
        day -> WeekOnScreen.answer(calendar, staff, day).length());
  }

  private void row(
      Report report, String what, int rounds, Binding staff, ToIntFunction<LocalDate> answer) {
    long[] took = new long[rounds];
    for (int round = -rounds / 4; round < rounds; round++) {
      LocalDate day = DAY.plusWeeks(Math.floorMod(round, 20));
      long begun = System.nanoTime();
      int size = bindings.callAs(staff, () -> answer.applyAsInt(day));
      if (size == 0) {
        throw new IllegalStateException("nothing on in the week of " + day);
      }
      if (round >= 0) {
        took[round] = System.nanoTime() - begun;
      }
    }
    Timings timings = new Timings(took);
    report.row(what, timings.median(), timings.p95(), timings.max());
  }

  /** Once: the database is kept for the next run. */
  private void fill() throws SQLException {
    try (Connection superuser = database.superuser();
        PreparedStatement insert =
            superuser.prepareStatement(
                """
                insert into events (organization_id, kind, title, starts_at, ends_at, capacity, trainer_id)
                select ?, 'class', ?, t.at, t.at + interval '45 minutes', 20, ?
                  from generate_series(0, 24999) as n,
                       lateral (select timestamptz '2030-09-01' + n * interval '20 minutes 9.6 seconds' as at) t
                 where not exists (select from events where organization_id = ? and title = ?)
                """)) {
      insert.setObject(1, database.smallest().organization());
      insert.setString(2, TITLE);
      insert.setObject(3, database.smallest().staff());
      insert.setObject(4, database.smallest().organization());
      insert.setString(5, TITLE);
      if (insert.executeUpdate() > 0) {
        superuser.createStatement().execute("analyze events");
      }
    }
  }
}
