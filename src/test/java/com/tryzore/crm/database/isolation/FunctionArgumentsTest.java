package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.MEMBER;
import static com.tryzore.crm.access.Tier.OWNER;
import static com.tryzore.crm.access.Tier.STAFF;
import static com.tryzore.crm.access.Tier.TRAINER;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Functions run with their owner's rights, past the policies: each must find the bound organization
 * by itself, whatever it is asked for.
 */
class FunctionArgumentsTest {

  private static final Trial TRIAL = Trial.shared();
  private static final Logins LOGINS = new Logins(TRIAL.database());
  private static final UUID NOBODY = Ids.of("nothing", "of this id exists");

  /** Functions that take ids, asked for something of the rival at the question mark. */
  private static final Map<String, UUID> QUESTIONS = new LinkedHashMap<>();

  static {
    UUID client = ClientRows.clientId(Place.RIVAL, Person.the(Place.RIVAL, MEMBER));
    UUID file = Ids.of("imports", "the first at rival");
    ask("members.photo(?, true)", client);
    ask("members.photo(?, false)", client);
    ask("members.standings(?)", client);
    ask("members.medical_notes(?, 'because')", client);
    ask("members.has_medical_notes(?)", client);
    ask("members.remember_before(?)", file);
    ask("members.remember_versions(?)", file);
    ask("members.import_obstacles(?)", file);
    ask("members.undo_import_part(?, 0, 100)", file);
    ask("members.finish_undo(?)", file);
    ask("members.log_import_report(?)", file);
    ask("schedule.class_roster(?)", Ids.of("events", ScheduleRows.taught(Place.RIVAL)));
    UUID event = Ids.of("events", ScheduleRows.taught(Place.RIVAL));
    UUID here = ClientRows.clientId(Place.RIVER, Person.the(Place.RIVER, MEMBER));
    UUID place = ScheduleRows.placeOf(Place.RIVAL, Person.the(Place.RIVAL, MEMBER));
    UUID placeHere = ScheduleRows.placeOf(Place.RIVER, Person.the(Place.RIVER, MEMBER));
    ask("schedule.book(?, '%s')".formatted(here), event);
    ask(
        "schedule.book('%s', ?)".formatted(Ids.of("events", ScheduleRows.empty(Place.RIVER))),
        client);
    ask("schedule.cancel_place(?)", place);
    ask("schedule.move_place(?, '%s')".formatted(event), place);
    ask("schedule.move_place('%s', ?)".formatted(placeHere), event);
    ask("schedule.restore_place(?)", place);
    ask("schedule.resize(?, 30)", event);
    ask("schedule.mark(?, 'attended')", place);
    ask("schedule.walk_in(?, '%s')".formatted(here), event);
    ask(
        "schedule.walk_in('%s', ?)".formatted(Ids.of("events", ScheduleRows.taught(Place.RIVER))),
        client);
    ask(
        "schedule.mark_places(?, array['%s']::uuid[], 'booked', 'attended')".formatted(placeHere),
        event);
    ask(
        "schedule.mark_places('%s', array[?]::uuid[], 'booked', 'attended')"
            .formatted(Ids.of("events", ScheduleRows.taught(Place.RIVER))),
        place);
    ask("schedule.undo_walk_in(?)", place);
    ask("schedule.find_walk_ins(?, 'member')", event);
    ask("schedule.emergency_contact(?)", place);
    ask("schedule.hold_events(array[?]::uuid[])", event);
    ask("schedule.hold_events('{}', array[?]::uuid[])", place);
    ask("schedule.release_places(array[?]::uuid[])", event);
    ask(
        "schedule.add_occurrences(?, '[{\"original\": \"2030-01-07T18:00\"}]', now())",
        Ids.of("event_series", "spinning at rival"));
    ask(
        "schedule.withdraw_created(?)",
        Ids.of("schedule_changes", ScheduleRows.change(Place.RIVAL)));
    ask(
        "schedule.withdraw_imported(?)",
        Ids.of("timetable_imports", ScheduleRows.imported(Place.RIVAL)));
    UUID held =
        Ids.of("memberships", "first of %s at rival".formatted(Person.the(Place.RIVAL, MEMBER)));
    ask("members.use_credit(?, 'visit', null, null, '2030-02-02', 'because')", held);
    ask("access.notify(?, 'told', '{}', null, null)", Person.the(Place.RIVAL, OWNER).id());
    ask("access.record_read('read', 'clients', null, ?, '{}', null)", client);
  }

  private static void ask(String question, UUID foreign) {
    QUESTIONS.put(question, foreign);
  }

  @AfterAll
  static void leave() throws SQLException {
    LOGINS.close();
  }

  @Test
  void every_function_that_takes_an_id_is_asked_for_one_of_the_rival() throws SQLException {
    Set<String> asked =
        QUESTIONS.keySet().stream()
            .map(question -> question.substring(0, question.indexOf('(')))
            .collect(Collectors.toCollection(TreeSet::new));
    try (Connection superuser = TRIAL.database().superuser()) {
      assertThat(
              new Catalogue(superuser)
                  .list(
                      """
                      select distinct p.pronamespace::regnamespace || '.' || p.proname
                      from pg_proc p
                      join pg_roles r on r.rolname in %s and has_function_privilege(r.oid, p.oid, 'execute')
                      where p.pronamespace::regnamespace::text in %s
                        and p.proargtypes::oid[] && array['uuid'::regtype::oid, 'uuid[]'::regtype::oid]
                      """
                          .formatted(Catalogue.TIERS, Catalogue.SCHEMAS)))
          .containsExactlyInAnyOrderElementsOf(asked);
    }
  }

  @Test
  void what_belongs_to_the_rival_is_unknown_to_every_function() throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (Subject subject : World.tiersOf(Place.RIVER)) {
      for (var question : QUESTIONS.entrySet()) {
        String about = "select * from " + question.getKey();
        String foreign = answer(subject, about, question.getValue());
        String unknown = answer(subject, about, NOBODY);
        if (!foreign.equals(unknown)) {
          wrong.add("as %s, %s: %s, but %s".formatted(subject, about, foreign, unknown));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String answer(Subject subject, String question, UUID id) throws SQLException {
    return LOGINS.as(
        subject,
        connection -> {
          StringBuilder told = new StringBuilder();
          try (var rows =
              connection.createStatement().executeQuery(question.replace("?", "'" + id + "'"))) {
            while (rows.next()) {
              for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                told.append(rows.getString(column)).append(' ');
              }
            }
          } catch (SQLException refused) {
            told.append(refused.getSQLState()).append(' ').append(refused.getMessage());
          }
          return told.toString();
        });
  }

  @Test
  void members_are_told_of_themselves_only() throws SQLException {
    Subject member = World.subject(Person.the(Place.RIVER, MEMBER), Place.RIVER);
    String own = "'" + ClientRows.clientId(Place.RIVER, member.person()) + "'";
    String other =
        "'" + ClientRows.clientId(Place.RIVER, Person.another(Place.RIVER, MEMBER)) + "'";
    for (String question :
        List.of(
            "select from members.photo(%s, true) p where p is not null",
            "select from members.standings(%s)")) {
      assertThat(LOGINS.attempt(member, question.formatted(own)).isRefusal()).isFalse();
      assertThat(LOGINS.attempt(member, question.formatted(other)).isRefusal()).isTrue();
    }
    String notify = "select access.notify('%s', 'told', '{}', null, null)";
    assertThat(LOGINS.attempt(member, notify.formatted(member.person().id())))
        .isEqualTo(new Outcome.Rows(1));
    assertThat(
            LOGINS
                .attempt(member, notify.formatted(Person.the(Place.RIVER, STAFF).id()))
                .isRefusal())
        .isTrue();
  }

  @Test
  void a_trainer_reads_the_rosters_of_classes_they_teach_and_no_other() throws SQLException {
    Subject trainer = World.subject(Person.the(Place.RIVER, TRAINER), Place.RIVER);
    String roster = "select from schedule.class_roster('%s')";
    assertThat(
            LOGINS.attempt(
                trainer, roster.formatted(Ids.of("events", ScheduleRows.taught(Place.RIVER)))))
        .isEqualTo(new Outcome.Rows(4));
    assertThat(
            LOGINS.attempt(
                trainer, roster.formatted(Ids.of("events", ScheduleRows.notTaught(Place.RIVER)))))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void a_visitor_s_medical_notes_stay_at_home() throws SQLException {
    String visitor = "'" + ClientRows.clientId(Place.LAKE, Person.the(Place.LAKE, MEMBER)) + "'";
    for (Subject subject : World.tiersOf(Place.RIVER).subList(0, 3)) {
      assertThat(
              LOGINS.attempt(
                  subject, "select from members.medical_notes(%s, 'because')".formatted(visitor)))
          .isEqualTo(new Outcome.Rows(0));
      assertThat(
              LOGINS.attempt(
                  subject,
                  "select from members.has_medical_notes(%s) h where h".formatted(visitor)))
          .isEqualTo(new Outcome.Rows(0));
      assertThat(LOGINS.attempt(subject, "select from members.standings(%s)".formatted(visitor)))
          .as("the standing travels")
          .isEqualTo(new Outcome.Rows(2));
    }
  }
}
