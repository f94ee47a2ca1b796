package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.ADMIN;
import static com.tryzore.crm.access.Tier.MEMBER;
import static com.tryzore.crm.access.Tier.OWNER;
import static com.tryzore.crm.access.Tier.STAFF;
import static com.tryzore.crm.access.Tier.TRAINER;

import com.tryzore.crm.access.Tier;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Calls that a function must refuse by itself, because grants and policies let them through: one at
 * least for each refusal that a function pronounces.
 */
final class Refusals {

  /**
   * One call.
   *
   * @param about the function whose refusal is asked for, or the table that must stay as it is
   * @param before what a superuser makes so first; may be empty
   * @param login who calls
   * @param token what the call is bound with; empty for none
   */
  record Refusal(String about, String before, String login, String token, String sql) {

    Refusal after(String preparation) {
      return new Refusal(about, preparation, login, token, sql);
    }
  }

  private static final String RIVER_STAFF_2 = id(Person.another(Place.RIVER, STAFF));
  private static final String IMPORT = "'" + Ids.of("imports", "the first at river") + "'";
  private static final Subject WITHOUT_RIGHTS =
      World.subject(new Person(Place.RIVER, STAFF, 3), Place.RIVER);

  private static final List<Refusal> ALL = new ArrayList<>();

  static {
    sessions();
    accounts();
    members();
    ScheduleRefusals.all().forEach(Refusals::add);
    TableRefusals.all().forEach(Refusals::add);
    RightsRefusals.all().forEach(Refusals::add);
  }

  private Refusals() {}

  private static void sessions() {
    add(call("access.refuse_unbound", "zore_staff", "", "select access.organization_id()"));
    for (String function : List.of("tier", "user_id", "session_id", "permitted")) {
      String argument = function.equals("permitted") ? "'members.import'" : "";
      add(
          call(
              "access.refuse_unbound",
              "zore_staff",
              "",
              "select access.%s(%s)".formatted(function, argument)));
    }
    // What ends a session, each by itself.
    String token = Trial.token(subject(STAFF));
    String mine = " where token_digest = sha256(convert_to('%s', 'UTF8'))".formatted(token);
    for (String end :
        List.of(
            "closed_at = clock_timestamp()",
            "expires_at = statement_timestamp() - interval '1 second'",
            "last_seen_at = clock_timestamp() - interval '31 minutes'")) {
      add(
          call("access.live_session", "zore_staff", token, "select access.organization_id()")
              .after("update ui_sessions set " + end + mine));
    }
    add(call("access.live_session", "zore_owner", token, "select access.organization_id()"));
    // What keeps somebody from opening a place.
    String open = "select from access.open_session('%s', '%s', clock_timestamp())";
    for (String function : List.of("access.role_in", "access.open_session")) {
      add(gate(function, open.formatted(id(Person.the(Place.RIVAL, MEMBER)), "river")));
      add(gate(function, open.formatted(id(Person.the(Place.CHAIN, MEMBER)), "river")));
      add(gate(function, open.formatted(RIVER_STAFF_2, "nowhere")));
      add(
          gate(function, open.formatted(RIVER_STAFF_2, "river"))
              .after(
                  "update users set disabled_at = now() where id = '%s'".formatted(RIVER_STAFF_2)));
      add(
          gate(function, open.formatted(RIVER_STAFF_2, "river"))
              .after(role("status = 'disabled'", RIVER_STAFF_2)));
    }
    for (String signedIn :
        List.of("null", "now() - interval '13 hours'", "now() + interval '2 hours'")) {
      add(
          gate(
              "access.open_session",
              "select from access.open_session('%s', 'river', %s)"
                  .formatted(RIVER_STAFF_2, signedIn)));
    }
  }

  private static void accounts() {
    Subject admin = subject(ADMIN);
    String invite = "select access.invite('%s', 'As typed', '%s')";
    add(
        by(
            "access.invite",
            World.subject(new Person(Place.RIVER, ADMIN, 3), Place.RIVER),
            invite.formatted("new@example.org", "staff")));
    add(by("access.invite", admin, invite.formatted("new@example.org", "admin")));
    add(by("access.invite", admin, invite.formatted("new@example.org", "king")));
    add(
        by("access.invite", admin, invite.formatted("river.owner.2@example.org", "staff"))
            .after(role("status = 'disabled'", id(Person.another(Place.RIVER, OWNER)))));
    for (String holder : List.of("null", "'" + id(Person.the(Place.RIVER, OWNER)) + "'")) {
      add(
          gate(
                  "access.accept_invitation",
                  "select access.accept_invitation('to be staff at river', 'mine', %s)"
                      .formatted(holder))
              .after(role("status = 'invited'", RIVER_STAFF_2)));
    }
    add(
        by("access.keep_consent", subject(OWNER), role("status = 'active'", RIVER_STAFF_2))
            .after(role("status = 'invited', joined_at = null", RIVER_STAFF_2)));
    add(
        by(
            "access.notify",
            subject(MEMBER),
            "select access.notify('%s', 'told', '{}', null, null)".formatted(RIVER_STAFF_2)));
    add(
        by(
            "access.record_read",
            WITHOUT_RIGHTS,
            "select access.record_read('export', 'clients', null, null, '{}', null)"));
  }

  private static void members() {
    add(
        by(
            "members.give_user",
            subject(STAFF),
            """
            insert into clients (organization_id, given_name, family_name, user_id)
            values ('%s', 'Not', 'Ours', '%s')
            """
                .formatted(Place.RIVER.id(), id(Person.the(Place.RIVAL, OWNER)))));
    add(
        by(
                "members.reserve_member_numbers",
                subject(TRAINER),
                "select members.reserve_member_numbers(1)")
            .after(
                "grant execute on function members.reserve_member_numbers(int) to zore_trainer"));
    for (String function :
        List.of(
            "members.remember_before",
            "members.remember_versions",
            "members.import_obstacles",
            "members.finish_undo",
            "members.log_import_report")) {
      add(by(function, WITHOUT_RIGHTS, "select %s(%s)".formatted(function, IMPORT)));
    }
    add(
        by(
            "members.undo_import_part",
            WITHOUT_RIGHTS,
            "select members.undo_import_part(%s, 0, 10)".formatted(IMPORT)));
    add(
        by(
            "members.medical_notes",
            WITHOUT_RIGHTS,
            "select members.medical_notes('%s', 'because')"
                .formatted(ClientRows.clientId(Place.RIVER, Person.the(Place.RIVER, MEMBER)))));
  }

  /** The functions and tables that some call is about. */
  static Set<String> subjects() {
    return ALL.stream().map(Refusal::about).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The calls that were not refused; empty when all is well.
   *
   * @param about the functions and tables whose calls are tried
   */
  static List<String> missing(Connection superuser, Set<String> about) throws SQLException {
    List<String> missing = new ArrayList<>();
    for (Refusal refusal : ALL) {
      if (about.contains(refusal.about())) {
        Savepoint before = superuser.setSavepoint();
        if (!refusal.before().isEmpty()) {
          try (Statement statement = superuser.createStatement()) {
            statement.execute(refusal.before());
          }
        }
        Outcome outcome =
            new Impersonation(superuser)
                .as(refusal.login(), refusal.token(), c -> Door.attempt(c, refusal.sql()));
        superuser.rollback(before);
        // What a policy hides is not refused: nothing is found.
        boolean isTable = !refusal.about().contains(".");
        if (isTable ? !outcome.isRefusal() : !(outcome instanceof Outcome.Refused)) {
          missing.add(
              "as %s, %s: expected refusal, got %s"
                  .formatted(refusal.login(), refusal.sql(), outcome));
        }
      }
    }
    return missing;
  }

  private static void add(Refusal refusal) {
    ALL.add(refusal);
  }

  private static Refusal call(String function, String login, String token, String sql) {
    return new Refusal(function, "", login, token, sql);
  }

  private static Refusal gate(String function, String sql) {
    return call(function, "zore_gate", "", sql);
  }

  static Refusal by(String function, Subject subject, String sql) {
    return call(function, subject.tier().login(), Trial.token(subject), sql);
  }

  private static String role(String change, String user) {
    return "update user_organizations set %s where organization_id = '%s' and user_id = '%s'"
        .formatted(change, Place.RIVER.id(), user);
  }

  private static Subject subject(Tier tier) {
    return World.subject(Person.the(Place.RIVER, tier), Place.RIVER);
  }

  private static String id(Person person) {
    return person.id().toString();
  }
}
