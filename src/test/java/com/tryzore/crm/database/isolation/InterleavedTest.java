package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.database.isolation.ViewsModel.View;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Several people of one tier, in several organizations, on the same physical connection, in any
 * order: every answer is what a plain map says.
 */
class InterleavedTest {

  private static final int STEPS = 4000;

  private final List<Subject> people =
      List.of(
          World.subject(Person.the(Place.RIVER, STAFF), Place.RIVER),
          World.subject(Person.another(Place.RIVER, STAFF), Place.RIVER),
          World.subject(Person.the(Place.CHAIN, STAFF), Place.RIVER),
          World.subject(Person.the(Place.CHAIN, STAFF), Place.CHAIN),
          World.subject(Person.the(Place.CHAIN, STAFF), Place.LAKE),
          World.subject(Person.the(Place.LAKE, STAFF), Place.LAKE),
          World.subject(Person.the(Place.RIVAL, STAFF), Place.RIVAL));

  private final ViewsModel model = new ViewsModel();
  private final List<String> history = new ArrayList<>();
  private final Set<Subject> revoked = new HashSet<>();
  private final List<String> tokens = new ArrayList<>();
  private Trial trial;
  private Connection superuser;
  private Connection connection;
  private Random random;

  @BeforeEach
  void an_empty_table_and_a_token_for_everyone() throws SQLException {
    trial = Trial.fresh();
    superuser = trial.database().superuser();
    connection = trial.database().as("zore_staff");
    connection.setAutoCommit(false);
    try (Statement statement = superuser.createStatement()) {
      statement.execute("delete from saved_views");
    }
    for (Subject subject : people) {
      tokens.add(newToken(subject));
    }
  }

  @AfterEach
  void drop() throws SQLException {
    connection.close();
    superuser.close();
    trial.database().drop();
  }

  @Test
  void every_answer_is_the_one_of_whoever_is_bound() throws SQLException {
    random = new Random(20260401);
    int transactions = 0;
    for (int step = 0; step < STEPS; transactions++) {
      int who = random.nextInt(people.size());
      boolean bound = random.nextInt(10) > 0;
      model.begin();
      if (bound) {
        Door.bind(connection, tokens.get(who));
      }
      boolean live = bound;
      for (int statements = random.nextInt(8); statements >= 0; statements--, step++) {
        live &= !revoked.contains(people.get(who));
        step(people.get(who), live);
        if (live && random.nextInt(40) == 0) {
          revoke(people.get(who));
        }
      }
      end(people.get(who), live);
      if (revoked.remove(people.get(who))) {
        tokens.set(who, newToken(people.get(who)));
      }
    }
    assertThat(transactions).isGreaterThan(500);
    assertThat(history).as("no step went another way").hasSizeLessThan(1);
  }

  private void step(Subject subject, boolean live) throws SQLException {
    switch (random.nextInt(6)) {
      case 0 -> add(subject, live);
      case 1 -> change(subject, live);
      case 2 -> remove(subject, live);
      default -> look(subject, live);
    }
  }

  private void look(Subject subject, boolean live) throws SQLException {
    Set<String> seen = new TreeSet<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("savepoint look");
      try (ResultSet rows =
          statement.executeQuery("select id || ' ' || query from saved_views")) {
        while (rows.next()) {
          seen.add(rows.getString(1));
        }
        expect(subject, "look", live ? model.seen(subject) : Set.of(), seen);
      } catch (SQLException refused) {
        expect(subject, "look", live, Outcome.REFUSED.equals(refused.getSQLState()) != live);
        expect(subject, "look, refused while live", false, live);
        statement.execute("rollback to savepoint look");
      }
    }
  }

  private void add(Subject subject, boolean live) throws SQLException {
    Place place = random.nextInt(5) == 0 ? Place.values()[random.nextInt(4)] : subject.place();
    Person owner =
        random.nextInt(5) == 0
            ? people.get(random.nextInt(people.size())).person()
            : subject.person();
    View view =
        new View(new UUID(random.nextLong(), random.nextLong()), place, owner, flip(), "new");
    boolean allowed = live && place == subject.place() && owner.equals(subject.person());
    Outcome outcome =
        run(
            "insert into saved_views (organization_id, id, user_id, screen, name, query, is_shared)"
                + " values ('%s', '%s', '%s', 'members', '%s', 'new', %s)"
                    .formatted(place.id(), view.id(), owner.id(), view.id(), view.shared()),
            allowed);
    expect(subject, "add " + view, allowed, outcome.equals(new Outcome.Rows(1)));
    expect(subject, "add " + view, !allowed, outcome instanceof Outcome.Refused);
    if (allowed) {
      model.put(view);
    }
  }

  private boolean flip() {
    return random.nextBoolean();
  }

  private void change(Subject subject, boolean live) throws SQLException {
    String query = "q" + random.nextInt(1000);
    long expected = live ? model.change(subject, query) : 0;
    Outcome outcome = run("update saved_views set query = '%s'".formatted(query), live);
    expect(subject, "change", expected, outcome instanceof Outcome.Rows r ? r.count() : 0);
  }

  private void remove(Subject subject, boolean live) throws SQLException {
    List<UUID> ids = new ArrayList<>(new TreeSet<>(model.ids()));
    if (!ids.isEmpty()) {
      UUID id = ids.get(random.nextInt(ids.size()));
      long expected = live ? model.remove(subject, id) : 0;
      Outcome outcome = run("delete from saved_views where id = '%s'".formatted(id), live);
      expect(subject, "remove", expected, outcome instanceof Outcome.Rows r ? r.count() : 0);
    }
  }

  /** What is expected to work stays; what is expected to fail is tried and undone. */
  private Outcome run(String sql, boolean stays) throws SQLException {
    if (!stays) {
      return Door.attempt(connection, sql);
    }
    try (Statement statement = connection.createStatement()) {
      return new Outcome.Rows(statement.executeUpdate(sql));
    }
  }

  private void end(Subject subject, boolean live) throws SQLException {
    if (random.nextInt(4) == 0) {
      connection.rollback();
    } else {
      connection.commit();
      model.commit();
    }
    expect(
        subject,
        "unbound after the end, " + live,
        true,
        Door.attempt(connection, "select from saved_views").isRefusal());
    connection.rollback();
  }

  private void revoke(Subject subject) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(
          "update ui_sessions set closed_at = clock_timestamp() where user_id = '%s' and organization_id = '%s'"
              .formatted(subject.person().id(), subject.place().id()));
    }
    revoked.add(subject);
  }

  private String newToken(Subject subject) throws SQLException {
    try (Statement statement = superuser.createStatement();
        ResultSet opened =
            statement.executeQuery(
                "select token, tier from access.open_session('%s', '%s', clock_timestamp())"
                    .formatted(subject.person().id(), subject.place().key()))) {
      opened.next();
      assertThat(opened.getString(2)).isEqualTo(subject.tier().key());
      return opened.getString(1);
    }
  }

  private void expect(Subject subject, String step, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      history.add("as %s, %s: expected %s, got %s".formatted(subject, step, expected, actual));
    }
  }
}
