package com.tryzore.crm.database.isolation;

import com.tryzore.crm.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A database that holds the trial world, with a UI session for everyone who acts in it. */
final class Trial {

  private static final List<Kit> KITS =
      Stream.of(
              CoreRows.kits(),
              ClientRows.kits(),
              DeskRows.kits(),
              ScheduleRows.kits(),
              MembershipRows.kits(),
              NoticeRows.kits())
          .flatMap(List::stream)
          .toList();

  private final TestDatabase database;
  private final Map<String, List<String>> keys = new TreeMap<>();
  private final Map<String, Map<String, Specimen>> rows = new LinkedHashMap<>();

  private Trial(TestDatabase database) {
    this.database = database;
    try (Connection superuser = database.superuser()) {
      superuser.setAutoCommit(false);
      settle(superuser);
      postponeForeignKeys(superuser);
      superuser.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Shared {
    static final Trial TRIAL = new Trial(TestDatabase.fresh());
  }

  /** The world that all tests share; whoever changes it lastingly takes a {@link #fresh} one. */
  static Trial shared() {
    return Shared.TRIAL;
  }

  static Trial fresh() {
    return new Trial(TestDatabase.fresh());
  }

  static List<Kit> kits() {
    return KITS;
  }

  static Kit kit(String table) {
    return KITS.stream().filter(kit -> kit.table().equals(table)).findFirst().orElseThrow();
  }

  static String token(Subject subject) {
    return "the token of " + subject;
  }

  TestDatabase database() {
    return database;
  }

  /** The columns of a table's primary key. */
  List<String> key(String table) {
    return Objects.requireNonNull(keys.get(table), table);
  }

  /** The rows of a table by the text of their key. */
  Map<String, Specimen> rows(String table) {
    return Objects.requireNonNull(rows.get(table), table);
  }

  /** The select that finds the texts of keys. */
  String selectKeys(String table) {
    return "select concat_ws('/', %s) from %s".formatted(String.join(", ", key(table)), table);
  }

  private void settle(Connection superuser) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      for (Kit kit : KITS) {
        for (Specimen row : kit.rows()) {
          statement.execute(row.insert());
        }
      }
      for (Subject subject : World.subjects()) {
        statement.execute(session(subject, token(subject)).insert());
      }
      for (Kit kit : KITS) {
        keys.put(kit.table(), primaryKey(statement, kit.table()));
        rows.put(kit.table(), find(statement, kit));
      }
    }
  }

  static Specimen session(Subject subject, String token) {
    return Specimen.of("ui_sessions", token, Facts.at(subject.place()))
        .identified()
        .with("user_id", subject.person().id())
        .with("tier", subject.tier().key())
        .withSql(
            "token_digest", "sha256(convert_to(%s, 'UTF8'))".formatted(Specimen.literal(token)))
        .withSql("signed_in_at", "clock_timestamp()")
        .withSql("expires_at", "clock_timestamp() + interval '12 hours'");
  }

  private static List<String> primaryKey(Statement statement, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet result =
        statement.executeQuery(
            """
            select a.attname
            from pg_constraint c
            cross join unnest(c.conkey) with ordinality k (attnum, position)
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum
            where c.contype = 'p' and c.conrelid = '%s'::regclass
            order by k.position
            """
                .formatted(table))) {
      while (result.next()) {
        columns.add(result.getString(1));
      }
    }
    return columns;
  }

  /** Every row there is, also those that triggers made; of these only the place is known. */
  private Map<String, Specimen> find(Statement statement, Kit kit) throws SQLException {
    Map<String, Specimen> byKey = new LinkedHashMap<>();
    for (Specimen row : kit.rows()) {
      try (ResultSet found =
          statement.executeQuery(
              selectKeys(kit.table()) + " where " + row.where(key(kit.table())))) {
        found.next();
        byKey.put(found.getString(1), row);
      }
    }
    boolean tenant = key(kit.table()).contains("organization_id");
    try (ResultSet all =
        statement.executeQuery(
            "select concat_ws('/', %1$s), %2$s, %1$s from %3$s"
                .formatted(
                    String.join(", ", key(kit.table())),
                    tenant ? "organization_id::text" : "null",
                    kit.table()))) {
      while (all.next()) {
        if (!byKey.containsKey(all.getString(1))) {
          byKey.put(all.getString(1), discovered(kit.table(), all));
        }
      }
    }
    return byKey;
  }

  private Specimen discovered(String table, ResultSet row) throws SQLException {
    Specimen specimen = Specimen.of(table, row.getString(1), Facts.at(placeOf(row.getString(2))));
    int column = 3;
    for (String name : key(table)) {
      specimen = specimen.with(name, row.getString(column++));
    }
    return specimen;
  }

  private static @Nullable Place placeOf(@Nullable String organization) {
    for (Place place : Place.values()) {
      if (place.id().toString().equals(organization)) {
        return place;
      }
    }
    return null;
  }

  /**
   * Foreign keys wait for the end of the transaction, which never comes: what a policy lets through
   * is then seen, and not stopped by chance.
   */
  private static void postponeForeignKeys(Connection superuser) throws SQLException {
    List<String> statements = new ArrayList<>();
    try (Statement statement = superuser.createStatement();
        ResultSet constraints =
            statement.executeQuery(
                """
                select format('alter table %s alter constraint %I deferrable initially deferred',
                         conrelid::regclass, conname)
                from pg_constraint
                where contype = 'f' and conparentid = 0
                """)) {
      while (constraints.next()) {
        statements.add(constraints.getString(1));
      }
    }
    try (Statement statement = superuser.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The tables that the oracle, the kits and the catalogue should agree on. */
  static Set<String> tables() {
    return Set.copyOf(KITS.stream().map(Kit::table).toList());
  }
}
