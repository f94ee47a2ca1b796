package com.tryzore.crm.database.isolation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the database against the oracle, one subject and one table at a time. */
final class Matrix {

  private final Trial trial;
  private final Door door;

  Matrix(Trial trial, Door door) {
    this.trial = trial;
    this.door = door;
  }

  /** What is otherwise than the oracle says, in readable lines; empty when all is well. */
  List<String> check(Subject subject, Kit kit) throws SQLException {
    return door.as(
        subject,
        connection -> {
          List<String> wrong = new ArrayList<>();
          checkReading(connection, subject, kit, wrong);
          for (Specimen attempt : attempts(subject, kit)) {
            expect(
                wrong, subject, Verb.INSERT, attempt, Door.attempt(connection, attempt.insert()));
          }
          checkWriting(connection, subject, kit, wrong);
          return wrong;
        });
  }

  private void checkReading(Connection connection, Subject subject, Kit kit, List<String> wrong)
      throws SQLException {
    Set<String> seen = read(connection, trial.selectKeys(kit.table()));
    trial
        .rows(kit.table())
        .forEach(
            (key, row) ->
                expect(
                    wrong,
                    subject,
                    Verb.SELECT,
                    row,
                    new Outcome.Rows(seen.contains(key) ? 1 : 0)));
  }

  private static Set<String> read(Connection connection, String select) throws SQLException {
    Set<String> keys = new HashSet<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("savepoint reading");
      try (ResultSet rows = statement.executeQuery(select)) {
        while (rows.next()) {
          keys.add(rows.getString(1));
        }
      } catch (SQLException refused) {
        if (!Outcome.of(refused).isRefusal()) {
          throw refused;
        }
        statement.execute("rollback to savepoint reading");
      }
    }
    return keys;
  }

  private void checkWriting(Connection connection, Subject subject, Kit kit, List<String> wrong)
      throws SQLException {
    String update = "update %s set %s".formatted(kit.table(), kit.change().apply(subject));
    String delete = "delete from " + kit.table();
    Set<Verb> verbs = Oracle.of(kit.table()).verbsOf(subject.tier());
    for (Specimen row : oneOfEachSort(kit.table())) {
      String where = " where " + row.where(trial.key(kit.table()));
      if (verbs.contains(Verb.UPDATE)) {
        expect(wrong, subject, Verb.UPDATE, row, Door.attempt(connection, update + where));
      }
      if (verbs.contains(Verb.DELETE)) {
        expect(wrong, subject, Verb.DELETE, row, Door.attempt(connection, delete + where));
      }
    }
    // Without a condition, no policy for reading takes part: those for writing stand alone.
    checkBlind(connection, subject, kit, Verb.UPDATE, update, wrong);
    checkBlind(connection, subject, kit, Verb.DELETE, delete, wrong);
  }

  /** What no rule lets the tier add anywhere is tried where it would be likeliest. */
  private static List<Specimen> attempts(Subject subject, Kit kit) {
    List<Specimen> all = kit.attempts().apply(subject);
    return Oracle.of(kit.table()).verbsOf(subject.tier()).contains(Verb.INSERT)
        ? all
        : all.stream().filter(row -> row.facts().place() == subject.place()).limit(2).toList();
  }

  private Collection<Specimen> oneOfEachSort(String table) {
    Map<Facts, Specimen> sorts = new LinkedHashMap<>();
    trial.rows(table).values().forEach(row -> sorts.putIfAbsent(row.facts(), row));
    return sorts.values();
  }

  private void checkBlind(
      Connection connection, Subject subject, Kit kit, Verb verb, String sql, List<String> wrong)
      throws SQLException {
    TableRules rules = Oracle.of(kit.table());
    long allowed =
        trial.rows(kit.table()).values().stream()
            .filter(row -> rules.allows(subject, verb, row.facts()))
            .count();
    Outcome outcome = Door.attempt(connection, sql);
    boolean stoppedAtTheLastOwner =
        kit.table().equals("user_organizations")
            && outcome instanceof Outcome.Blocked blocked
            && blocked.message().contains("keeps at least one owner");
    boolean right =
        allowed == 0
            ? outcome.isRefusal()
            : outcome.equals(new Outcome.Rows(allowed)) || stoppedAtTheLastOwner;
    if (!right) {
      wrong.add(
          "as %s, %s all %s at once: expected %d rows, got %s"
              .formatted(subject, verb.key(), kit.table(), allowed, outcome));
    }
  }

  private static void expect(
      List<String> wrong, Subject subject, Verb verb, Specimen row, Outcome outcome) {
    boolean allowed = Oracle.of(row.table()).allows(subject, verb, row.facts());
    boolean right = allowed ? letThrough(verb, outcome) : outcome.isRefusal();
    if (!right) {
      wrong.add(
          "as %s, %s %s: expected %s, got %s"
              .formatted(subject, verb.key(), row, allowed ? "1 row" : "refusal", outcome));
    }
  }

  /** An insert that ends at a key already taken has passed the policies too. */
  private static boolean letThrough(Verb verb, Outcome outcome) {
    return outcome.equals(new Outcome.Rows(1))
        || (verb == Verb.INSERT
            && outcome instanceof Outcome.Blocked blocked
            && blocked.state().equals("23505"));
  }
}
