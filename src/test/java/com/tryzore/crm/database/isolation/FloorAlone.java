package com.tryzore.crm.database.isolation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The floor under a tenant table by itself: were every grant given and every other policy open, a
 * session would still stay in its own organization. What is refused today for want of a grant must
 * be refused by the floor as well, because grants are what the next migration adds.
 */
final class FloorAlone {

  private static final String TIERS = Catalogue.TIERS.replaceAll("[()']", "");

  private final Trial trial;
  private final Connection superuser;

  FloorAlone(Trial trial, Connection superuser) {
    this.trial = trial;
    this.superuser = superuser;
  }

  /** What somebody reached in another organization; changes the schema of the transaction. */
  List<String> complaints(Kit kit) throws SQLException {
    List<String> wrong = new ArrayList<>();
    if (!trial.key(kit.table()).contains("organization_id")) {
      return wrong;
    }
    try (Statement statement = superuser.createStatement()) {
      statement.execute("grant all on %s to %s".formatted(kit.table(), TIERS));
      statement.execute(
          "create policy \"everything else is open\" on %s to %s using (true) with check (true)"
              .formatted(kit.table(), TIERS));
    }
    makeRoom(kit);
    for (Subject subject : World.tiersOf(Place.RIVER)) {
      new Impersonation(superuser)
          .as(
              subject,
              connection -> {
                look(connection, subject, kit, wrong);
                add(connection, subject, kit, wrong);
                change(connection, subject, kit, wrong);
                return true;
              });
    }
    return wrong;
  }

  /** Nothing of the rival's is left that a row moved there could collide with. */
  private void makeRoom(Kit kit) throws SQLException {
    Savepoint before = superuser.setSavepoint();
    try (Statement statement = superuser.createStatement()) {
      statement.execute("set local session_replication_role = replica");
      statement.execute(
          "delete from %s where organization_id = '%s'".formatted(kit.table(), Place.RIVAL.id()));
      statement.execute("set local session_replication_role = origin");
    } catch (SQLException neverRemoved) {
      superuser.rollback(before);
    }
  }

  private static void look(Connection connection, Subject subject, Kit kit, List<String> wrong)
      throws SQLException {
    Set<String> visible =
        visible(kit.table()).stream()
            .map(place -> place.id().toString())
            .collect(Collectors.toSet());
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select distinct organization_id from " + kit.table())) {
      while (rows.next()) {
        if (!visible.contains(rows.getString(1))) {
          wrong.add("as %s, %s of %s are seen".formatted(subject, kit.table(), rows.getString(1)));
        }
      }
    }
  }

  /** The gym itself, and the chain above it where the oracle says that its rows are shared. */
  private static Set<Place> visible(String table) {
    Subject subject = World.tiersOf(Place.RIVER).getFirst();
    Set<Place> visible = EnumSet.of(Place.RIVER);
    if (Oracle.of(table).allows(subject, Verb.SELECT, Facts.at(Place.CHAIN))) {
      visible.add(Place.CHAIN);
    }
    return visible;
  }

  private static void add(Connection connection, Subject subject, Kit kit, List<String> wrong)
      throws SQLException {
    for (Specimen row : kit.attempts().apply(subject)) {
      if (row.facts().place() != Place.RIVER) {
        refused(connection, subject, row.insert(), wrong);
      }
    }
  }

  private void change(Connection connection, Subject subject, Kit kit, List<String> wrong)
      throws SQLException {
    int moved = 0;
    for (Specimen row : trial.rows(kit.table()).values()) {
      String where = " where " + row.where(trial.key(kit.table()));
      if (row.facts().place() == Place.RIVER && moved++ < 3) {
        refused(
            connection,
            subject,
            "update %s set organization_id = '%s'%s"
                .formatted(kit.table(), Place.RIVAL.id(), where),
            wrong);
      }
    }
    // Without a condition, so that no policy for reading takes part.
    refused(
        connection,
        subject,
        "update %s set organization_id = '%s'".formatted(kit.table(), Place.RIVAL.id()),
        wrong);
    String same = "update %s set organization_id = organization_id".formatted(kit.table());
    if (Door.attempt(connection, same) instanceof Outcome.Refused refused
        && refused.message().contains("row-level security")) {
      wrong.add(
          "as %s, %s: rows of others were found: %s".formatted(subject, same, refused.message()));
    }
    long own =
        trial.rows(kit.table()).values().stream()
            .filter(row -> row.facts().place() == Place.RIVER)
            .count();
    for (String all :
        List.of(
            "update %s set %s".formatted(kit.table(), kit.change().apply(subject)),
            "delete from " + kit.table())) {
      if (Door.attempt(connection, all) instanceof Outcome.Rows rows && rows.count() > own) {
        wrong.add("as %s, %s: %d of one's own, %s".formatted(subject, all, own, rows));
      }
    }
  }

  private static void refused(
      Connection connection, Subject subject, String sql, List<String> wrong) throws SQLException {
    Outcome outcome = Door.attempt(connection, sql);
    if (outcome instanceof Outcome.Rows && !outcome.isRefusal()) {
      wrong.add("as %s, %s: got %s".formatted(subject, sql, outcome));
    }
  }
}
