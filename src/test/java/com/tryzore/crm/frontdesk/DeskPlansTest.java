package com.tryzore.crm.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.UserId;
import com.tryzore.crm.bench.CrowdedGyms;
import com.tryzore.crm.bench.MillionMembers;
import com.tryzore.crm.members.ClientData;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.ClientNotes;
import com.tryzore.crm.members.Duplicates;
import com.tryzore.crm.members.MedicalRecords;
import com.tryzore.crm.members.MemberHit;
import com.tryzore.crm.members.MemberProfile;
import com.tryzore.crm.members.MemberSearch;
import com.tryzore.crm.members.Members;
import com.tryzore.crm.members.NoteKind;
import com.tryzore.crm.members.VisitHistory;
import com.tryzore.crm.tags.SubjectType;
import com.tryzore.crm.tags.Tags;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a day at the desk has the database read, as the tier's login, on 20,000 members: PostgreSQL
 * itself counts the scans of the transaction, those in policies, triggers and functions included.
 */
@SpringBootTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskPlansTest {

  private static final String SCANNED =
      """
      select relname || ': ' || seq_scan
        from pg_stat_xact_user_tables
       where seq_scan > 0
         and relname in ('clients', 'client_organizations', 'client_words', 'visits', 'memberships', 'taggables', 'users')
       order by relname
      """;

  @Autowired private MemberSearch search;
  @Autowired private Members members;
  @Autowired private VisitHistory history;
  @Autowired private ClientNotes notes;
  @Autowired private MedicalRecords medical;
  @Autowired private Duplicates duplicates;
  @Autowired private Tags tags;
  @Autowired private FrontDesk desk;
  @Autowired private DeskBoard board;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;
  @Autowired private JdbcClient sql;
  @Autowired private PlatformTransactionManager transactions;

  private List<MillionMembers.Gym> gyms = List.of();
  private @Nullable Binding staff;

  @BeforeAll
  void twenty_thousand_members() throws SQLException {
    gyms = CrowdedGyms.load(new MillionMembers(20_000, 8_000, 5));
    MillionMembers.Gym largest = gyms.getFirst();
    staff = gate.open(new UserId(largest.staff()), largest.slug(), Instant.now());
  }

  @AfterAll
  void take_them_out_again() throws SQLException {
    CrowdedGyms.remove(gyms);
  }

  @Test
  void nothing_at_the_desk_reads_a_large_table_from_end_to_end() {
    MemberHit someone = bound(() -> search.find("smi", 5)).getFirst();
    MemberProfile profile = bound(() -> members.profile(someone.id())).orElseThrow();
    ClientId client = someone.id();
    ClientData typed =
        ClientData.named("Maria", "Smith")
            .born(LocalDate.of(1990, 5, 4), null)
            .reachedAt("maria.smith@example.org", "+4942112345");
    Map<String, Runnable> day = new LinkedHashMap<>();
    for (String words : List.of("s", "smi", "smi jo", "0421", "xq zz", "maria@")) {
      day.put("search for " + words, () -> search.find(words, 8));
    }
    day.put("a scanned number", () -> search.byNumber("004711"));
    day.put("the profile", () -> members.profile(client));
    day.put("the standings", () -> members.standings(client));
    day.put("the visits", () -> history.of(client, 20));
    day.put("the notes", () -> notes.of(client));
    day.put("the tags", () -> tags.of(SubjectType.CLIENTS, List.of(client.value())));
    day.put("whether there are medical notes", () -> medical.exist(client));
    day.put("the medical notes", () -> medical.reveal(client, "Fainted"));
    day.put("duplicates while typing", () -> duplicates.of(typed, null));
    day.put("a number that may be free", () -> members.isNumberFree("123456", client));
    day.put("a note", () -> notes.write(client, NoteKind.INTERNAL, "Asked for a towel"));
    day.put("a changed name", () -> members.update(profile.record().orElseThrow()));
    day.put("a check-in", () -> desk.checkIn(client, Source.SEARCH));
    day.put("the last visits", () -> board.visits(10));
    day.put("today's counts", () -> board.counts());
    day.put("who is inside", () -> board.inside(50));
    day.put("today's events", () -> board.events());

    Map<String, List<String>> scanned = new LinkedHashMap<>();
    day.forEach(
        (what, work) -> {
          List<String> tables = scannedBy(work);
          if (!tables.isEmpty()) {
            scanned.put(what, tables);
          }
        });
    assertThat(scanned).isEmpty();
  }

  @Test
  void a_scan_from_end_to_end_would_be_seen() {
    assertThat(
            scannedBy(
                () -> {
                  sql.sql(
                          """
                          select set_config('enable_indexscan', 'off', true),
                                 set_config('enable_indexonlyscan', 'off', true),
                                 set_config('enable_bitmapscan', 'off', true)
                          """)
                      .query()
                      .listOfRows();
                  history.of(new ClientId(UUID.randomUUID()), 1);
                }))
        .isNotEmpty();
  }

  private List<String> scannedBy(Runnable work) {
    return bound(
        () -> {
          // The counters begin with what the connection has not handed in of transactions before.
          List<String> before = sql.sql(SCANNED).query(String.class).list();
          work.run();
          List<String> after = sql.sql(SCANNED).query(String.class).list();
          return after.stream().filter(count -> !before.contains(count)).toList();
        });
  }

  private <T> T bound(Supplier<T> work) {
    return bindings.callAs(
        Objects.requireNonNull(staff),
        () ->
            Objects.requireNonNull(
                new TransactionTemplate(transactions)
                    .execute(
                        begun -> {
                          T result = work.get();
                          begun.setRollbackOnly();
                          return result;
                        })));
  }
}
