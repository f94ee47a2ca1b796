package com.tryzore.crm.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.database.TestDatabase;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Never oversold, never promoted twice, nobody lost: many people at many real connections do
 * whatever they like to the same events, and the database answers each as if they had come one
 * after another. {@code -Dzore.interleavings=N} sets how many deeds (100,000 unless it is said),
 * {@code -Dzore.seed=N} where chance begins.
 */
class InterleavingsTest {

  private static final int DEEDS = Integer.getInteger("zore.interleavings", 100_000);
  private static final int A_ROUND = 5_000;

  private static TestDatabase database;

  @BeforeAll
  static void a_database_of_its_own() throws Exception {
    database = TestDatabase.fresh();
    BookingDesk.prepare(database);
  }

  @AfterAll
  static void leave() {
    database.drop();
  }

  @Test
  void whatever_comes_between_whatever_the_end_is_as_if_all_had_come_one_after_another()
      throws Exception {
    long seed = Long.getLong("zore.seed", System.nanoTime());
    System.out.println("measured: interleavings begin with seed " + seed);
    long began = System.nanoTime();
    for (int done = 0; done < DEEDS; done += A_ROUND) {
      new InterleavedRound(database, seed + done).run(Math.min(A_ROUND, DEEDS - done));
    }
    long millis = (System.nanoTime() - began) / 1_000_000;
    System.out.printf(
        "measured: %d deeds in %d ms; %s%n", DEEDS, millis, new TreeMap<>(InterleavedRound.COUNTS));
    assertThat(InterleavedRound.COUNTS)
        .as("what is claimed to be tried has been tried")
        .containsKeys(
            "book: booked",
            "book: waitlisted",
            "book: overlap",
            "cancel: cancelled",
            "cancel: late_cancelled",
            "move: moved",
            "move: full",
            "restore: booked",
            "restore: waitlisted",
            "resize: resized",
            "mark: marked",
            "teach: marked",
            "check in: in",
            "undo: undone",
            "walk in: attended",
            "promoted from a line",
            "dropped from a line")
        .as("functions wait for nobody in a circle")
        .doesNotContainKey("again after 40P01");
  }
}
