package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.ADMIN;
import static com.tryzore.crm.access.Tier.MEMBER;
import static com.tryzore.crm.access.Tier.OWNER;
import static com.tryzore.crm.access.Tier.STAFF;
import static com.tryzore.crm.access.Tier.TRAINER;
import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Tier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Nobody makes themself, or anybody else, more than they may be. */
class ElevationTest {

  private static final Trial TRIAL = Trial.shared();
  private static final Logins LOGINS = new Logins(TRIAL.database());

  private final Subject owner = subject(OWNER);
  private final Subject admin = subject(ADMIN);
  private final Subject staff = subject(STAFF);

  @AfterAll
  static void leave() throws SQLException {
    LOGINS.close();
  }

  @Test
  void nobody_gives_themselves_a_role_or_a_right() throws SQLException {
    for (Subject subject : World.tiersOf(Place.RIVER)) {
      for (String change :
          List.of(
              "permissions = '{\"members.export\": true, \"plans.edit\": true}'",
              "role = 'owner'",
              "role = 'admin', permissions = '{\"staff.manage\": true}'")) {
        Outcome outcome =
            LOGINS.attempt(
                subject,
                "update user_organizations set %s where user_id = '%s'"
                    .formatted(change, subject.person().id()));
        boolean stepsDown = subject.tier() == OWNER && change.startsWith("role = 'admin'");
        assertThat(outcome.isRefusal() || stepsDown)
            .as("as %s, %s: got %s", subject, change, outcome)
            .isTrue();
      }
    }
  }

  @Test
  void roles_are_given_below_ones_own_and_no_session_makes_an_owner() throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (Subject subject : World.tiersOf(Place.RIVER)) {
      for (Tier from : Tier.values()) {
        for (Tier to : Tier.values()) {
          boolean mayTouch =
              subject.tier() == OWNER || (subject.tier() == ADMIN && below(ADMIN, from));
          boolean mayGive = subject.atLeast(ADMIN) && below(subject.tier(), to);
          Outcome outcome =
              LOGINS.attempt(
                  subject,
                  "update user_organizations set role = '%s' where user_id = '%s'"
                      .formatted(to.key(), Person.another(Place.RIVER, from).id()));
          boolean right =
              (mayTouch && mayGive) ? outcome.equals(new Outcome.Rows(1)) : outcome.isRefusal();
          if (!right) {
            wrong.add("as %s, from %s to %s: got %s".formatted(subject, from, to, outcome));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean below(Tier tier, Tier other) {
    return tier.atLeast(other) && tier != other;
  }

  @Test
  void the_last_owner_stays_whoever_takes_the_role_away() throws SQLException {
    String others =
        "delete from user_organizations where role = 'owner' and user_id <> '%s'"
            .formatted(owner.person().id());
    for (String last :
        List.of(
            "delete from user_organizations where user_id = '%s'",
            "update user_organizations set role = 'admin' where user_id = '%s'",
            "update user_organizations set status = 'disabled', role = 'staff' where user_id = '%s'")) {
      Outcome outcome =
          LOGINS.as(
              owner,
              connection -> {
                try (Statement statement = connection.createStatement()) {
                  assertThat(statement.executeUpdate(others)).isEqualTo(1);
                }
                return Door.attempt(connection, last.formatted(owner.person().id()));
              });
      assertThat(outcome.toString()).contains("23514").contains("keeps at least one owner");
    }
    assertThat(LOGINS.attempt(admin, others).isRefusal()).isTrue();
  }

  @Test
  void an_invitation_gives_no_role_of_ones_own_height_and_needs_the_right() throws SQLException {
    List<String> wrong = new ArrayList<>();
    List<Subject> subjects = new ArrayList<>(World.tiersOf(Place.RIVER));
    subjects.add(World.subject(new Person(Place.RIVER, ADMIN, 3), Place.RIVER));
    subjects.add(World.subject(new Person(Place.RIVER, STAFF, 4), Place.RIVER));
    for (Subject subject : subjects) {
      for (String role : List.of("owner", "admin", "staff", "trainer", "member", "god", "")) {
        boolean allowed =
            subject.rights().contains("staff.manage")
                && List.of("admin", "staff", "trainer", "member").contains(role)
                && below(subject.tier(), Tier.ofKey(role));
        Outcome outcome =
            LOGINS.attempt(
                subject, "select access.invite('new@example.org', 'New', '%s')".formatted(role));
        if (allowed ? !outcome.equals(new Outcome.Rows(1)) : !outcome.isRefusal()) {
          wrong.add("as %s, invite as '%s': got %s".formatted(subject, role, outcome));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void an_invitation_does_not_tell_whether_the_address_is_known() throws SQLException {
    String known = "rival.member@example.org";
    List<String> answers = new ArrayList<>();
    for (String address : List.of(known, "nobody.at.all@example.org")) {
      answers.add(
          LOGINS.as(
              owner,
              connection -> {
                Door.attempt(connection, "select 1");
                try (Statement statement = connection.createStatement()) {
                  statement.execute(
                      "select access.invite('%s', 'As typed', 'trainer')".formatted(address));
                  return told(statement, address);
                }
              }));
    }
    assertThat(answers.get(0)).isEqualTo(answers.get(1)).contains("As typed");
  }

  /** Everything an inviter can see of an invitation, without what differs from one to the next. */
  private static String told(Statement statement, String address) throws SQLException {
    StringBuilder told = new StringBuilder();
    for (String query :
        List.of(
            "select role, replace(email, '%s', 'it'), display_name, accepted_at from invitations"
                + " order by created_at desc limit 1",
            "select role, status, permissions, joined_at from user_organizations"
                + " order by created_at desc limit 1",
            "select count(*), count(sign_in_email) from users where sign_in_email = '%s'",
            "select count(*) from users")) {
      try (ResultSet rows = statement.executeQuery(query.formatted(address))) {
        while (rows.next()) {
          for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            told.append(rows.getString(column)).append(' ');
          }
        }
      }
    }
    return told.toString();
  }

  @Test
  void only_the_holder_of_an_account_makes_it_part_of_an_organization() throws SQLException {
    String known = "rival.member@example.org";
    Trial alone = Trial.fresh();
    try (Logins logins = new Logins(alone.database());
        Connection connection = logins.connection("zore_owner");
        Connection gate = logins.connection("zore_gate")) {
      Door.bind(connection, Trial.token(owner));
      String token =
          text(connection, "select access.invite('%s', 'X', 'trainer')".formatted(known));
      connection.commit();

      // Not by the inviters, who could otherwise look at whomever they please,
      Door.bind(connection, Trial.token(owner));
      String invited = "where status = 'invited'";
      for (String detour : List.of("active", "disabled")) {
        Outcome outcome =
            Door.attempt(
                connection,
                "update user_organizations set status = '%s' %s".formatted(detour, invited));
        assertThat(outcome.isRefusal()).as(detour).isEqualTo(detour.equals("active"));
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("update user_organizations set status = 'disabled' " + invited);
      }
      assertThat(
              Door.attempt(
                      connection,
                      "update user_organizations set status = 'active' where joined_at is null")
                  .isRefusal())
          .isTrue();
      connection.rollback();

      // nor by the link alone, which they have too,
      String accept = "select access.accept_invitation('%s', %s, %s)";
      assertThat(Door.attempt(gate, accept.formatted(token, "null", "null")).isRefusal()).isTrue();
      assertThat(Door.attempt(gate, accept.formatted(token, "'mine'", "null")).isRefusal())
          .isTrue();
      String other = "'" + Person.the(Place.RIVER, OWNER).id() + "'";
      assertThat(Door.attempt(gate, accept.formatted(token, "null", other)).isRefusal()).isTrue();

      // but by whoever has shown the account's password.
      String holder = "'" + Person.the(Place.RIVAL, MEMBER).id() + "'";
      assertThat(text(gate, accept.formatted(token, "null", holder))).isNotNull();
      assertThat(text(gate, accept.formatted(token, "null", holder))).isNull();
      gate.rollback();
    } finally {
      alone.database().drop();
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }

  @Test
  void nobody_writes_in_the_name_of_others_afterwards_either() throws SQLException {
    String colleague = Person.another(Place.RIVER, STAFF).id().toString();
    List<String> wrong = new ArrayList<>();
    for (Subject subject : List.of(owner, admin, staff)) {
      for (String attempt :
          List.of(
              "update client_notes set written_by = '%s'",
              "update hand_over_notes set written_by = '%s'",
              "update hand_over_notes set done_at = clock_timestamp(), done_by = '%s'",
              "update visits set undone_at = clock_timestamp(), undone_by = '%s'",
              "update visits set checked_in_by = '%s'",
              "update imports set started_by = '%s'",
              "update imports set undone_by = '%s'",
              "update taggables set tagged_by = '%s'",
              "update event_participants set booked_by = '%s'",
              "update memberships set sold_by = '%s'",
              "update membership_pauses set made_by = '%s'",
              "update membership_usage set made_by = '%s'",
              "update saved_views set user_id = '%s'",
              "update notifications set recipient_id = '%s'",
              "update notification_preferences set user_id = '%s'",
              "update users set display_name = 'x' where id = '%s'",
              "insert into audit_logs (organization_id, actor_user_id) values (null, '%s')",
              "select audit.write(null, 'read', 'clients', '%s', null, null, null)")) {
        Outcome outcome = LOGINS.attempt(subject, attempt.formatted(colleague));
        if (!outcome.isRefusal()) {
          wrong.add("as %s, %s: got %s".formatted(subject, attempt, outcome));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_single_right_that_is_withheld_is_missed_in_the_database() throws SQLException {
    Subject without = World.subject(new Person(Place.RIVER, STAFF, 3), Place.RIVER);
    Subject withAll = World.subject(new Person(Place.RIVER, STAFF, 4), Place.RIVER);
    String client =
        "'" + ClientRows.clientId(Place.RIVER, Person.another(Place.RIVER, MEMBER)) + "'";
    String allowed =
        """
        insert into visits (organization_id, client_id, checked_in_by, source, verdict, override_reason)
        values ('%s', %s, '%s', 'search', 'allowed', 'because')
        """;
    for (String statement :
        List.of(
            "select members.medical_notes(%s, 'because')".formatted(client),
            "select access.record_read('export', 'clients', null, null, '{}', null)",
            "select members.undo_import_part(null, 0, 100)",
            "select members.finish_undo(null)",
            "select members.plan_anew()",
            "select members.log_import_report(null)",
            allowed)) {
      assertThat(LOGINS.attempt(without, inName(statement, client, without)).isRefusal())
          .as(statement)
          .isTrue();
    }
    assertThat(LOGINS.attempt(withAll, inName(allowed, client, withAll)))
        .isEqualTo(new Outcome.Rows(1));
    assertThat(
            LOGINS.attempt(
                withAll, "select from members.medical_notes(%s, 'because')".formatted(client)))
        .isEqualTo(new Outcome.Rows(1));
    assertThat(
            LOGINS.attempt(
                without, "select from members.has_medical_notes(%s) h where h".formatted(client)))
        .isEqualTo(new Outcome.Rows(0));
    String roster =
        "select from schedule.class_roster('%s') r where r.care_points is not null"
            .formatted(Ids.of("events", ScheduleRows.taught(Place.RIVER)));
    assertThat(LOGINS.attempt(without, roster)).isEqualTo(new Outcome.Rows(0));
    assertThat(LOGINS.attempt(subject(TRAINER), roster)).isEqualTo(new Outcome.Rows(4));
  }

  private static String inName(String statement, String client, Subject subject) {
    return statement.formatted(Place.RIVER.id(), client, subject.person().id());
  }

  private static Subject subject(Tier tier) {
    return World.subject(Person.the(Place.RIVER, tier), Place.RIVER);
  }
}
