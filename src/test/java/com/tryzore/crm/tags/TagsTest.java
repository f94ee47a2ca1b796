package com.tryzore.crm.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Tags and what they are on, under Row Level Security, with real roles. */
@SpringBootTest
class TagsTest {

  @Autowired private Tags tags;
  @Autowired private TagCare care;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private TestGym gym;
  private Binding staff;
  private Binding rival;

  @BeforeEach
  void a_gym_and_a_rival() {
    gym = TestGym.open(TestDatabase.shared(), "Riverside");
    staff = bound(gym, Tier.STAFF);
    rival = bound(TestGym.open(TestDatabase.shared(), "Rival"), Tier.STAFF);
  }

  @Test
  void a_tag_is_made_when_it_is_new_and_found_whatever_its_case() {
    Tag made = as(staff, () -> tags.findOrCreate(TagType.INTEREST, "  Hot \t Yoga "));
    assertThat(made.name()).isEqualTo("Hot Yoga");
    assertThat(as(staff, () -> tags.findOrCreate(TagType.INTEREST, "hot yoga"))).isEqualTo(made);
    assertThat(as(staff, () -> tags.findOrCreate(TagType.SKILL, "Hot Yoga")).id())
        .isNotEqualTo(made.id());
    assertThat(as(staff, tags::all)).hasSize(2);
  }

  @Test
  void many_who_ask_for_a_new_tag_at_once_get_the_same_one() throws Exception {
    List<Callable<Tag>> asking =
        Collections.nCopies(8, () -> as(staff, () -> tags.findOrCreate(TagType.CUSTOM, "VIP")));
    List<TagId> got = new ArrayList<>();
    try (ExecutorService desks = Executors.newFixedThreadPool(4)) {
      for (Future<Tag> tag : desks.invokeAll(asking)) {
        got.add(tag.get().id());
      }
    }
    assertThat(Set.copyOf(got)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  \t", "1234567890123456789012345678901234567890123456789012345678901"})
  void a_name_that_is_empty_or_too_long_is_refused(String name) {
    assertThatThrownBy(() -> as(staff, () -> tags.findOrCreate(TagType.CUSTOM, name)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tags_are_put_on_many_at_once_and_a_second_time_changes_nothing() {
    Tag vip = as(staff, () -> tags.findOrCreate(TagType.CUSTOM, "VIP"));
    List<UUID> people = List.of(client(), client(), client());
    assertThat(put(vip, people.subList(0, 2))).isEqualTo(2);
    assertThat(put(vip, people)).isEqualTo(1);
    assertThat(as(staff, () -> tags.of(SubjectType.CLIENTS, people)))
        .hasSize(3)
        .allSatisfy((person, theirs) -> assertThat(theirs).containsExactly(vip));
    assertThat(as(staff, () -> tags.take(vip.id(), SubjectType.CLIENTS, people))).isEqualTo(3);
    assertThat(as(staff, () -> tags.take(vip.id(), SubjectType.CLIENTS, people))).isZero();
    assertThat(as(staff, () -> tags.of(SubjectType.CLIENTS, people))).isEmpty();
  }

  @Test
  void two_desks_that_tag_the_same_people_in_opposite_order_both_succeed() throws Exception {
    Tag vip = as(staff, () -> tags.findOrCreate(TagType.CUSTOM, "VIP"));
    List<UUID> people = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      people.add(client());
    }
    List<UUID> backwards = people.reversed();
    int put = 0;
    try (ExecutorService desks = Executors.newFixedThreadPool(4)) {
      List<Callable<Integer>> puts = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        List<UUID> order = i % 2 == 0 ? people : backwards;
        puts.add(() -> put(vip, order));
      }
      for (Future<Integer> done : desks.invokeAll(puts)) {
        put += done.get();
      }
    }
    assertThat(put).isEqualTo(40);
    assertThat(
            gym.value(
                Long.class,
                "select count(*) from taggables where organization_id = ?",
                gym.id().value()))
        .isEqualTo(40);
  }

  @Test
  void who_is_not_here_gets_no_tag_and_neither_do_those_beside_them() {
    Tag vip = as(staff, () -> tags.findOrCreate(TagType.CUSTOM, "VIP"));
    UUID here = client();
    for (UUID stranger : List.of(UUID.randomUUID(), clientOf(rival))) {
      assertThatThrownBy(() -> put(vip, List.of(here, stranger)))
          .isInstanceOf(NoSuchSubjectException.class)
          .hasMessage("There is no such subject, or no such tag");
    }
    assertThat(as(staff, () -> tags.of(SubjectType.CLIENTS, List.of(here)))).isEmpty();
  }

  @Test
  void a_tag_of_another_gym_answers_like_one_that_never_was() {
    Tag vip = as(staff, () -> tags.findOrCreate(TagType.CUSTOM, "VIP"));
    UUID theirs = clientOf(rival);
    for (TagId id : List.of(vip.id(), new TagId(UUID.randomUUID()))) {
      assertThat(as(rival, () -> tags.find(id))).isEmpty();
      assertThatThrownBy(() -> as(rival, () -> tags.put(id, SubjectType.CLIENTS, List.of(theirs))))
          .isInstanceOf(NoSuchSubjectException.class);
      Tag mine = new Tag(id, TagType.CUSTOM, "Mine", TagColour.RED, Tag.PLAIN_ICON);
      assertThatThrownBy(() -> change(rival, mine, 0)).isInstanceOf(NoSuchTagException.class);
      assertThatThrownBy(() -> archive(rival, id, true)).isInstanceOf(NoSuchTagException.class);
    }
    assertThat(as(rival, tags::all)).isEmpty();
  }

  @Test
  void trainers_read_tags_and_neither_make_nor_put_them_on() {
    Tag vip = as(staff, () -> tags.findOrCreate(TagType.CUSTOM, "VIP"));
    UUID person = client();
    Binding trainer = bound(gym, Tier.TRAINER);
    assertThat(as(trainer, tags::all)).containsExactly(vip);
    assertThatThrownBy(() -> as(trainer, () -> tags.findOrCreate(TagType.CUSTOM, "New")))
        .isInstanceOf(NotAllowedException.class);
    assertThatThrownBy(
            () -> as(trainer, () -> tags.put(vip.id(), SubjectType.CLIENTS, List.of(person))))
        .isInstanceOf(NotAllowedException.class);
    Binding member = bound(gym, Tier.MEMBER);
    assertThatThrownBy(() -> as(member, tags::all)).isInstanceOf(NotAllowedException.class);
  }

  @Test
  void a_renamed_and_recoloured_tag_stays_on_whom_it_was_put() {
    Tag vip = as(staff, () -> tags.findOrCreate(TagType.CUSTOM, "VIP"));
    UUID person = client();
    put(vip, List.of(person));
    Tag changed = new Tag(vip.id(), TagType.CATEGORY, "Very dear", TagColour.PINK, "star");

    change(staff, changed, 0);

    assertThat(as(staff, () -> tags.of(SubjectType.CLIENTS, List.of(person))).get(person))
        .containsExactly(changed);
    assertThatThrownBy(() -> change(staff, vip, 0))
        .isInstanceOfSatisfying(
            TagChangedException.class,
            stale -> assertThat(stale.theirs().tag()).isEqualTo(changed));
  }

  @Test
  void two_tags_of_a_type_never_share_a_name() {
    as(staff, () -> tags.findOrCreate(TagType.CUSTOM, "VIP"));
    Tag other = as(staff, () -> tags.findOrCreate(TagType.CUSTOM, "Other"));
    Tag renamed = new Tag(other.id(), TagType.CUSTOM, "vip", TagColour.RED, "tag");
    assertThatThrownBy(() -> change(staff, renamed, 0))
        .isInstanceOfSatisfying(
            TagNameTakenException.class, taken -> assertThat(taken.name()).isEqualTo("vip"));
  }

  @Test
  void an_archived_tag_is_offered_no_more_and_comes_back_when_somebody_asks_for_it() {
    Tag vip = as(staff, () -> tags.findOrCreate(TagType.CUSTOM, "VIP"));
    UUID person = client();
    put(vip, List.of(person));

    archive(staff, vip.id(), true);
    archive(staff, vip.id(), true);

    assertThat(as(staff, tags::all)).isEmpty();
    assertThat(as(staff, () -> tags.of(SubjectType.CLIENTS, List.of(person)))).hasSize(1);
    assertThat(as(staff, () -> care.uses(SubjectType.CLIENTS)))
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.archived()).isTrue();
              assertThat(use.subjects()).isEqualTo(1);
            });
    assertThat(as(staff, () -> tags.findOrCreate(TagType.CUSTOM, "vip"))).isEqualTo(vip);
    assertThat(as(staff, tags::all)).containsExactly(vip);
  }

  private int put(Tag tag, List<UUID> people) {
    return as(staff, () -> tags.put(tag.id(), SubjectType.CLIENTS, people));
  }

  private void change(Binding who, Tag tag, long version) {
    bindings.runAs(who, () -> care.change(tag, version));
  }

  private void archive(Binding who, TagId id, boolean archived) {
    bindings.runAs(who, () -> care.archive(id, archived));
  }

  private UUID client() {
    return clientOf(staff);
  }

  private UUID clientOf(Binding place) {
    UUID gymId = place.organization().value();
    UUID id =
        Objects.requireNonNull(
            gym.value(
                UUID.class,
                "insert into clients (organization_id, given_name, family_name) values (?, 'No', 'Body')"
                    + " returning id",
                gymId));
    gym.execute(
        "insert into client_organizations (organization_id, client_id, home_organization_id)"
            + " values (?, ?, ?)",
        gymId,
        id,
        gymId);
    return id;
  }

  private Binding bound(TestGym place, Tier tier) {
    return gate.open(place.person("Some " + tier.key(), tier).id(), place.slug(), Instant.now());
  }

  private <T> T as(Binding binding, Supplier<T> work) {
    return bindings.callAs(binding, work::get);
  }
}
