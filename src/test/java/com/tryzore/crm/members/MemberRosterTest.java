package com.tryzore.crm.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import com.tryzore.crm.members.RosterOrder.By;
import com.tryzore.crm.tags.NoSuchSubjectException;
import com.tryzore.crm.tags.SubjectType;
import com.tryzore.crm.tags.Tag;
import com.tryzore.crm.tags.TagId;
import com.tryzore.crm.tags.TagType;
import com.tryzore.crm.tags.Tags;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The roster's filters, orders, counts, bulk changes, exports and saved views, for real tiers. */
@SpringBootTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MemberRosterTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private final LocalDate today = LocalDate.now(BERLIN);

  @Autowired private MemberRoster roster;
  @Autowired private RosterTagging tagging;
  @Autowired private RosterExport exports;
  @Autowired private SavedViews views;
  @Autowired private Tags tags;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private TestGym gym;
  private Binding admin;
  private Binding staff;
  private Binding colleague;
  private Binding trainer;
  private Binding rival;
  private ClientId ada;
  private ClientId bob;
  private Tag vip;

  @BeforeAll
  void five_members_and_a_rival() {
    gym = TestGym.open(TestDatabase.shared(), "Roster");
    TestGym other = TestGym.open(TestDatabase.shared(), "Other");
    admin = bound(gym, Tier.ADMIN);
    staff = bound(gym, Tier.STAFF);
    colleague = bound(gym, Tier.STAFF);
    trainer = bound(gym, Tier.TRAINER);
    rival = bound(other, Tier.STAFF);
    ada =
        member("Ada", "1")
            .status(MemberStatus.ACTIVE, today.plusDays(5))
            .plan("Gold")
            .joined(today.minusDays(400))
            .lastVisit(at(0))
            .add();
    bob =
        member("Bob", "2")
            .status(MemberStatus.ACTIVE, today.minusDays(3))
            .plan("Gold")
            .joined(today.minusDays(10))
            .lastVisit(at(30))
            .add();
    member("Cleo", "3").status(MemberStatus.FROZEN, today.plusDays(60)).plan("Silver").add();
    member("=Dan", "4").status(MemberStatus.EXPIRED, today.minusDays(90)).lastVisit(at(29)).add();
    member("Eve", "5").status(MemberStatus.ACTIVE, null).plan("Day, \"Pass\"").add();
    vip = bindings.callAs(staff, () -> tags.findOrCreate(TagType.CUSTOM, "VIP"));
    bindings.callAs(staff, () -> tags.put(vip.id(), SubjectType.CLIENTS, List.of(ada.value())));
    TestMembers.of(other).named("Ada", "Anders").number("1").add();
  }

  @ParameterizedTest
  @CsvSource({
    "NAME, false, =Dan Ada Bob Cleo Eve",
    "NAME, true, Eve Cleo Bob Ada =Dan",
    "BEST, false, =Dan Ada Bob Cleo Eve",
    "NUMBER, true, Eve =Dan Cleo Bob Ada",
    "ENDS, false, =Dan Bob Ada Cleo Eve",
    "ENDS, true, Eve Cleo Ada Bob =Dan",
  })
  void sorted_by_any_column_either_way(By by, boolean descending, String names) {
    assertThat(names(RosterFilter.NONE, new RosterOrder(by, descending)))
        .containsExactly(names.split(" "));
  }

  @Test
  void who_was_never_here_comes_before_who_has_been_away_longest() {
    assertThat(names(RosterFilter.NONE, new RosterOrder(By.LAST_VISIT, false)).subList(2, 5))
        .containsExactly("Bob", "=Dan", "Ada");
    assertThat(names(RosterFilter.NONE, new RosterOrder(By.LAST_VISIT, true)).subList(0, 3))
        .containsExactly("Ada", "=Dan", "Bob");
    assertThat(names(RosterFilter.NONE, new RosterOrder(By.JOINED, true)).subList(0, 2))
        .containsExactly("Bob", "Ada");
  }

  @Test
  void a_status_is_what_it_is_today() {
    assertThat(found(statuses(MemberStatus.ACTIVE))).containsExactly("Ada", "Eve");
    assertThat(found(statuses(MemberStatus.EXPIRED))).containsExactly("=Dan", "Bob");
    assertThat(found(statuses(MemberStatus.EXPIRED, MemberStatus.FROZEN)))
        .containsExactly("=Dan", "Bob", "Cleo");
    assertThat(found(statuses(MemberStatus.ACTIVE, MemberStatus.EXPIRED)))
        .containsExactly("=Dan", "Ada", "Bob", "Eve");
    assertThat(found(statuses(MemberStatus.values()))).hasSize(5);
  }

  @Test
  void by_plan_tag_joining_last_visit_and_end() {
    assertThat(found(filter("", Set.of("Gold"), Set.of(), null, null, null, -1)))
        .containsExactly("Ada", "Bob");
    assertThat(found(filter("", Set.of(), Set.of(vip.id()), null, null, null, -1)))
        .containsExactly("Ada");
    assertThat(found(filter("", Set.of(), Set.of(), today.minusDays(10), today, null, -1)))
        .containsExactly("Bob");
    assertThat(found(visited(new LastVisit.Within(29)))).containsExactly("=Dan", "Ada");
    assertThat(found(visited(new LastVisit.Within(0)))).containsExactly("Ada");
    assertThat(found(visited(new LastVisit.NotFor(30)))).containsExactly("Bob", "Cleo", "Eve");
    assertThat(found(visited(new LastVisit.Never()))).containsExactly("Cleo", "Eve");
    assertThat(found(filter("", Set.of(), Set.of(), null, null, null, 5))).containsExactly("Ada");
    assertThat(found(filter("", Set.of(), Set.of(), null, null, null, 4))).isEmpty();
  }

  @Test
  void search_and_filters_hold_together_in_any_order() {
    RosterFilter both = filter("and", Set.of("Gold"), Set.of(), null, null, null, -1);
    assertThat(found(both)).containsExactly("Ada", "Bob");
    assertThat(names(both, new RosterOrder(By.NAME, true))).containsExactly("Bob", "Ada");
    assertThat(found(filter("bo", Set.of("Silver"), Set.of(), null, null, null, -1))).isEmpty();
    assertThat(found(RosterFilter.typed("?!"))).isEmpty();
  }

  @Test
  void the_count_is_the_filters_whatever_the_page() {
    RosterPage page =
        bindings.callAs(staff, () -> roster.open(RosterFilter.typed("and"), RosterOrder.NATURAL));
    assertThat(page.count()).isEqualTo(new RosterCount(5, false));
    assertThat(new RosterCount(7_531, false).told()).isEqualTo(7_531);
    assertThat(new RosterCount(7_531, true).told()).isEqualTo(7_500);
    assertThat(new RosterCount(50, true).told()).isEqualTo(50);
  }

  @Test
  void further_rows_follow_without_a_gap_and_end_at_the_cap() {
    List<RosterRow> all = rows(0, 5);
    assertThat(rows(2, 2)).isEqualTo(all.subList(2, 4));
    assertThat(rows(RosterCount.LIMIT, 50)).isEmpty();
  }

  @Test
  void a_row_says_it_all() {
    RosterRow row = rows(1, 1).getFirst();
    assertThat(row.id()).isEqualTo(ada);
    assertThat(row.member().planName()).isEqualTo("Gold");
    assertThat(row.member().validUntil()).isEqualTo(today.plusDays(5));
    assertThat(row.member().lastVisitAt()).isEqualTo(at(0));
    assertThat(row.joinedOn()).isEqualTo(today.minusDays(400));
    assertThat(row.tags()).extracting(Tag::name).containsExactly("VIP");
  }

  @Test
  void the_rival_and_the_trainer_see_nothing_of_it() {
    assertThat(as(rival, () -> roster.open(RosterFilter.NONE, RosterOrder.NATURAL)).rows())
        .hasSize(1);
    assertThat(as(trainer, () -> roster.open(RosterFilter.NONE, RosterOrder.NATURAL)).rows())
        .isEmpty();
    assertThat(as(rival, () -> roster.plans())).isEmpty();
    assertThat(as(staff, () -> roster.plans()))
        .containsExactlyInAnyOrder("Day, \"Pass\"", "Gold", "Silver");
    assertThat(as(staff, () -> roster.isEmpty())).isFalse();
    assertThat(as(trainer, () -> roster.isEmpty())).isTrue();
  }

  @Test
  void a_tag_goes_on_many_at_once_and_comes_off_only_where_it_was_put() {
    Tag yoga = as(staff, () -> tags.findOrCreate(TagType.CUSTOM, "Yoga"));
    as(staff, () -> tags.put(yoga.id(), SubjectType.CLIENTS, List.of(bob.value())));
    Set<ClientId> gold =
        as(
            staff,
            () -> roster.clients(filter("", Set.of("Gold"), Set.of(), null, null, null, -1), 100));
    assertThat(gold).containsExactlyInAnyOrder(ada, bob);
    assertThat(as(staff, () -> tagging.put(yoga.id(), gold))).containsExactly(ada);
    assertThat(as(staff, () -> tagging.take(yoga.id(), Set.of(ada)))).containsExactly(ada);
    assertThat(found(filter("", Set.of(), Set.of(yoga.id()), null, null, null, -1)))
        .containsExactly("Bob");
    as(staff, () -> tagging.take(yoga.id(), Set.of(bob)));
  }

  @Test
  void tagging_is_all_or_nothing() {
    Set<ClientId> withAStranger =
        Set.of(ada, new ClientId(UUID.fromString("00000000-0000-7000-8000-000000000000")));
    Tag chess = as(staff, () -> tags.findOrCreate(TagType.CUSTOM, "Chess"));
    assertThatThrownBy(() -> as(staff, () -> tagging.put(chess.id(), withAStranger)))
        .isInstanceOf(NoSuchSubjectException.class);
    assertThat(found(filter("", Set.of(), Set.of(chess.id()), null, null, null, -1))).isEmpty();
  }

  @Test
  void an_export_is_what_is_shown_and_runs_no_formula() throws Exception {
    String csv =
        export(
            admin,
            new RosterExport.Request(
                RosterFilter.NONE,
                Set.of(),
                new RosterOrder(By.NUMBER, true),
                List.of(
                    RosterColumn.NUMBER,
                    RosterColumn.STATUS,
                    RosterColumn.PLAN,
                    RosterColumn.TAGS)));
    assertThat(csv)
        .isEqualTo(
            "\uFEFFgiven-name,family-name,number,status,plan,tags\r\n"
                + "Eve,Anders,5,status.active,\"Day, \"\"Pass\"\"\",\r\n"
                + "'=Dan,Anders,4,status.expired,,\r\n"
                + "Cleo,Anders,3,status.frozen,Silver,\r\n"
                + "Bob,Anders,2,status.expired,Gold,\r\n"
                + "Ada,Anders,1,status.active,Gold,VIP\r\n");
  }

  @Test
  void an_export_of_the_selected_holds_them_alone_and_is_on_record() throws Exception {
    String csv =
        export(
            admin,
            new RosterExport.Request(
                RosterFilter.typed("anders"),
                Set.of(bob),
                RosterOrder.NATURAL,
                List.of(RosterColumn.NUMBER)));
    assertThat(csv).isEqualTo("\uFEFFgiven-name,family-name,number\r\nBob,Anders,2\r\n");
    assertThat(
            gym.value(
                Long.class,
                """
                select count(*)
                  from audit_logs
                 where organization_id = ?
                   and action = 'export'
                   and table_name = 'client_organizations'
                   and actor_user_id = ?
                   and new_values ->> 'typed' = 'anders'
                """,
                gym.id().value(),
                admin.user().value()))
        .isEqualTo(1);
  }

  @Test
  void without_the_right_nothing_is_exported() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    RosterExport.Request all =
        new RosterExport.Request(RosterFilter.NONE, Set.of(), RosterOrder.NATURAL, List.of());
    assertThatThrownBy(
            () ->
                bindings.callAs(
                    staff,
                    () -> {
                      exports.write(all, word -> word, ',', file);
                      return true;
                    }))
        .isInstanceOf(ExportNotPermittedException.class);
    assertThat(file.size()).isZero();
  }

  @Test
  void views_are_ones_own_unless_shared() {
    bindings.runAs(staff, () -> views.save("Ends soon", "ends=7", false));
    bindings.runAs(staff, () -> views.save("Not seen", "visit=not-30", true));
    bindings.runAs(staff, () -> views.save(" Ends soon ", "ends=14", false));
    assertThat(as(staff, () -> views.all()))
        .extracting(SavedView::name, SavedView::query, SavedView::own)
        .containsExactly(
            tuple("Ends soon", "ends=14", true), tuple("Not seen", "visit=not-30", true));
    List<SavedView> seen = as(colleague, () -> views.all());
    assertThat(seen)
        .extracting(SavedView::name, SavedView::own)
        .containsExactly(tuple("Not seen", false));
    bindings.runAs(colleague, () -> views.remove(seen.getFirst().id()));
    assertThat(as(rival, () -> views.all())).isEmpty();
    assertThat(as(staff, () -> views.all())).hasSize(2);
    as(staff, () -> views.all())
        .forEach(view -> bindings.runAs(staff, () -> views.remove(view.id())));
    assertThat(as(staff, () -> views.all())).isEmpty();
  }

  private String export(Binding who, RosterExport.Request request) throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    bindings.callAs(
        who,
        () -> {
          exports.write(request, word -> word, ',', file);
          return true;
        });
    return file.toString(StandardCharsets.UTF_8);
  }

  private List<RosterRow> rows(int offset, int limit) {
    return as(staff, () -> roster.rows(RosterFilter.NONE, RosterOrder.NATURAL, offset, limit));
  }

  private List<String> found(RosterFilter filter) {
    return names(filter, new RosterOrder(By.NAME, false));
  }

  private List<String> names(RosterFilter filter, RosterOrder order) {
    return as(staff, () -> roster.open(filter, order)).rows().stream()
        .map(row -> row.member().givenName())
        .toList();
  }

  private <T> T as(Binding who, Supplier<T> work) {
    return bindings.callAs(who, work::get);
  }

  private static RosterFilter statuses(MemberStatus... statuses) {
    return new RosterFilter(
        "",
        Set.of(statuses),
        Set.of(),
        Set.of(),
        null,
        null,
        Optional.empty(),
        OptionalInt.empty());
  }

  private static RosterFilter visited(LastVisit visit) {
    return filter("", Set.of(), Set.of(), null, null, visit, -1);
  }

  private static RosterFilter filter(
      String typed,
      Set<String> plans,
      Set<TagId> tags,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable LastVisit visit,
      int ends) {
    return new RosterFilter(
        typed,
        Set.of(),
        plans,
        tags,
        from,
        to,
        Optional.ofNullable(visit),
        ends < 0 ? OptionalInt.empty() : OptionalInt.of(ends));
  }

  private TestMembers member(String given, String number) {
    return TestMembers.of(gym).named(given, "Anders").number(number);
  }

  private Instant at(int daysAgo) {
    return today.minusDays(daysAgo).atTime(LocalTime.NOON).atZone(BERLIN).toInstant();
  }

  private Binding bound(TestGym place, Tier tier) {
    return gate.open(place.person("Some " + tier, tier).id(), place.slug(), Instant.now());
  }
}
