package com.tryzore.crm.database.isolation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds, changes and removes a row of a table and holds the trail's lines against what the rules
 * say: by hand as a superuser, or as somebody bound. Leaves nothing behind.
 */
final class TrailCheck {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Subject OWNER =
      World.subject(Person.the(Place.RIVER, com.tryzore.crm.access.Tier.OWNER), Place.RIVER);

  /** An update of these, which no tier may do, is told as one row gone and one come. */
  private static final List<String> WITHOUT_A_KEY_OF_ONE_COLUMN =
      List.of("membership_plan_locations");

  /** Who acts, as the trail should say it. */
  private record Actor(
      String login,
      @Nullable String user,
      @Nullable String tier,
      @Nullable String session,
      @Nullable String reason) {}

  private final Connection superuser;
  private final Trial trial;
  private final List<String> wrong = new ArrayList<>();
  private int addedAgain;

  TrailCheck(Trial trial, Connection superuser) {
    this.trial = trial;
    this.superuser = superuser;
  }

  /** What the trail says otherwise of changes by hand; empty when all is well. */
  List<String> byHand(Kit kit) throws SQLException {
    wrong.clear();
    Savepoint before = superuser.setSavepoint();
    try {
      String login = text("select session_user");
      Actor actor = new Actor(login, null, null, null, "Because it was \"wrong\":\n\t\u00e4\u0001");
      run("select set_config('zore.reason', E'Because it was \"wrong\":\\n\\t\u00e4\\x01', true)");
      Specimen row = added(kit);
      if (row == null) {
        removeAndAddAgain(kit, actor);
        return List.copyOf(wrong);
      }
      Map<String, JsonNode> added = read(kit, row);
      expect(kit, "insert", actor, Map.of(), added);
      if (WITHOUT_A_KEY_OF_ONE_COLUMN.contains(kit.table())) {
        move(kit, row);
      } else {
        change(kit, row, actor);
      }
      Map<String, JsonNode> last = read(kit, row);
      run("delete from " + kit.table() + where(kit, row));
      expect(kit, "delete", actor, last, Map.of());
    } finally {
      superuser.rollback(before);
    }
    return List.copyOf(wrong);
  }

  /** What the trail says otherwise of a row that somebody bound adds. */
  List<String> bound(Subject subject, Kit kit, Specimen row) throws SQLException {
    wrong.clear();
    new Impersonation(superuser)
        .as(
            subject,
            connection -> {
              String session = text("select access.session_id()");
              run("select set_config('zore.reason', 'Asked at the desk', true)");
              run(row.insert());
              run("reset session authorization");
              Actor actor =
                  new Actor(
                      subject.tier().login(),
                      subject.person().id().toString(),
                      subject.tier().key(),
                      session,
                      "Asked at the desk");
              expect(kit, "insert", actor, Map.of(), read(kit, row));
              return true;
            });
    return List.copyOf(wrong);
  }

  private void change(Kit kit, Specimen row, Actor actor) throws SQLException {
    Map<String, JsonNode> before = read(kit, row);
    run("update %s set %s%s".formatted(kit.table(), kit.change().apply(OWNER), where(kit, row)));
    expect(kit, "update", actor, before, read(kit, row));
  }

  /** Added, gone and come: three lines. */
  private void move(Kit kit, Specimen row) throws SQLException {
    String key = key(read(kit, row));
    Savepoint before = superuser.setSavepoint();
    run("update %s set %s%s".formatted(kit.table(), kit.change().apply(OWNER), where(kit, row)));
    long lines =
        TrailLine.ofThisTransaction(superuser, kit.table()).stream()
            .filter(line -> key.equals(line.key()))
            .count();
    equal(kit, "update, lines", 3L, lines);
    superuser.rollback(before);
  }

  /** For want of the triggers that fill in what a new row lacks, with a row that there is. */
  private void removeAndAddAgain(Kit kit, Actor actor) throws SQLException {
    Specimen row = kit.rows().getFirst();
    String json = text("select to_jsonb(t) from %s t%s".formatted(kit.table(), where(kit, row)));
    run("delete from " + kit.table() + where(kit, row));
    expect(kit, "delete", actor, map(json), Map.of());
    run(
        "insert into %1$s select * from jsonb_populate_record(null::%1$s, %2$s)"
            .formatted(kit.table(), Specimen.literal(json)));
    expect(kit, "insert", actor, Map.of(), read(kit, row));
    change(kit, row, actor);
    addedAgain++;
  }

  /** The first of the kit's attempts that can be added, now that it is. */
  private @Nullable Specimen added(Kit kit) throws SQLException {
    for (Specimen attempt : kit.attempts().apply(OWNER)) {
      Specimen whole = attempt;
      for (String column : trial.key(kit.table())) {
        if (!whole.columns().containsKey(column)) {
          whole = whole.with(column, Ids.of("made for the trail", kit.table()));
        }
      }
      if (Door.attempt(superuser, whole.insert()).equals(new Outcome.Rows(1))) {
        run(whole.insert());
        return whole;
      }
    }
    return null;
  }

  /** In how many tables so far a row that there was had to be added again. */
  int addedAgain() {
    return addedAgain;
  }

  private void expect(
      Kit kit, String action, Actor actor, Map<String, JsonNode> old, Map<String, JsonNode> now)
      throws SQLException {
    AuditRules rules = AuditRules.of(kit.table());
    Map<String, JsonNode> row = now.isEmpty() ? old : now;
    String key = key(row);
    List<TrailLine> lines =
        TrailLine.ofThisTransaction(superuser, kit.table()).stream()
            .filter(line -> line.action().equals(action) && key.equals(line.key()))
            .toList();
    if (lines.size() != 1) {
      say(kit, action, "one line", lines.size() + " lines");
      return;
    }
    TrailLine line = lines.getFirst();
    equal(kit, action + ", the login", actor.login(), line.login());
    equal(kit, action + ", the user", actor.user(), line.actor());
    equal(kit, action + ", the tier", actor.tier(), line.tier());
    equal(kit, action + ", the UI session", actor.session(), line.session());
    equal(kit, action + ", the reason", actor.reason(), line.reason());
    equal(kit, action + ", the organization", organization(kit, row), line.organization());
    equal(kit, action + ", the client", client(kit, row), line.subject());
    equal(kit, action + ", the digest", line.expectedDigest(), line.digest());
    equal(kit, action + ", old values", told(rules, row, old, now), map(line.before()));
    equal(kit, action + ", new values", told(rules, row, now, old), map(line.after()));
  }

  /** One side of a change: all that is there, or of an update what is otherwise than before. */
  private static Map<String, JsonNode> told(
      AuditRules rules,
      Map<String, JsonNode> row,
      Map<String, JsonNode> side,
      Map<String, JsonNode> otherSide) {
    Map<String, JsonNode> told = new TreeMap<>();
    side.forEach(
        (column, value) -> {
          boolean whole = otherSide.isEmpty() && !value.isNull();
          boolean changed =
              !otherSide.isEmpty()
                  && !rules.derived().contains(column)
                  && !value.equals(otherSide.get(column));
          if (whole || changed) {
            boolean hide = rules.hidden().contains(column) && !value.isNull();
            told.put(column, hide ? digest(row, value) : value);
          }
        });
    return told;
  }

  private static JsonNode digest(Map<String, JsonNode> row, JsonNode value) {
    JsonNode salt = Objects.requireNonNull(row.getOrDefault("id", row.get("client_id")));
    return JSON.getNodeFactory()
        .stringNode("sha256:" + TrailLine.sha256(salt.stringValue() + ":" + value.stringValue()));
  }

  private static String key(Map<String, JsonNode> row) {
    JsonNode key = row.getOrDefault("id", row.getOrDefault("client_id", row.get("plan_id")));
    return Objects.requireNonNull(key).stringValue();
  }

  private static String organization(Kit kit, Map<String, JsonNode> row) {
    JsonNode own = row.get(kit.table().equals("organizations") ? "id" : "organization_id");
    return own != null ? own.stringValue() : "00000000-0000-0000-0000-000000000000";
  }

  private static @Nullable String client(Kit kit, Map<String, JsonNode> row) {
    if (kit.table().equals("clients")) {
      return key(row);
    }
    boolean tagged =
        row.containsKey("subject_type")
            && "clients".equals(Objects.requireNonNull(row.get("subject_type")).stringValue());
    JsonNode client = row.get(tagged ? "subject_id" : "client_id");
    return client == null || client.isNull() ? null : client.stringValue();
  }

  private Map<String, JsonNode> read(Kit kit, Specimen row) throws SQLException {
    return map(text("select to_jsonb(t) from %s t%s".formatted(kit.table(), where(kit, row))));
  }

  private String where(Kit kit, Specimen row) {
    return " where " + row.where(trial.key(kit.table()));
  }

  private static Map<String, JsonNode> map(@Nullable String json) {
    Map<String, JsonNode> map = new TreeMap<>();
    if (json != null) {
      JSON.readTree(json).properties().forEach(each -> map.put(each.getKey(), each.getValue()));
    }
    return map;
  }

  private String text(String query) throws SQLException {
    try (Statement statement = superuser.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  private void equal(Kit kit, String what, @Nullable Object expected, @Nullable Object actual) {
    if (!Objects.equals(expected, actual)) {
      say(kit, what, expected, actual);
    }
  }

  private void say(Kit kit, String what, @Nullable Object expected, @Nullable Object actual) {
    wrong.add("%s, %s: expected %s, got %s".formatted(kit.table(), what, expected, actual));
  }
}
