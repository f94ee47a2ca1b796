package com.tryzore.crm.members.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
  private static final String LIST =
      """
      Member ID,First Name,Last Name,Email,Phone,Date of Birth,Tags,Membership
      M1,Ana,Li,ana@x.example,,1980-01-01,yoga,Gold
      M2,Ben,Li,ana@x.example,,2010-01-01,,
      M9,Eve,Ro,,+1 212 555 2368,1970-01-01,Spin,Silver
      M7,Kim,Doe,,,1990-01-01,,
      """;

  private static final ExistingMember ANA = member("M1", "Ana", "Li", "1980-01-01");
  private static final ExistingMember EVA = member("M4", "ÉVE", "Ro", "1970-01-01");
  private static final ExistingMember TOM = member("M7", "Tom", "Fox", "1950-01-01");

  private static ExistingMember member(String number, String given, String family, String born) {
    return new ExistingMember(UUID.randomUUID(), number, given, family, LocalDate.parse(born));
  }

  /** A gym held in memory; answers only what it is asked. */
  private static final class Gym implements ExistingMembers {
    private final Map<MatchKey, List<ExistingMember>> members = new HashMap<>();
    private int questions;

    Gym with(ExistingMember member, MatchKey... keys) {
      for (MatchKey key : keys) {
        members.computeIfAbsent(key, k -> new ArrayList<>()).add(member);
      }
      return this;
    }

    @Override
    public Map<MatchKey, List<ExistingMember>> find(Collection<MatchKey> keys) {
      questions++;
      Map<MatchKey, List<ExistingMember>> found = new HashMap<>(members);
      found.keySet().retainAll(keys);
      return found;
    }

    @Override
    public Set<String> tags() {
      return Set.of("yoga");
    }

    @Override
    public Set<String> plans() {
      return Set.of("gold");
    }
  }

  private static final Gym GYM =
      new Gym()
          .with(ANA, new MatchKey.MemberNumber("M1"), new MatchKey.Email("ana@x.example"))
          .with(EVA, new MatchKey.Phone("+12125552368"))
          .with(TOM, new MatchKey.MemberNumber("M7"));

  private static DryRun dryRun(ExistingMembers gym) {
    ImportSource source = ListFiles.of(LIST);
    DryRunResult result =
        MemberListReader.dryRun(
            source,
            ListFiles.mapping(source, ListFiles.US),
            ListFiles.US,
            gym,
            ImportProgress.UNWATCHED);
    return ((DryRunResult.Done) result).dryRun();
  }

  @Test
  void people_whom_the_gym_has_are_told_from_people_who_share_an_address_with_one() {
    DryRun dryRun = dryRun(GYM);

    assertThat(dryRun.duplicates())
        .extracting(Duplicate::row, Duplicate::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, Duplicate.Kind.SAME),
            org.assertj.core.groups.Tuple.tuple(3, Duplicate.Kind.SIMILAR),
            org.assertj.core.groups.Tuple.tuple(4, Duplicate.Kind.SAME),
            org.assertj.core.groups.Tuple.tuple(5, Duplicate.Kind.SAME));
    assertThat(dryRun.duplicates().getFirst().matches().getFirst().on())
        .containsExactlyInAnyOrder(Match.On.MEMBER_NUMBER, Match.On.EMAIL);
    assertThat(dryRun.duplicates().get(2).matches().getFirst())
        .isEqualTo(new Match(EVA, Set.of(Match.On.PHONE), true));
  }

  @Test
  void new_tags_and_plans_are_those_that_the_gym_lacks() {
    DryRun dryRun = dryRun(GYM);

    assertThat(dryRun.newTags()).containsExactly("Spin");
    assertThat(dryRun.newPlans()).containsExactly("Silver");
  }

  @Test
  void the_usual_decisions_make_nobody_twice_and_lose_nobody() {
    assertThat(dryRun(GYM).totals(DuplicateDecisions.USUAL))
        .isEqualTo(new DryRun.Totals(1, 0, 3, 0));
    assertThat(dryRun(ExistingMembers.NONE).totals(DuplicateDecisions.USUAL))
        .isEqualTo(new DryRun.Totals(4, 0, 0, 0));
  }

  @Test
  void decisions_for_all_and_singly_add_up() {
    DuplicateDecisions decisions =
        DuplicateDecisions.USUAL
            .withAll(Duplicate.Kind.SAME, DuplicateDecision.UPDATE)
            .with(2, DuplicateDecision.NEW)
            .with(3, DuplicateDecision.SKIP);

    assertThat(dryRun(GYM).totals(decisions)).isEqualTo(new DryRun.Totals(1, 2, 1, 0));
    assertThat(dryRun(GYM).totals(decisions.without(2))).isEqualTo(new DryRun.Totals(0, 3, 1, 0));
  }

  @Test
  void each_row_is_planned_by_its_decision() {
    ImportSource source = ListFiles.of(LIST);
    List<RowPlan> plans = new ArrayList<>();
    DuplicateDecisions decisions =
        DuplicateDecisions.USUAL.with(4, DuplicateDecision.UPDATE).with(5, DuplicateDecision.NEW);
    MemberListReader.forEachBatch(
        source,
        ListFiles.mapping(source, ListFiles.US),
        ListFiles.US,
        GYM,
        ImportProgress.UNWATCHED,
        batch -> batch.forEach(row -> plans.add(row.plan(decisions))));

    assertThat(plans.get(0)).isInstanceOf(RowPlan.Skip.class);
    assertThat(plans.get(1)).isInstanceOf(RowPlan.Create.class);
    assertThat(plans.get(2))
        .isInstanceOfSatisfying(
            RowPlan.Update.class, update -> assertThat(update.member()).isEqualTo(EVA));
    assertThat(plans.get(3))
        .isInstanceOfSatisfying(
            RowPlan.Create.class, create -> assertThat(create.numberTaken()).isTrue());
  }

  @Test
  void nobody_can_be_updated_by_a_row_that_repeats_another() {
    ImportSource source =
        ListFiles.of("First Name,Last Name,Email\nAna,Li,a@x.example\nAna,Li,a@x.example\n");
    DryRun dryRun = ListFiles.dryRun(source, ListFiles.US);
    DuplicateDecisions update =
        DuplicateDecisions.USUAL.withAll(Duplicate.Kind.REPEATED, DuplicateDecision.UPDATE);

    assertThat(dryRun.totals(DuplicateDecisions.USUAL)).isEqualTo(new DryRun.Totals(2, 0, 0, 0));
    assertThat(dryRun.totals(update)).isEqualTo(new DryRun.Totals(1, 0, 1, 0));
  }

  @Test
  void the_gym_is_asked_once_for_some_hundred_rows() {
    Gym gym = new Gym();
    ImportMapping mapping = ListFiles.mapping(ListFiles.RIVERSIDE, ListFiles.US);

    MemberListReader.dryRun(
        ListFiles.RIVERSIDE, mapping, ListFiles.US, gym, ImportProgress.UNWATCHED);

    assertThat(gym.questions).isEqualTo(10);
  }
}
