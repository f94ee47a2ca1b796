package com.tryzore.crm.members.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import com.tryzore.crm.members.Client;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberHit;
import com.tryzore.crm.members.MemberSearch;
import com.tryzore.crm.members.Members;
import com.tryzore.crm.members.TestMembers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Importing lists of members as staff, under Row Level Security, and taking them back. */
@SpringBootTest
class MemberImportsTest {
  @Autowired private MemberImports imports;
  @Autowired private ImportReports reports;
  @Autowired private MemberSearch search;
  @Autowired private Members members;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private TestGym gym;
  private Binding staff;

  @BeforeEach
  void a_gym_with_a_clerk() {
    gym = TestGym.open(TestDatabase.shared(), "Riverside");
    staff = bound(gym, Tier.STAFF);
  }

  @Test
  void riverside_is_imported_whole_and_taken_back_whole() {
    ImportId id = brought(resource("members-riverside.csv"), "members-riverside.csv");

    MemberImport done = imported(id);

    assertThat(done.status()).isEqualTo(ImportStatus.DONE);
    assertThat(done.counts()).isEqualTo(new MemberImport.Counts(5000, 0, 0, 0));
    assertThat(count("client_organizations")).isEqualTo(5000);
    assertThat(count("clients")).isEqualTo(5000);
    assertThat(count("tags")).isEqualTo(7);
    assertThat(count("import_files")).isZero();
    MemberHit wei = as(staff, () -> search.byNumber("R100000")).orElseThrow();
    assertThat(wei.givenName() + " " + wei.familyName()).isEqualTo("Wei Souza");
    assertThat(
            gym.value(
                String.class,
                "select medical_notes from clients where organization_id = ? and family_name ="
                    + " 'Souza' and given_name = 'Wei' and birth_date = '1951-08-30'",
                gym.id().value()))
        .isEqualTo("Knee surgery 2025, no deep squats");
    assertThat(auditLines("clients", "insert")).isEqualTo(5000);

    long users = total("users");
    undo(id);

    assertThat(count("clients")).isZero();
    assertThat(count("client_organizations")).isZero();
    assertThat(count("client_words")).isZero();
    assertThat(count("taggables")).isZero();
    assertThat(count("tags")).isZero();
    assertThat(users - total("users")).isEqualTo(5000);
    assertThat(auditLines("clients", "delete")).isEqualTo(5000);
    MemberImport undone = as(staff, () -> imports.find(id)).orElseThrow();
    assertThat(undone.status()).isEqualTo(ImportStatus.UNDONE);
    assertThat(undone.undoneBy()).isEqualTo("Sam Staff");
    assertThat(as(staff, () -> search.byNumber("R100000"))).isEmpty();
  }

  @Test
  void harbour_is_imported_whole() {
    MemberImport done = imported(brought(resource("members-harbour-de.csv"), "harbour.csv"));

    assertThat(done.counts()).isEqualTo(new MemberImport.Counts(2000, 0, 0, 0));
    assertThat(
            gym.value(
                String.class,
                "select c.phone || ' ' || co.status from clients c join client_organizations co"
                    + " on co.organization_id = c.organization_id and co.client_id = c.id"
                    + " where c.organization_id = ? and co.member_number = 'H100000'",
                gym.id().value()))
        .isEqualTo("+494217204476 active");
  }

  @Test
  void the_messy_list_is_imported_but_for_twelve_rows_that_the_report_names() throws IOException {
    ImportId id = brought(resource("members-messy.csv"), "members-messy.csv");
    MemberImport done = imported(id);

    assertThat(done.counts()).isEqualTo(new MemberImport.Counts(304, 0, 0, 12));
    assertThat(count("client_organizations")).isEqualTo(304);
    String report = report(id);
    assertThat(report.lines()).hasSize(1 + 316);
    assertThat(report)
        .contains("6,rejected,phone-without-digits,M900011,Kit Silva\r\n")
        .contains("309,created,unusual-phone; same-person-in-file,MX100001,Thandiwe Öberg\r\n")
        .contains(",\"'=HYPERLINK(\"\"http://x.example\"\",\"\"click\"\") Tran\"\r\n");
    assertThat(auditLines("imports", "export")).isEqualTo(1);
  }

  @Test
  void the_same_list_again_makes_nobody_twice() {
    imported(brought(resource("members-messy.csv"), "first.csv"));
    ImportId again = brought(resource("members-messy.csv"), "again.csv");
    MemberImport job = as(staff, () -> imports.find(again)).orElseThrow();

    DryRun dryRun = dryRun(job);
    assertThat(dryRun.duplicateCounts()).containsEntry(Duplicate.Kind.SAME, 304);
    assertThat(dryRun.newTags()).isEmpty();

    assertThat(imported(again).counts()).isEqualTo(new MemberImport.Counts(0, 0, 304, 12));
    assertThat(count("client_organizations")).isEqualTo(304);
  }

  private static final String FIRST =
      """
      Member ID,First Name,Last Name,Email,Phone,Date of Birth,Status,Membership,Medical Notes,Tags,Notes
      A1,Ana,Li,ana@x.example,+49 421 7204476,1980-01-01,Active,Gold,Asthma,yoga,likes mornings
      A2,Ben,Ro,ben@x.example,,1990-02-02,Frozen,Silver,,,
      """;
  private static final String SECOND =
      """
      Member ID,First Name,Last Name,Email,Phone,Date of Birth,Status,Membership,Medical Notes,Tags,Notes
      A1,Anna,Li,,,1980-01-01,,Platinum,Asthma and a bad knee,yoga|spin,likes mornings
      A2,Ben,Ro,ben@x.example,,1990-02-02,Cancelled,,,,
      ,Cy,Fox,,,2000-03-03,Active,,,,
      """;

  @Test
  void an_update_changes_what_the_list_says_and_an_undo_brings_back_what_was() {
    imported(brought(FIRST));
    String before = everything();
    ImportId second = brought(SECOND);
    decide(second, DuplicateDecisions.USUAL.withAll(Duplicate.Kind.SAME, DuplicateDecision.UPDATE));

    MemberImport done = imported(second);

    assertThat(done.counts()).isEqualTo(new MemberImport.Counts(1, 2, 0, 0));
    assertThat(everything())
        .contains("A1 Anna Li ana@x.example +494217204476 active Platinum Asthma and a bad knee")
        .contains("A2 Ben Ro ben@x.example - cancelled Silver -")
        .contains("000001 Cy Fox - - active - -");
    assertThat(count("tags")).isEqualTo(2);
    assertThat(count("client_notes")).isEqualTo(1);

    undo(second);

    assertThat(everything()).isEqualTo(before);
    assertThat(count("tags")).isEqualTo(1);
    assertThat(count("taggables")).isEqualTo(1);
  }

  @Test
  void what_a_row_was_before_cannot_be_read_by_those_who_import() {
    imported(brought(FIRST));
    ImportId second = brought(SECOND);
    decide(second, DuplicateDecisions.USUAL.withAll(Duplicate.Kind.SAME, DuplicateDecision.UPDATE));
    imported(second);

    assertThat(
            gym.value(
                Boolean.class,
                "select has_column_privilege('zore_owner', 'import_rows', 'before', 'select')"))
        .isFalse();
    assertThat(
            gym.value(
                String.class,
                "select before -> 'client' ->> 'medical_notes' from import_rows"
                    + " where import_id = ? and row_number = 2",
                second.value()))
        .isEqualTo("Asthma");
  }

  @Test
  void an_import_whose_members_were_touched_is_not_undone_and_says_who_and_why() {
    ImportId id = brought(FIRST);
    imported(id);
    MemberHit ana = as(staff, () -> search.byNumber("A1")).orElseThrow();
    Client client = as(staff, () -> members.find(ana.id())).orElseThrow();
    as(staff, () -> members.update(new Client(client.id(), client.version(), client.data())));
    gym.execute(
        "insert into taggables (organization_id, tag_id, subject_type, subject_id, tagged_by)"
            + " select organization_id, id, 'clients', (select client_id from"
            + " client_organizations where organization_id = tags.organization_id and"
            + " member_number = 'A2'), ? from tags where organization_id = ?",
        staff.user().value(),
        gym.id().value());

    UndoResult result = as(staff, () -> imports.undo(id));

    assertThat(result)
        .isInstanceOfSatisfying(
            UndoResult.Refused.class,
            refused -> {
              assertThat(refused.total()).isEqualTo(2);
              assertThat(refused.obstacles())
                  .extracting(UndoObstacle::row, UndoObstacle::name, UndoObstacle::kind)
                  .containsExactly(
                      org.assertj.core.groups.Tuple.tuple(2, "Ana Li", UndoObstacle.Kind.CHANGED),
                      org.assertj.core.groups.Tuple.tuple(3, "Ben Ro", UndoObstacle.Kind.TAGGED));
            });
    assertThat(count("clients")).isEqualTo(2);
    assertThatThrownBy(
            () ->
                as(
                    staff,
                    () -> {
                      query(
                          "update imports set status = 'undoing' where id = '"
                              + id.value()
                              + "' returning id");
                      return query("select members.undo_import_part('" + id.value() + "', 0, 100)");
                    }))
        .hasMessageContaining("changed since");
    assertThat(count("clients")).isEqualTo(2);
    assertThatThrownBy(
            () -> as(staff, () -> query("select members.finish_undo('" + id.value() + "')")))
        .hasMessageContaining("still there");
  }

  @Test
  void a_visit_after_the_import_stands_in_the_way_of_an_undo() {
    ImportId id = brought(FIRST);
    imported(id);
    gym.execute(
        "insert into visits (organization_id, client_id, checked_in_by, source, verdict)"
            + " select organization_id, client_id, ?, 'search', 'welcome' from"
            + " client_organizations where organization_id = ? and member_number = 'A1'",
        staff.user().value(),
        gym.id().value());

    assertThat(as(staff, () -> imports.obstacles(id)))
        .extracting(UndoObstacle::kind)
        .containsExactly(UndoObstacle.Kind.VISITED);
  }

  @Test
  void a_cancelled_import_leaves_nothing_and_can_be_brought_again() {
    ImportId id = brought(resource("members-riverside.csv"), "members-riverside.csv");
    as(staff, () -> imports.start(id));
    eventually(() -> as(staff, () -> imports.find(id)).orElseThrow().rowsDone() > 0);
    assertThat(as(staff, () -> imports.cancel(id))).isTrue();

    MemberImport over = settled(id);

    assertThat(over.status()).isEqualTo(ImportStatus.CANCELLED);
    eventually(() -> count("clients") == 0);
    assertThat(count("import_rows")).isZero();
    assertThat(as(staff, () -> imports.start(id))).isFalse();
  }

  @Test
  void somebody_new_whose_number_is_taken_gets_another() {
    ImportId id = brought(FIRST);
    decide(id, DuplicateDecisions.USUAL.withAll(Duplicate.Kind.SAME, DuplicateDecision.NEW));
    TestMembers.of(gym).named("Dan", "Doe").number("A1").add();

    assertThat(imported(id).counts()).isEqualTo(new MemberImport.Counts(2, 0, 0, 0));
    assertThat(as(staff, () -> search.byNumber("000001")).orElseThrow().givenName())
        .isEqualTo("Ana");
  }

  @Test
  void a_number_given_to_somebody_else_while_it_runs_stops_an_import_and_leaves_nothing()
      throws SQLException {
    ImportId id = brought(FIRST);
    ClientId dan = TestMembers.of(gym).named("Dan", "Doe").number("D1").add();
    try (Connection desk = TestDatabase.shared().superuser()) {
      desk.setAutoCommit(false);
      try (PreparedStatement renumber =
          desk.prepareStatement(
              "update client_organizations set member_number = 'A1' where client_id = ?")) {
        renumber.setObject(1, dan.value());
        renumber.execute();
      }
      assertThat(as(staff, () -> imports.start(id))).isTrue();
      eventually(
          () ->
              number(
                      "select count(*) from pg_stat_activity where usename = 'zore_staff'"
                          + " and wait_event_type = 'Lock'")
                  > 0);
      desk.commit();
    }

    MemberImport over = settled(id);

    assertThat(over.status()).isEqualTo(ImportStatus.FAILED);
    assertThat(over.failure()).isEqualTo(ImportFailure.TAKEN);
    assertThat(count("clients")).isEqualTo(1);
    assertThat(count("tags")).isZero();
    assertThat(imported(id).counts()).isEqualTo(new MemberImport.Counts(1, 0, 1, 0));
  }

  @Test
  void numbers_that_are_given_out_avoid_those_that_stand_further_down_in_the_file() {
    ImportId id = brought("Member ID,Last Name\n,Li\n000001,Ro\n,Doe\n");

    assertThat(imported(id).counts().created()).isEqualTo(3);

    assertThat(as(staff, () -> search.byNumber("000001")).orElseThrow().familyName())
        .isEqualTo("Ro");
    assertThat(as(staff, () -> search.byNumber("000002")).orElseThrow().familyName())
        .isEqualTo("Li");
  }

  @Test
  void a_file_that_is_no_list_is_not_kept() {
    MemberImports.Upload upload =
        as(
            staff,
            () ->
                imports.upload(
                    "letter.txt",
                    ImportSource.ofBytes("Dear Ana\n".getBytes(StandardCharsets.UTF_8)),
                    ImportProgress.UNWATCHED));

    assertThat(upload)
        .isInstanceOfSatisfying(
            MemberImports.Upload.NotKept.class,
            not -> assertThat(not.why()).isInstanceOf(Inspection.Refused.class));
    assertThat(count("imports")).isZero();
    assertThat(count("import_files")).isZero();
  }

  @Test
  void a_draft_can_be_given_up_with_its_file() {
    ImportId id = brought(FIRST);
    assertThat(count("import_files")).isEqualTo(1);

    as(
        staff,
        () -> {
          imports.discard(id);
          return true;
        });

    assertThat(count("import_files")).isZero();
    assertThat(as(staff, () -> imports.find(id)).orElseThrow().status())
        .isEqualTo(ImportStatus.CANCELLED);
  }

  @Test
  void an_import_of_which_nothing_is_heard_is_called_interrupted_and_can_be_started_again() {
    ImportId id = brought(FIRST);
    gym.execute("alter table imports disable trigger touch");
    gym.execute(
        "update imports set status = 'running', updated_at = now() - interval '3 minutes'"
            + " where id = ?",
        id.value());
    gym.execute("alter table imports enable trigger touch");

    MemberImport found = as(staff, () -> imports.find(id)).orElseThrow();

    assertThat(found.status()).isEqualTo(ImportStatus.FAILED);
    assertThat(found.failure()).isEqualTo(ImportFailure.INTERRUPTED);
    assertThat(imported(id).counts().created()).isEqualTo(2);
  }

  @Test
  void imports_of_another_gym_are_answered_as_if_they_were_not() {
    ImportId id = brought(FIRST);
    imported(id);
    Binding rival = bound(TestGym.open(TestDatabase.shared(), "Rival"), Tier.OWNER);

    assertThat(as(rival, () -> imports.find(id))).isEmpty();
    assertThat(as(rival, () -> imports.plan(id))).isEmpty();
    assertThat(as(rival, () -> imports.recent(10))).isEmpty();
    assertThat(as(rival, () -> imports.rows(id, 0, 10))).isEmpty();
    assertThat(as(rival, () -> imports.obstacles(id))).isEmpty();
    assertThat(as(rival, () -> imports.cancel(id))).isFalse();
    assertThat(as(rival, () -> imports.undo(id))).isEqualTo(new UndoResult.NotDone());
    assertThat(count("clients")).isEqualTo(2);
  }

  @Test
  void trainers_and_staff_without_the_right_import_nothing() {
    Binding trainer = bound(gym, Tier.TRAINER);
    gym.execute(
        "update user_organizations set permissions = '{\"members.import\": false}'"
            + " where organization_id = ? and user_id = ?",
        gym.id().value(),
        staff.user().value());

    for (Binding without : List.of(trainer, staff)) {
      assertThatThrownBy(
              () ->
                  as(
                      without,
                      () ->
                          imports.upload(
                              "list.csv",
                              ImportSource.ofBytes(FIRST.getBytes(StandardCharsets.UTF_8)),
                              ImportProgress.UNWATCHED)))
          .isInstanceOf(NotAllowedException.class);
    }
    assertThat(count("imports")).isZero();
  }

  @Test
  void a_right_lost_while_it_runs_stops_an_import_and_leaves_nothing() {
    ImportId id = brought(resource("members-riverside.csv"), "members-riverside.csv");
    as(staff, () -> imports.start(id));
    gym.execute(
        "update user_organizations set status = 'disabled' where organization_id = ?"
            + " and user_id = ?",
        gym.id().value(),
        staff.user().value());

    eventually(
        () ->
            Boolean.TRUE.equals(
                gym.value(
                    Boolean.class,
                    "select not exists (select from pg_stat_activity where usename ="
                        + " 'zore_staff' and state = 'active')")));
    assertThat(count("clients")).isZero();
  }

  private Binding bound(TestGym place, Tier tier) {
    String name = tier == Tier.STAFF ? "Sam Staff" : "Some " + tier;
    TestGym.Person person = place.person(name, tier);
    return gate.open(person.id(), place.slug(), Instant.now());
  }

  private <T> T as(Binding binding, Supplier<T> work) {
    return bindings.callAs(binding, work::get);
  }

  private ImportId brought(String list) {
    return brought(ImportSource.ofBytes(list.getBytes(StandardCharsets.UTF_8)), "list.csv");
  }

  private ImportId brought(ImportSource source, String name) {
    MemberImports.Upload upload =
        as(staff, () -> imports.upload(name, source, ImportProgress.UNWATCHED));
    return ((MemberImports.Upload.Kept) upload).id();
  }

  private void decide(ImportId id, DuplicateDecisions decisions) {
    ImportPlan plan = as(staff, () -> imports.plan(id)).orElseThrow();
    assertThat(as(staff, () -> imports.save(id, new ImportPlan(plan.mapping(), decisions), 3)))
        .isTrue();
  }

  private DryRun dryRun(MemberImport job) {
    ImportPlan plan = as(staff, () -> imports.plan(job.id())).orElseThrow();
    DryRunResult result =
        as(staff, () -> imports.dryRun(job, plan.mapping(), ImportProgress.UNWATCHED));
    return ((DryRunResult.Done) result).dryRun();
  }

  private MemberImport imported(ImportId id) {
    assertThat(as(staff, () -> imports.start(id))).isTrue();
    MemberImport over = settled(id);
    assertThat(over.failure()).isNull();
    return over;
  }

  private void undo(ImportId id) {
    assertThat(as(staff, () -> imports.undo(id))).isEqualTo(new UndoResult.Started());
    assertThat(settled(id).status()).isEqualTo(ImportStatus.UNDONE);
  }

  private MemberImport settled(ImportId id) {
    eventually(
        () -> !as(staff, () -> imports.find(id)).map(MemberImport::status).orElseThrow().isBusy());
    return as(staff, () -> imports.find(id)).orElseThrow();
  }

  private static void eventually(Supplier<Boolean> condition) {
    Instant end = Instant.now().plus(Duration.ofMinutes(3));
    while (!condition.get()) {
      assertThat(Instant.now()).as("in time").isBefore(end);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private String report(ImportId id) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bindings.callAs(
        staff,
        () -> {
          reports.write(id, bytes, key -> key.substring(key.lastIndexOf('.') + 1));
          return true;
        });
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private String everything() {
    return Optional.ofNullable(
            gym.value(
                String.class,
                "select string_agg(concat_ws(' ', co.member_number, c.given_name, c.family_name,"
                    + " coalesce(c.email, '-'), coalesce(c.phone, '-'), co.status,"
                    + " coalesce(co.plan_name, '-'), coalesce(c.medical_notes, '-')), E'\\n'"
                    + " order by co.member_number) from clients c join client_organizations co"
                    + " on co.organization_id = c.organization_id and co.client_id = c.id"
                    + " where c.organization_id = ?",
                gym.id().value()))
        .orElse("");
  }

  private long count(String table) {
    return number(
        "select count(*) from " + table + " where organization_id = '" + gym.id().value() + "'");
  }

  private long total(String table) {
    return number("select count(*) from " + table);
  }

  private long auditLines(String table, String action) {
    return number(
        "select count(*) from audit_logs where organization_id = '%s' and table_name = '%s' and action = '%s'"
            .formatted(gym.id().value(), table, action));
  }

  private long number(String sql) {
    return Optional.ofNullable(gym.value(Long.class, sql)).orElse(-1L);
  }

  @Autowired private org.springframework.jdbc.core.simple.JdbcClient sql;
  @Autowired private org.springframework.transaction.PlatformTransactionManager transactions;

  private Object query(String statement) {
    return new org.springframework.transaction.support.TransactionTemplate(transactions)
        .execute(status -> sql.sql(statement).query().listOfRows());
  }

  private static ImportSource resource(String name) {
    try (InputStream in = MemberImportsTest.class.getResourceAsStream("/import/" + name)) {
      return ImportSource.ofBytes(java.util.Objects.requireNonNull(in).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
