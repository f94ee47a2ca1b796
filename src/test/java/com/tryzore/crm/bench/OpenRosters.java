package com.tryzore.crm.bench;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.access.UserId;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.server.communication.UidlWriter;
import java.util.List;

/**
 * What an open roster keeps on the heap: session, UI, components and the page of rows that a screen
 * shows, of people who each signed in by themselves. What would have gone to the browser is written
 * and dropped, as the server does after each request.
 */
final class OpenRosters {
  /** Rows that a grid asks for on a tall screen. */
  private static final int ROWS = 50;

  private final BenchDatabase database;

  OpenRosters(BenchDatabase database) {
    this.database = database;
  }

  void measure(Report report, int tabs) {
    report.table(
        "Heap of an open roster",
        "Live heap after a collection, session and first %d rows included; each of another person. Goal: at most 300 kB."
            .formatted(ROWS),
        List.of("open rosters", "live heap before, MB", "live heap after, MB", "each, kB"));
    try (TestTabs desks = TestTabs.of(database.application())) {
      for (int i = 0; i < 10; i++) {
        open(desks);
      }
      long before = live();
      for (int i = 0; i < tabs; i++) {
        open(desks);
      }
      long after = live();
      report.row(tabs, before / 1_000_000, after / 1_000_000, (after - before) / (1000.0 * tabs));
    }
  }

  private void open(TestTabs desks) {
    MillionMembers.Gym gym = database.largest();
    BrowserlessUIContext tab =
        desks.signedIn(
            new TestGym.Person(new UserId(gym.staff()), "desk@bench.example", "Desk", Tier.STAFF));
    tab.navigate("o/" + gym.slug() + "/members", Component.class);
    Grid<?> grid = tab.find(Grid.class).single();
    grid.getDataCommunicator().setViewportRange(0, ROWS);
    tab.roundTrip();
    new UidlWriter().createUidl(tab.getUI(), false);
  }

  private static long live() {
    Runtime heap = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int time = 0; time < 5; time++) {
      System.gc();
      least = Math.min(least, heap.totalMemory() - heap.freeMemory());
    }
    return least;
  }
}
