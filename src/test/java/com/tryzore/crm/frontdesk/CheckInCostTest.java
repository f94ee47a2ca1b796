package com.tryzore.crm.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What a check-in costs the database, counted where the driver sends it. */
@SpringBootTest
class CheckInCostTest {

  @Autowired private FrontDesk desk;
  @Autowired private DeskBoard board;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  @Test
  void a_check_in_is_two_statements_in_a_bound_transaction() {
    DeskGym gym = DeskGym.open("Costly");
    TestGym.Person clerk = gym.gym().person("Sam Staff", Tier.STAFF);
    Binding staff = gate.open(clerk.id(), gym.gym().slug(), Instant.now());
    ClientId first = gym.regular("Warm", "Up");
    ClientId joanna = gym.regular("Joanna", "Smith");
    ClientId gone = gym.member("Gus", "Gone", "cancelled", null);
    bindings.callAs(staff, () -> desk.checkIn(first, Source.SEARCH));

    int plain = statements(() -> bindings.callAs(staff, () -> desk.checkIn(joanna, Source.SEARCH)));
    int again = statements(() -> bindings.callAs(staff, () -> desk.checkIn(joanna, Source.SEARCH)));
    int refused = statements(() -> bindings.callAs(staff, () -> desk.checkIn(gone, Source.SEARCH)));
    int seen = statements(() -> bindings.callAs(staff, () -> board.visits(10)));

    // "Reset" travels with the statement that binds: BoundTransactionTest counts the round trips.
    assertThat(plain).as("begin, reset, bind, lock and read, write, commit").isEqualTo(6);
    assertThat(again)
        .as("begin, reset, bind, lock and read, the visit that stands, commit")
        .isEqualTo(6);
    assertThat(refused).as("begin, reset, bind, lock and read, commit").isEqualTo(5);
    assertThat(seen).as("begin, reset, bind, read, commit").isEqualTo(5);
  }

  /** How many statements this thread has the server execute meanwhile. */
  private static int statements(Runnable work) {
    Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    Level before = driver.getLevel();
    long thread = Thread.currentThread().threadId();
    List<String> executed = new ArrayList<>();
    Handler counter =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            String said = line.getMessage();
            if (line.getLongThreadID() == thread
                && (said.contains("FE=> Execute(") || said.contains("FE=> SimpleQuery("))) {
              executed.add(line.getMessage());
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    counter.setLevel(Level.ALL);
    driver.setLevel(Level.FINEST);
    driver.addHandler(counter);
    try {
      work.run();
    } finally {
      driver.removeHandler(counter);
      driver.setLevel(before);
    }
    return executed.size();
  }
}
