package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.MEMBER;
import static com.tryzore.crm.access.Tier.OWNER;
import static com.tryzore.crm.access.Tier.TRAINER;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is told between the lines: by errors, conflicts, references, statistics and functions. */
class LeakTest {

  private static final Trial TRIAL = Trial.shared();
  private static final Logins LOGINS = new Logins(TRIAL.database());
  private static final UUID NOBODY = Ids.of("nothing", "of this id exists");

  @AfterAll
  static void leave() throws SQLException {
    LOGINS.close();
  }

  @Test
  void a_condition_that_fails_is_never_tried_on_rows_of_others() throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (Subject subject : World.tiersOf(Place.RIVER)) {
      for (Kit kit : Trial.kits()) {
        if (!TRIAL.key(kit.table()).contains("organization_id")) {
          continue;
        }
        String trap =
            " where 1 / (case when organization_id = '%s' then 0 else 1 end) = 1"
                .formatted(Place.RIVAL.id());
        for (String attempt :
            List.of(
                "select from " + kit.table() + trap,
                "update %s set %s%s".formatted(kit.table(), kit.change().apply(subject), trap),
                "delete from " + kit.table() + trap)) {
          Outcome outcome = LOGINS.attempt(subject, attempt);
          if (outcome instanceof Outcome.Blocked blocked && !blocked.message().contains("owner")) {
            wrong.add("as %s, %s: got %s".formatted(subject, attempt, outcome));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_key_that_another_organization_uses_is_free() throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (Subject subject : World.tiersOf(Place.RIVER)) {
      for (Kit kit : Trial.kits()) {
        for (Specimen attempt : kit.attempts().apply(subject)) {
          boolean tried =
              attempt.columns().containsKey("id")
                  && attempt.facts().place() == Place.RIVER
                  && Oracle.of(kit.table()).allows(subject, Verb.INSERT, attempt.facts());
          if (!tried) {
            continue;
          }
          for (Specimen other : TRIAL.rows(kit.table()).values()) {
            if (other.facts().place() == Place.RIVAL && other.columns().containsKey("id")) {
              Specimen same = attempt.withSql("id", String.valueOf(other.columns().get("id")));
              Outcome outcome = LOGINS.attempt(subject, same.insert());
              Outcome usual = LOGINS.attempt(subject, attempt.insert());
              if (!outcome.equals(usual)) {
                wrong.add("as %s, %s: got %s".formatted(subject, same.insert(), outcome));
              }
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void what_belongs_to_the_rival_answers_like_what_does_not_exist() throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (Subject subject : World.tiersOf(Place.RIVER)) {
      for (var probe : probes(subject).entrySet()) {
        Outcome foreign = probe(subject, probe.getKey(), probe.getValue());
        Outcome unknown = probe(subject, probe.getKey(), NOBODY);
        if (!foreign.equals(unknown) || foreign instanceof Outcome.Rows) {
          wrong.add(
              "as %s, %s: %s for one of the rival, %s for one that does not exist"
                  .formatted(subject, probe.getKey(), foreign, unknown));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Outcome probe(Subject subject, String statement, UUID id) throws SQLException {
    return LOGINS.as(
        subject,
        connection -> {
          try (Statement constraints = connection.createStatement()) {
            constraints.execute("set constraints all immediate");
          }
          return Door.attempt(connection, statement.replace("?", "'" + id + "'"));
        });
  }

  /** Rows of one's own that name, at the question mark, something of the rival. */
  private static Map<String, UUID> probes(Subject subject) {
    UUID client = ClientRows.clientId(Place.RIVAL, Person.another(Place.RIVAL, MEMBER));
    UUID event = Ids.of("events", ScheduleRows.taught(Place.RIVAL));
    UUID membership =
        Ids.of("memberships", "first of %s at rival".formatted(Person.the(Place.RIVAL, MEMBER)));
    Map<String, UUID> probes = new LinkedHashMap<>();
    swap(probes, subject, "client_organizations", "client_id", client);
    swap(probes, subject, "client_photos", "client_id", client);
    swap(probes, subject, "client_notes", "client_id", client);
    swap(probes, subject, "visits", "client_id", client);
    swap(probes, subject, "import_files", "import_id", Ids.of("imports", "the first at rival"));
    swap(probes, subject, "import_rows", "import_id", Ids.of("imports", "the first at rival"));
    swap(probes, subject, "taggables", "tag_id", Ids.of("tags", "vip at rival"));
    swap(probes, subject, "taggables", "subject_id", client);
    swap(probes, subject, "events", "trainer_id", Person.the(Place.RIVAL, TRAINER).id());
    swap(probes, subject, "event_participants", "event_id", event);
    swap(probes, subject, "event_participants", "client_id", client);
    swap(probes, subject, "memberships", "client_id", client);
    swap(probes, subject, "memberships", "plan_id", Ids.of("membership_plans", "gold at rival"));
    swap(probes, subject, "memberships", "plan_organization_id", Place.RIVAL.id());
    swap(probes, subject, "membership_pauses", "membership_id", membership);
    swap(probes, subject, "membership_usage", "membership_id", membership);
    swap(probes, subject, "membership_plan_locations", "location_organization_id", rival());
    swap(probes, subject, "clients", "import_id", Ids.of("imports", "the first at rival"));
    swap(probes, subject, "events", "room_id", Ids.of("rooms", "the hall at rival"));
    swap(probes, subject, "event_series", "room_id", Ids.of("rooms", "the hall at rival"));
    swap(probes, subject, "event_series", "trainer_id", Person.the(Place.RIVAL, TRAINER).id());
    UUID imported = Ids.of("timetable_imports", ScheduleRows.imported(Place.RIVAL));
    swap(probes, subject, "schedule_changes", "import_id", imported);
    swap(probes, subject, "membership_usage", "event_id", event);
    swap(probes, subject, "membership_usage", "visit_id", visitAtTheRival());
    swap(probes, subject, "membership_usage", "reverses_id", usageAtTheRival());
    return probes;
  }

  private static UUID rival() {
    return Place.RIVAL.id();
  }

  private static UUID visitAtTheRival() {
    return Ids.of("visits", "first of %s at rival".formatted(Person.the(Place.RIVAL, MEMBER)));
  }

  private static UUID usageAtTheRival() {
    return Ids.of(
        "membership_usage", "first of %s at rival".formatted(Person.the(Place.RIVAL, MEMBER)));
  }

  private static void swap(
      Map<String, UUID> probes, Subject subject, String table, String column, UUID foreign) {
    for (Specimen attempt : Trial.kit(table).attempts().apply(subject)) {
      if (attempt.facts().place() == subject.place()
          && Oracle.of(table).allows(subject, Verb.INSERT, attempt.facts())) {
        probes.put(attempt.withSql(column, "?").insert(), foreign);
      }
    }
  }

  @Test
  void an_account_of_others_cannot_be_made_a_client_whether_it_exists_or_not() throws SQLException {
    List<UUID> others =
        List.of(
            Person.the(Place.RIVAL, MEMBER).id(),
            Person.another(Place.RIVAL, OWNER).id(),
            accountOfNewcomerAtTheRival());
    for (Subject subject : World.tiersOf(Place.RIVER).subList(0, 3)) {
      for (UUID account : others) {
        String insert =
            "insert into clients (organization_id, user_id, given_name, family_name)"
                + " values ('%s', '%s', 'X', 'Y')";
        assertThat(LOGINS.attempt(subject, insert.formatted(Place.RIVER.id(), account)))
            .isInstanceOf(Outcome.Refused.class);
        // At the rival, nothing is told of who belongs to it.
        assertThat(LOGINS.attempt(subject, insert.formatted(Place.RIVAL.id(), account)))
            .isEqualTo(
                LOGINS.attempt(
                    subject,
                    insert.formatted(Place.RIVAL.id(), Person.another(Place.LAKE, OWNER).id())));
      }
    }
  }

  private static UUID accountOfNewcomerAtTheRival() throws SQLException {
    try (Connection superuser = TRIAL.database().superuser()) {
      return UUID.fromString(
          new Catalogue(superuser)
              .list(
                  "select user_id::text from clients where organization_id = '%s' and id = '%s'"
                      .formatted(Place.RIVAL.id(), Ids.of("clients", "newcomer at rival")))
              .getFirst());
    }
  }

  @Test
  void statistics_of_guarded_tables_are_shown_to_nobody() throws SQLException {
    try (Connection superuser = TRIAL.database().superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("analyze");
    }
    for (Subject subject : World.tiersOf(Place.RIVER)) {
      for (String view : List.of("pg_stats", "pg_stats_ext", "pg_stats_ext_exprs")) {
        String select = "select from %s where schemaname not like 'pg\\_%%'".formatted(view);
        assertThat(LOGINS.attempt(subject, select + " and schemaname <> 'information_schema'"))
            .as("as %s, %s".formatted(subject, view))
            .isEqualTo(new Outcome.Rows(0));
      }
    }
  }

  @Test
  void medical_columns_come_out_of_no_statement() throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (Subject subject : World.tiersOf(Place.RIVER)) {
      for (String attempt :
          List.of(
              "select medical_notes from clients",
              "select care_points from clients",
              "select c from clients c",
              "select to_jsonb(c) from clients c",
              "select * from clients",
              "select from clients where medical_notes is not null",
              "select from clients order by medical_notes",
              "select count(medical_notes) from clients",
              "select from clients group by care_points",
              "select from clients c join tags t on t.name = c.medical_notes",
              "update clients set city = medical_notes",
              "update clients set city = 'x' returning medical_notes",
              "update clients set city = 'x' returning old.medical_notes",
              "update clients set medical_notes = medical_notes || 'x'",
              "update clients set city = 'x' where medical_notes like '%secret%'",
              "copy clients (medical_notes) to stdout",
              "merge into clients c using tags t on true when matched then update"
                  + " set city = c.medical_notes",
              "select before from import_rows",
              "select r from import_rows r")) {
        Outcome outcome = LOGINS.attempt(subject, attempt);
        if (!(outcome instanceof Outcome.Refused)) {
          wrong.add("as %s, %s: got %s".formatted(subject, attempt, outcome));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
