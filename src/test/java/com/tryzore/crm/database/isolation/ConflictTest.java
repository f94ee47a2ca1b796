package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.MEMBER;
import static com.tryzore.crm.access.Tier.OWNER;
import static com.tryzore.crm.access.Tier.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Tier;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Statements that read and write at once: conflicts, merges, returning, and rows that move. */
class ConflictTest {

  private static final Trial TRIAL = Trial.shared();
  private static final Logins LOGINS = new Logins(TRIAL.database());

  @AfterAll
  static void leave() throws SQLException {
    LOGINS.close();
  }

  @Test
  void a_conflict_with_a_hidden_row_neither_shows_nor_changes_it() throws SQLException {
    // The view of a colleague, and one of the owner that is not shared, under their own ids.
    for (Tier other : List.of(OWNER, MEMBER)) {
      String insert =
          """
          insert into saved_views as v (organization_id, id, user_id, screen, name, query)
          values ('%s', '%s', '%s', 'members', 'mine now', 'q=')
          """
              .formatted(
                  Place.RIVER.id(),
                  Ids.of(
                      "saved_views",
                      "private of %s at river".formatted(Person.another(Place.RIVER, other))),
                  subject(STAFF).person().id());
      for (String clause :
          List.of(
              "on conflict (organization_id, id) do update set query = 'taken'",
              "on conflict (organization_id, id) do update set query = v.query returning v.query",
              "on conflict (organization_id, id) do update set is_shared = true where true returning v.name",
              "on conflict on constraint saved_views_pk do update set name = v.name || '!' returning v.name")) {
        assertThat(LOGINS.attempt(subject(STAFF), insert + clause))
            .as(clause)
            .isInstanceOf(Outcome.Refused.class);
      }
      assertThat(LOGINS.attempt(subject(STAFF), insert + "on conflict do nothing returning v.name"))
          .isEqualTo(new Outcome.Rows(0));
    }
  }

  @Test
  void a_conflict_with_another_organization_never_comes_about() throws SQLException {
    assertThat(
            LOGINS.attempt(
                subject(STAFF),
                """
                insert into notification_preferences as p (organization_id, id, user_id)
                values ('%s', '%s', '%s')
                on conflict (organization_id, user_id) do update set email_on = false
                returning p.time_zone
                """
                    .formatted(
                        Place.RIVAL.id(),
                        Ids.of("notification_preferences", "planted"),
                        Person.the(Place.RIVAL, OWNER).id())))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void a_merge_meets_only_rows_that_may_be_seen_and_changed() throws SQLException {
    String merge =
        """
        merge into saved_views v
        using (select gen_random_uuid() as g) s
           on %s
         when matched then %s
        """;
    assertThat(
            LOGINS.attempt(
                subject(MEMBER),
                merge.formatted(
                    "v.user_id <> '%s'".formatted(subject(MEMBER).person().id()), "delete")))
        .isEqualTo(new Outcome.Rows(0));
    assertThat(
            LOGINS.attempt(
                subject(STAFF),
                merge.formatted(
                    "v.user_id <> '%s'".formatted(subject(STAFF).person().id()),
                    "update set name = 'taken'")))
        .as("shared views are seen and not changed")
        .isInstanceOf(Outcome.Refused.class);
    assertThat(
            LOGINS.attempt(
                subject(STAFF),
                merge.formatted(
                    "v.organization_id = '%s'".formatted(Place.RIVAL.id()),
                    "update set name = 'taken'")))
        .isEqualTo(new Outcome.Rows(0));
  }

  @Test
  void a_row_is_not_moved_to_another_organization() throws SQLException {
    for (Subject subject : World.tiersOf(Place.RIVER)) {
      for (Kit kit : Trial.kits()) {
        if (TRIAL.key(kit.table()).contains("organization_id")) {
          assertThat(
                  LOGINS
                      .attempt(
                          subject,
                          "update %s set organization_id = '%s'"
                              .formatted(kit.table(), Place.RIVAL.id()))
                      .isRefusal())
              .as("%s %s", subject, kit.table())
              .isTrue();
        }
      }
    }
  }

  @Test
  void a_statement_within_a_statement_is_under_the_same_policies() throws SQLException {
    String foreign = "organization_id = '%s'".formatted(Place.RIVAL.id());
    for (Subject subject : World.tiersOf(Place.RIVER)) {
      for (String attempt :
          List.of(
              "with gone as (delete from taggables where %s returning 1) select from gone",
              "with a as (update events set title = 'x' where %s returning old.title) select from a",
              "select from organizations o where exists (select from clients c where c.%s)",
              "select from organizations o cross join lateral (select from visits where %s) v",
              "select from (table memberships) m where m.%s",
              "declare peek cursor for select from clients where %s; fetch all from peek",
              "prepare peek as select from clients where %s; execute peek",
              "explain (analyze, format json) select from rooms where false and %s")) {
        Outcome outcome = LOGINS.attempt(subject, attempt.formatted(foreign));
        assertThat(outcome.isRefusal() || attempt.startsWith("explain"))
            .as("as %s, %s: got %s", subject, attempt, outcome)
            .isTrue();
      }
    }
  }

  @Test
  void a_trainer_marks_attendance_and_touches_no_waiting_or_cancelled_place() throws SQLException {
    Subject trainer = subject(Tier.TRAINER);
    String mark = "update event_participants set status = '%s' where event_id = '%s'";
    Object taught = Ids.of("events", ScheduleRows.taught(Place.RIVER));
    assertThat(LOGINS.attempt(trainer, mark.formatted("attended", taught)))
        .isEqualTo(new Outcome.Rows(4));
    Object begun = Ids.of("events", ScheduleRows.begun(Place.RIVER));
    assertThat(LOGINS.attempt(trainer, mark.formatted("no_show", begun)))
        .isEqualTo(new Outcome.Rows(4));
    assertThat(LOGINS.attempt(trainer, mark.formatted("no_show", taught)))
        .as("nobody is absent from what has not begun")
        .isInstanceOfSatisfying(
            Outcome.Blocked.class, blocked -> assertThat(blocked.state()).isEqualTo("23514"));
    assertThat(LOGINS.attempt(trainer, mark.formatted("cancelled", taught)))
        .isInstanceOf(Outcome.Refused.class);
    for (String column :
        List.of("payment_status = 'paid'", "price_minor = 0", "booked_by = null")) {
      assertThat(LOGINS.attempt(trainer, "update event_participants set " + column))
          .isInstanceOf(Outcome.Refused.class);
    }
  }

  private static Subject subject(Tier tier) {
    return World.subject(Person.the(Place.RIVER, tier), Place.RIVER);
  }
}
