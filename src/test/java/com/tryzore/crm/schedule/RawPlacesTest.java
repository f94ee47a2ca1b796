package com.tryzore.crm.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import com.tryzore.crm.members.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What a tier can do to places with SQL of its own, past the functions: nothing that breaks them.
 */
class RawPlacesTest {

  private static final Duration TOMORROW = Duration.ofHours(24);

  private ScheduleGym gym;
  private TestGym.Person sam;
  private TestGym.Person tara;
  private TestGym.Person mia;
  private EventId spin;
  private List<ClientId> people;

  @BeforeEach
  void a_full_class_with_a_line() {
    gym = ScheduleGym.on(TestDatabase.shared(), "Raw");
    sam = gym.gym().person("Sam Staff", Tier.STAFF);
    tara = gym.gym().person("Tara Trainer", Tier.TRAINER);
    mia = gym.gym().person("Mia Member", Tier.MEMBER);
    spin = gym.event("Spin", Instant.now().plus(TOMORROW), Duration.ofHours(1), 2, tara);
    people = gym.members(6);
    for (ClientId person : people.subList(0, 4)) {
      attempt(sam, "select from schedule.book('%s', '%s')".formatted(spin, person));
    }
  }

  /** What came of a statement: how many rows, or the SQLSTATE and the constraint it broke. */
  private String attempt(TestGym.Person person, String sql) {
    try (Connection connection = gym.gym().database().as(person.tier().login());
        Statement statement = connection.createStatement()) {
      String token = UUID.randomUUID().toString();
      gym.gym()
          .execute(
              "insert into ui_sessions (organization_id, user_id, tier, token_digest, signed_in_at,"
                  + " expires_at) values (?, ?, ?, sha256(convert_to(?, 'UTF8')), now(), now() +"
                  + " interval '1 hour')",
              gym.gym().id().value(),
              person.id().value(),
              person.tier().key(),
              token);
      connection.setAutoCommit(false);
      statement.execute("select set_config('zore.session', '%s', true)".formatted(token));
      String answer = statement.execute(sql) ? "rows" : statement.getUpdateCount() + " rows";
      connection.commit();
      return answer;
    } catch (PSQLException refused) {
      ServerErrorMessage message = refused.getServerErrorMessage();
      @Nullable String constraint = message == null ? null : message.getConstraint();
      return refused.getSQLState() + (constraint == null ? "" : " " + constraint);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private String insert(TestGym.Person by, EventId event, ClientId client, String status) {
    return attempt(
        by,
        "insert into event_participants (organization_id, event_id, client_id, status, booked_by)"
            + " values ('%s', '%s', '%s', '%s', '%s')"
                .formatted(gym.gym().id().value(), event, client, status, by.id().value()));
  }

  private String update(TestGym.Person by, ClientId client, String change) {
    return attempt(
        by,
        "update event_participants set %s where event_id = '%s' and client_id = '%s'"
            .formatted(change, spin, client));
  }

  @Test
  void nobody_is_put_onto_a_seat_that_there_is_not_nor_past_those_who_wait() {
    assertThat(insert(sam, spin, people.get(4), "booked"))
        .isEqualTo("23514 event_participants_line_goes_first");
    EventId full = gym.event("Full", TOMORROW.plusHours(2), 1);
    assertThat(insert(sam, full, people.get(4), "booked")).isEqualTo("1 rows");
    assertThat(insert(sam, full, people.get(5), "booked")).isEqualTo("23514 events_never_oversold");
    assertThat(insert(sam, full, people.get(5), "attended"))
        .isEqualTo("23514 event_participants_not_yet");
    assertThat(insert(sam, full, people.get(4), "booked"))
        .as("twice the same")
        .matches("23505 event_participants_one_place|23514 events_never_oversold");
    assertThat(gym.miscounted()).isNull();
  }

  @Test
  void nobody_is_promoted_by_hand() {
    assertThat(update(sam, people.get(3), "status = 'booked', waitlist_position = null"))
        .isEqualTo("23514 event_participants_way");
    assertThat(update(sam, people.get(3), "waitlist_position = 0"))
        .isEqualTo("23514 event_participants_line_is_kept");
    assertThat(update(sam, people.get(3), "status = 'attended', waitlist_position = null"))
        .isEqualTo("23514 event_participants_way");
    assertThat(update(sam, people.get(3), "promoted_at = now()")).isEqualTo("42501");
    assertThat(attempt(sam, "update events set booked_count = 0 where id = '%s'".formatted(spin)))
        .isEqualTo("42501");
    assertThat(attempt(sam, "update events set waitlist_count = 0 where id = '%s'".formatted(spin)))
        .isEqualTo("42501");
    assertThat(attempt(sam, "select set_config('role', 'zore_definer', true)")).isEqualTo("42501");
  }

  @Test
  void a_seat_given_up_by_hand_goes_to_whoever_waited_longest_and_so_do_more_seats() {
    assertThat(update(sam, people.get(0), "status = 'cancelled'")).isEqualTo("1 rows");
    assertThat(gym.places(spin))
        .containsExactly(
            "Member0 cancelled", "Member1 booked", "Member2 booked", "Member3 waitlisted 2");
    assertThat(attempt(sam, "update events set capacity = 9 where id = '%s'".formatted(spin)))
        .isEqualTo("1 rows");
    assertThat(gym.places(spin)).contains("Member3 booked");
    assertThat(attempt(sam, "update events set capacity = 2 where id = '%s'".formatted(spin)))
        .isEqualTo("23514 events_never_oversold");
    assertThat(gym.miscounted()).isNull();
  }

  @Test
  void a_cancelled_place_does_not_come_back_by_hand() {
    update(sam, people.get(3), "status = 'cancelled'");
    for (String status : List.of("booked", "attended", "no_show")) {
      assertThat(update(sam, people.get(3), "status = '%s'".formatted(status)))
          .isEqualTo("23514 event_participants_way");
    }
    assertThat(update(sam, people.get(3), "status = 'waitlisted', waitlist_position = 1"))
        .isEqualTo("23514 event_participants_line_is_kept");
  }

  @Test
  void the_end_of_the_line_is_given_by_the_database() {
    String columns = "organization_id, event_id, client_id, status, waitlist_position, booked_by";
    assertThat(
            attempt(
                sam,
                "insert into event_participants (%s) values ('%s', '%s', '%s', 'waitlisted', -7, '%s')"
                    .formatted(
                        columns, gym.gym().id().value(), spin, people.get(4), sam.id().value())))
        .isEqualTo("1 rows");
    assertThat(gym.places(spin)).contains("Member4 waitlisted 3");
  }

  @Test
  void whoever_has_no_standing_and_whatever_is_no_more_is_refused() {
    ClientId frozen = gym.member("Ice", "frozen", null);
    EventId open = gym.event("Open", TOMORROW, 9);
    assertThat(insert(sam, open, frozen, "booked"))
        .isEqualTo("23514 event_participants_standing_allows");
    EventId begun = gym.event("Begun", Duration.ofMinutes(-5), 9);
    assertThat(insert(sam, begun, people.get(5), "booked"))
        .isEqualTo("23514 event_participants_event_is_ahead");
    EventId over = gym.event("Over", Duration.ofHours(-5), 9);
    assertThat(insert(sam, over, people.get(5), "booked"))
        .isEqualTo("23514 event_participants_event_is_not_over");
    gym.set(open, "status", "cancelled");
    assertThat(insert(sam, open, people.get(5), "booked"))
        .isEqualTo("23514 event_participants_event_is_on");
    assertThat(insert(sam, begun, people.get(5), "no_show"))
        .isEqualTo("23514 event_participants_begins_well");
  }

  @Test
  void a_cancelled_event_promotes_nobody_until_it_takes_place_again() {
    gym.set(spin, "status", "cancelled");
    update(sam, people.get(0), "status = 'cancelled'");
    assertThat(gym.places(spin)).contains("Member2 waitlisted 1");
    gym.set(spin, "status", "scheduled");
    assertThat(gym.places(spin)).contains("Member2 booked", "Member3 waitlisted 2");
    assertThat(gym.miscounted()).isNull();
  }

  @Test
  void a_trainer_marks_nobody_in_a_class_of_another_and_moves_no_place() {
    gym.startsAt(spin, Instant.now().plus(Duration.ofMinutes(10)));
    assertThat(update(tara, people.get(0), "status = 'attended'")).isEqualTo("1 rows");
    assertThat(gym.visits(people.get(0))).as("and that is a visit").isEqualTo(1);
    assertThat(update(tara, people.get(0), "status = 'no_show'"))
        .isEqualTo("23514 event_participants_not_yet");
    assertThat(update(tara, people.get(1), "status = 'cancelled'")).isEqualTo("42501");
    assertThat(update(tara, people.get(2), "status = 'attended'"))
        .as("waits: not among what a trainer may change")
        .isEqualTo("0 rows");
    assertThat(insert(tara, spin, people.get(5), "attended")).isEqualTo("42501");

    TestGym.Person other = gym.gym().person("Uwe Trainer", Tier.TRAINER);
    assertThat(update(other, people.get(1), "status = 'attended'")).isEqualTo("0 rows");
    for (String call :
        List.of(
            "select schedule.mark(id, 'attended') from event_participants",
            "select schedule.walk_in('%s', '%s')".formatted(spin, people.get(5)),
            "select schedule.book('%s', '%s')".formatted(spin, people.get(5)),
            "select schedule.resize('%s', 5)".formatted(spin))) {
      assertThat(attempt(other, call)).as(call).matches("42501|rows");
    }
    assertThat(gym.visits(people.get(1))).isZero();
    assertThat(gym.visits(people.get(5))).isZero();
  }

  @Test
  void a_member_changes_no_place_not_even_their_own() {
    assertThat(insert(mia, spin, people.get(5), "booked")).isEqualTo("42501");
    assertThat(update(mia, people.get(0), "status = 'cancelled'")).isEqualTo("42501");
    for (String call :
        List.of(
            "book('%s', '%s')", "walk_in('%s', '%s')", "cancel_place('%s')", "resize('%s', 5)")) {
      assertThat(attempt(mia, ("select schedule." + call).formatted(spin, people.get(5))))
          .as(call)
          .isEqualTo("42501");
    }
  }

  @Test
  void the_workings_of_promotion_are_nobodys_to_call() {
    for (String call :
        List.of(
            "schedule.take_place(null, null, false)",
            "schedule.hold(null, null, null)",
            "schedule.drop_overlapping(null, null)",
            "schedule.rules_of(null)",
            "schedule.give_up(null, null, true)")) {
      assertThat(attempt(sam, "select " + call)).as(call).isEqualTo("42501");
    }
  }

  @Test
  void minutes_are_minutes_also_where_a_day_has_23_hours() throws SQLException {
    try (Connection superuser = gym.gym().database().superuser();
        Statement statement = superuser.createStatement()) {
      for (String zone : List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe")) {
        statement.execute("set timezone = '%s'".formatted(zone));
        for (String start :
            List.of("2027-03-28 03:30+02", "2027-03-14 04:00-04", "2026-10-04 03:00+11")) {
          try (var row =
              statement.executeQuery(
                  ("select extract(epoch from timestamptz '%1$s' - (timestamptz '%1$s' -"
                          + " schedule.minutes(1440)))::int")
                      .formatted(start))) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(86_400);
          }
        }
      }
    }
  }
}
