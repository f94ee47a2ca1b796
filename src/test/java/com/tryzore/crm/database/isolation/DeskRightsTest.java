package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.ADMIN;
import static com.tryzore.crm.access.Tier.MEMBER;
import static com.tryzore.crm.access.Tier.OWNER;
import static com.tryzore.crm.access.Tier.STAFF;
import static com.tryzore.crm.access.Tier.TRAINER;
import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Tier;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Verdicts, words of colleagues and visitors: what the desk's SQL can do, and what it cannot. */
class DeskRightsTest {

  private static final UUID OWN = client(Place.RIVER, 2);
  private static final UUID VISITOR = client(Place.LAKE, 1);

  /** Another of the staff who has a tab open. */
  private static final Person AUTHOR = new Person(Place.RIVER, STAFF, 4);

  private static Rights rights;

  @BeforeAll
  static void open() {
    rights = new Rights();
  }

  @AfterAll
  static void close() throws SQLException {
    rights.close();
  }

  private static UUID client(Place home, int number) {
    return ClientRows.clientId(home, new Person(home, MEMBER, number));
  }

  // Verdicts

  @Test
  void a_visit_that_the_rules_refuse_is_written_as_allowed_with_a_reason_or_not_at_all()
      throws SQLException {
    String yesterday = "((now() at time zone 'Europe/Berlin')::date - 1)";
    String today = "(now() at time zone 'Europe/Berlin')";
    for (String refused :
        List.of(
            "'expired', null",
            "'frozen', null",
            "'cancelled', " + today,
            "'prospect', null",
            "'prospect', " + yesterday,
            "'active', " + yesterday)) {
      stands(Place.RIVER, OWN, refused);
      assertThat(visit(OWN, "welcome")).as(refused).isInstanceOf(Outcome.Refused.class);
      assertThat(visit(OWN, "caution")).as(refused).isInstanceOf(Outcome.Refused.class);
      assertThat(visit(OWN, "allowed")).as(refused).isEqualTo(new Outcome.Rows(1));
    }
    for (String welcome : List.of("'active', null", "'active', " + today, "'prospect', " + today)) {
      stands(Place.RIVER, OWN, welcome);
      assertThat(visit(OWN, "welcome")).as(welcome).isEqualTo(new Outcome.Rows(1));
    }
  }

  @Test
  void of_a_visitor_the_right_at_home_decides_and_being_turned_away_here() throws SQLException {
    stands(Place.RIVER, VISITOR, "'active', null");
    stands(Place.LAKE, VISITOR, "'expired', null");
    assertThat(visit(VISITOR, "welcome")).isInstanceOf(Outcome.Refused.class);
    stands(Place.LAKE, VISITOR, "'active', null");
    assertThat(visit(VISITOR, "welcome")).isEqualTo(new Outcome.Rows(1));
    stands(Place.RIVER, VISITOR, "'cancelled', null");
    assertThat(visit(VISITOR, "welcome")).isInstanceOf(Outcome.Refused.class);
    stands(Place.RIVER, VISITOR, "'active', null");
  }

  private static void stands(Place place, UUID client, String standing) throws SQLException {
    rights.arrange(
        "update client_organizations set (status, valid_until) = (select %s::date)"
                .formatted(standing)
            + " where organization_id = '%s' and client_id = '%s'".formatted(place.id(), client));
  }

  private static Outcome visit(UUID client, String verdict) throws SQLException {
    return rights.tries(
        STAFF,
        Place.RIVER,
        """
        insert into visits (organization_id, client_id, checked_in_by, source, verdict, override_reason)
        values ('%s', '%s', access.user_id(), 'search', '%s', %s)
        """
            .formatted(
                Place.RIVER.id(), client, verdict, verdict.equals("allowed") ? "'why'" : "null"));
  }

  // Words

  @Test
  void nobody_changes_what_a_colleague_wrote() throws SQLException {
    for (String table : List.of("client_notes", "hand_over_notes")) {
      String change = "update " + table + " set body = 'never said' where written_by = '%s'";
      UUID author = AUTHOR.id();
      rights.arrange("update " + table + " set written_by = '" + author + "'");
      for (Tier tier : List.of(STAFF, ADMIN, OWNER)) {
        assertThat(rights.tries(tier, Place.RIVER, change.formatted(author)).isRefusal())
            .as("%s of %s", table, tier)
            .isTrue();
      }
      assertThat(rights.tries(AUTHOR, Place.RIVER, change.formatted(author)).isRefusal())
          .as("the author, %s", table)
          .isFalse();
    }
    String kind = "update client_notes set kind = 'desk'";
    assertThat(rights.tries(OWNER, Place.RIVER, kind)).isInstanceOf(Outcome.Refused.class);
  }

  // Visitors

  @Test
  void a_client_of_a_sister_gym_is_admitted_by_the_number_there() throws SQLException {
    String known = number(Place.LAKE, client(Place.LAKE, 2));
    for (Tier tier : List.of(STAFF, ADMIN, OWNER)) {
      assertThat(admits(tier, Place.RIVER, "lake", known)).as("%s", tier).isTrue();
      assertThat(admits(tier, Place.RIVER, "lake", "  " + known + " ")).as("%s", tier).isTrue();
    }
    assertThat(admits(STAFF, Place.RIVER, "lake", number(Place.LAKE, VISITOR)))
        .as("who stands here already is found again")
        .isTrue();
    for (Tier tier : List.of(TRAINER, MEMBER)) {
      assertThat(
              rights.tries(
                  tier, Place.RIVER, "select members.admit_visitor('lake', '" + known + "')"))
          .isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void unknown_and_foreign_are_answered_alike() throws SQLException {
    String rival = number(Place.RIVAL, client(Place.RIVAL, 2));
    String own = number(Place.RIVER, OWN);
    assertThat(admits(STAFF, Place.RIVER, "rival", rival)).isFalse();
    assertThat(admits(STAFF, Place.RIVER, "rival", "no such number")).isFalse();
    assertThat(admits(STAFF, Place.RIVER, "no-such-gym", rival)).isFalse();
    assertThat(admits(STAFF, Place.RIVER, "lake", "no such number")).isFalse();
    assertThat(admits(STAFF, Place.RIVER, "river", own)).as("one's own").isFalse();
    assertThat(admits(STAFF, Place.RIVAL, "lake", number(Place.LAKE, VISITOR))).isFalse();
    String visiting = number(Place.LAKE, client(Place.RIVER, 1));
    assertThat(admits(STAFF, Place.RIVER, "lake", visiting))
        .as("a number by which a visitor goes there is no home number")
        .isFalse();
    assertThat(rights.tries(STAFF, Place.RIVAL, "select from members.sister_gyms()"))
        .isEqualTo(new Outcome.Rows(0));
    assertThat(rights.tries(STAFF, Place.RIVER, "select from members.sister_gyms()"))
        .isEqualTo(new Outcome.Rows(1));
  }

  @Test
  void only_what_a_standing_carries_travels() throws SQLException {
    String known = number(Place.LAKE, client(Place.LAKE, 2));
    Subject staff = World.subject(Person.the(Place.RIVER, STAFF), Place.RIVER);
    rights
        .logins()
        .as(
            staff,
            connection -> {
              String admit = "select members.admit_visitor('lake', '" + known + "')";
              connection.createStatement().execute(admit);
              for (String nothing :
                  List.of(
                      "select from clients where id = '%s'",
                      "select from members.medical_notes('%s', 'because')",
                      "select from client_notes where client_id = '%s'",
                      "select from visits where client_id = '%s'")) {
                assertThat(Door.attempt(connection, nothing.formatted(client(Place.LAKE, 2))))
                    .as(nothing)
                    .isEqualTo(new Outcome.Rows(0));
              }
              return true;
            });
  }

  @Test
  void every_try_is_in_the_trail_and_whoever_guesses_is_stopped() throws SQLException {
    String known = number(Place.LAKE, VISITOR);
    rights
        .logins()
        .as(
            World.subject(AUTHOR, Place.RIVER),
            connection -> {
              for (int guess = 0; guess < 10; guess++) {
                connection
                    .createStatement()
                    .execute("select members.admit_visitor('lake', 'guess %d')".formatted(guess));
              }
              for (String number : List.of("another", known)) {
                assertThat(
                        Door.attempt(
                            connection, "select members.admit_visitor('lake', '" + number + "')"))
                    .isInstanceOfSatisfying(
                        Outcome.Blocked.class,
                        stopped -> assertThat(stopped.state()).isEqualTo("54000"));
              }
              return true;
            });
  }

  private static boolean admits(Tier tier, Place place, String home, String number)
      throws SQLException {
    Outcome outcome =
        rights.tries(
            tier,
            place,
            "select from members.admit_visitor('%s', '%s') a where a is not null"
                .formatted(home, number));
    assertThat(outcome).isInstanceOf(Outcome.Rows.class);
    return outcome.equals(new Outcome.Rows(1));
  }

  private static String number(Place place, UUID client) throws SQLException {
    try (var superuser = rights.superuser()) {
      return new Catalogue(superuser)
          .list(
              "select member_number from client_organizations where organization_id = '%s' and client_id = '%s'"
                  .formatted(place.id(), client))
          .getFirst();
    }
  }
}
