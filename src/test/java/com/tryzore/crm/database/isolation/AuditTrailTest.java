package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.MEMBER;
import static com.tryzore.crm.access.Tier.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who did what, when, from which value to which: complete, in the right words, and for ever. */
class AuditTrailTest {

  private static final Trial TRIAL = Trial.shared();

  private Connection superuser;

  @BeforeEach
  void open() throws SQLException {
    superuser = TRIAL.database().superuser();
    superuser.setAutoCommit(false);
  }

  @AfterEach
  void undo() throws SQLException {
    superuser.rollback();
    superuser.close();
  }

  @Test
  void every_table_has_a_trail_or_a_reason_to_have_none() throws SQLException {
    Set<String> judged = new TreeSet<>(AuditRules.kept());
    judged.addAll(AuditRules.without());
    assertThat(judged).containsExactlyInAnyOrderElementsOf(Oracle.tables());
    assertThat(
            new Catalogue(superuser)
                .list(
                    """
                    select tgrelid::regclass::text
                    from pg_trigger
                    where tgfoid = 'audit.capture'::regproc
                      and tgenabled = 'A'
                    group by tgrelid
                    having count(*) = 3
                       and bit_or(tgtype) & 28 = 28
                    """))
        .as("tables whose inserts, updates and deletes are written down in every session")
        .containsExactlyInAnyOrderElementsOf(AuditRules.kept());
  }

  @Test
  void a_change_by_hand_is_written_down_with_the_login_and_what_was_there_before()
      throws SQLException {
    List<String> wrong = new ArrayList<>();
    TrailCheck check = new TrailCheck(TRIAL, superuser);
    for (String table : AuditRules.kept()) {
      wrong.addAll(check.byHand(Trial.kit(table)));
    }
    assertThat(wrong).isEmpty();
    assertThat(check.addedAgain()).isZero();
  }

  @Test
  void a_replica_s_session_is_no_way_around() throws SQLException {
    List<String> wrong = new ArrayList<>();
    TrailCheck check = new TrailCheck(TRIAL, superuser);
    execute("set local session_replication_role = replica");
    for (String table : AuditRules.kept()) {
      wrong.addAll(check.byHand(Trial.kit(table)));
    }
    assertThat(wrong).isEmpty();
    assertThat(check.addedAgain()).as("for want of what other triggers fill in").isLessThan(5);
  }

  @Test
  void whoever_is_bound_is_written_down_with_tier_session_and_reason() throws SQLException {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (String table : AuditRules.kept()) {
      for (Subject subject : World.tiersOf(Place.RIVER)) {
        Optional<Specimen> own =
            Trial.kit(table).attempts().apply(subject).stream()
                .filter(row -> Oracle.of(table).allows(subject, Verb.INSERT, row.facts()))
                .filter(row -> isFree(subject, row))
                .findFirst();
        if (own.isPresent()) {
          wrong.addAll(
              new TrailCheck(TRIAL, superuser).bound(subject, Trial.kit(table), own.get()));
          tried++;
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(tried).isGreaterThan(40);
  }

  private boolean isFree(Subject subject, Specimen row) {
    try {
      return new Impersonation(superuser)
          .attempt(subject, row.insert())
          .equals(new Outcome.Rows(1));
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void a_change_of_many_rows_is_one_line_each_and_one_that_changes_nothing_is_none()
      throws SQLException {
    execute("update client_organizations set plan_name = 'Gold'");
    List<TrailLine> lines = TrailLine.ofThisTransaction(superuser, "client_organizations");
    assertThat(lines).hasSize(TRIAL.rows("client_organizations").size());
    assertThat(lines).allMatch(line -> "{\"plan_name\": \"Gold\"}".equals(line.after()));
    assertThat(lines).allMatch(line -> "{\"plan_name\": null}".equals(line.before()));
    assertThat(lines)
        .extracting(TrailLine::at)
        .as("one statement, one instant")
        .containsOnly(lines.getFirst().at());

    execute("update client_organizations set plan_name = 'Gold'");
    execute("update client_organizations set photo_version = photo_version + 1");
    assertThat(TrailLine.ofThisTransaction(superuser, "client_organizations"))
        .hasSize(lines.size());
  }

  @Test
  void medical_values_are_digests_and_a_reading_of_them_is_a_line() throws SQLException {
    Subject staff = World.subject(Person.the(Place.RIVER, STAFF), Place.RIVER);
    String client = ClientRows.clientId(Place.RIVER, Person.the(Place.RIVER, MEMBER)).toString();
    execute(
        "update clients set medical_notes = 'asthma', care_points = null where id = '%s'"
            .formatted(client));
    TrailLine change =
        TrailLine.ofThisTransaction(superuser, "clients").stream()
            .filter(line -> client.equals(line.subject()))
            .findFirst()
            .orElseThrow();
    assertThat(change.after())
        .isEqualTo(
            "{\"care_points\": null, \"medical_notes\": \"sha256:%s\"}"
                .formatted(TrailLine.sha256(client + ":asthma")));
    assertThat(change.before()).contains("sha256:").doesNotContain("secret", "care of");

    new Impersonation(superuser)
        .as(
            staff,
            connection -> {
              execute("select members.medical_notes('%s', 'Fainted')".formatted(client));
              execute("reset session authorization");
              TrailLine read =
                  TrailLine.ofThisTransaction(superuser, "clients").stream()
                      .filter(line -> line.action().equals("read"))
                      .findFirst()
                      .orElseThrow();
              assertThat(read.actor()).isEqualTo(staff.person().id().toString());
              assertThat(read.reason()).isEqualTo("Fainted");
              assertThat(read.subject()).isEqualTo(client);
              assertThat(read.after()).contains("medical_notes").doesNotContain("asthma");
              assertThat(read.digest()).isEqualTo(read.expectedDigest());
              return true;
            });
  }

  @Test
  void every_line_that_the_trial_world_left_has_the_digest_that_it_should() throws SQLException {
    List<TrailLine> lines = TrailLine.find(superuser, "order by id");
    assertThat(lines.size()).isGreaterThan(300);
    assertThat(lines.stream().filter(line -> !line.digest().equals(line.expectedDigest())))
        .isEmpty();
  }

  @Test
  void nobody_changes_what_is_written_not_even_the_owner_of_the_table() throws SQLException {
    assertThat(new Immutability(superuser).changes()).isEmpty();
  }

  @Test
  void no_tier_takes_a_month_out_of_the_trail() throws SQLException {
    List<String> wrong = new ArrayList<>();
    String month =
        new Catalogue(superuser)
            .list(
                "select inhrelid::regclass from pg_inherits where inhparent = 'audit_logs'::regclass")
            .getFirst();
    for (Subject subject : World.tiersOf(Place.RIVER)) {
      for (String attempt :
          List.of(
              "alter table audit_logs detach partition " + month,
              "drop table " + month,
              "truncate audit_logs",
              "select count(*) from " + month,
              "alter table audit_logs disable trigger all",
              "drop trigger never_changed on audit_logs")) {
        Outcome outcome = new Impersonation(superuser).attempt(subject, attempt);
        if (!(outcome instanceof Outcome.Refused)) {
          wrong.add("as %s, %s: got %s".formatted(subject, attempt, outcome));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }
}
