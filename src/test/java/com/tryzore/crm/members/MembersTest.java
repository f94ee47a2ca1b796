package com.tryzore.crm.members;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Members and their standing, under Row Level Security, with real roles. */
@SpringBootTest
class MembersTest {

  private static final ClientData EVERYTHING =
      ClientData.named(" Zoë ", "Gonçalves")
          .born(LocalDate.of(1992, 2, 29), Gender.FEMALE)
          .reachedAt("Zoe@Example.com ", "+494217204476")
          .livingAt("Am Wall 1", "28195", "Bremen", "DE")
          .inEmergency("Hanna Nguyen", "+15557973594", "sister")
          .preferring("pt", ContactChannel.SMS, true);

  @Autowired private Members members;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private TestGym chain;
  private TestGym gym;
  private Binding staff;
  private Binding admin;
  private Binding sister;
  private Binding rival;

  @BeforeEach
  void a_chain_with_two_gyms_and_a_rival() {
    chain = TestGym.open(TestDatabase.shared(), "Chain");
    gym = chain.below("Riverside");
    TestGym other = chain.below("Harbour");
    TestGym rivalGym = TestGym.open(TestDatabase.shared(), "Rival");
    staff = bound(gym, "Sam Staff", Tier.STAFF);
    admin = bound(gym, "Adam Admin", Tier.ADMIN);
    sister = bound(other, "Sara Sister", Tier.STAFF);
    rival = bound(rivalGym, "Rita Rival", Tier.STAFF);
  }

  @Test
  void what_is_saved_of_a_member_is_what_is_read() {
    ClientId id = as(staff, () -> members.add(NewMember.of(EVERYTHING, StandingData.prospect())));

    Client client = as(staff, () -> members.find(id)).orElseThrow();

    assertThat(client.data())
        .isEqualTo(
            ClientData.named("Zoë", "Gonçalves")
                .born(LocalDate.of(1992, 2, 29), Gender.FEMALE)
                .reachedAt("zoe@example.com", "+494217204476")
                .livingAt("Am Wall 1", "28195", "Bremen", "DE")
                .inEmergency("Hanna Nguyen", "+15557973594", "sister")
                .preferring("pt", ContactChannel.SMS, true));
  }

  @Test
  void members_get_numbers_one_after_another_also_when_added_at_once() throws Exception {
    List<Callable<ClientId>> additions = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      NewMember member = NewMember.of(ClientData.named("No", "Body " + i), StandingData.prospect());
      additions.add(() -> as(staff, () -> members.add(member)));
    }
    List<String> numbers = new ArrayList<>();
    try (ExecutorService desks = Executors.newFixedThreadPool(4)) {
      for (Future<ClientId> added : desks.invokeAll(additions)) {
        ClientId id = added.get();
        numbers.add(profile(id).standing().data().memberNumber());
      }
    }
    assertThat(numbers).doesNotHaveDuplicates().contains("000001", "000012");
  }

  @Test
  void a_number_given_by_hand_is_refused_when_it_is_taken_and_nothing_is_saved() {
    StandingData numbered = StandingData.prospect().numbered("M 7");
    as(staff, () -> members.add(NewMember.of(ClientData.named("Jo", "First"), numbered)));

    assertThatThrownBy(
            () ->
                as(
                    staff,
                    () -> members.add(NewMember.of(ClientData.named("Jo", "Second"), numbered))))
        .isInstanceOfSatisfying(
            MemberNumberTakenException.class, taken -> assertThat(taken.number()).isEqualTo("M 7"));
    assertThat(
            gym.value(
                Long.class,
                "select count(*) from clients where organization_id = ?",
                gym.id().value()))
        .isEqualTo(1);
    assertThat(as(staff, () -> members.isNumberFree("M 7", null))).isFalse();
    assertThat(as(staff, () -> members.isNumberFree("M 8", null))).isTrue();
    assertThat(as(rival, () -> members.isNumberFree("M 7", null))).isTrue();
  }

  @Test
  void a_number_changed_to_a_taken_one_is_refused() {
    as(
        staff,
        () ->
            members.add(
                NewMember.of(
                    ClientData.named("Jo", "First"), StandingData.prospect().numbered("7"))));
    ClientId id = someone();
    Standing standing = profile(id).standing();

    assertThatThrownBy(
            () -> as(staff, () -> members.update(standing.with(standing.data().numbered("7")))))
        .isInstanceOf(MemberNumberTakenException.class);
    assertThat(as(staff, () -> members.isNumberFree("7", id))).isFalse();
  }

  @Test
  void of_two_who_save_one_member_at_once_exactly_one_succeeds_and_the_other_sees_both()
      throws Exception {
    Client read = as(staff, () -> members.find(someone())).orElseThrow();
    CyclicBarrier together = new CyclicBarrier(2);
    List<String> outcomes = new ArrayList<>();
    try (ExecutorService desks = Executors.newFixedThreadPool(2)) {
      List<Future<String>> saves = new ArrayList<>();
      for (Binding desk : List.of(staff, admin)) {
        ClientData mine = read.data().reachedAt(desk.tier().key() + "@example.com", null);
        saves.add(
            desks.submit(
                () -> {
                  together.await();
                  try {
                    as(desk, () -> members.update(read.with(mine)));
                    return "saved";
                  } catch (ClientChangedException changed) {
                    return "theirs: " + changed.theirs().data().email();
                  }
                }));
      }
      for (Future<String> save : saves) {
        outcomes.add(save.get());
      }
    }
    String email = as(staff, () -> members.find(read.id())).orElseThrow().data().email();
    assertThat(outcomes).containsExactlyInAnyOrder("saved", "theirs: " + email);
  }

  @Test
  void a_saved_member_has_a_new_version_and_can_be_saved_again() {
    Client read = as(staff, () -> members.find(someone())).orElseThrow();
    Client once =
        as(
            staff,
            () -> members.update(read.with(read.data().livingAt("Here 1", null, null, null))));
    Client twice = as(staff, () -> members.update(once.with(read.data())));
    assertThat(twice.version()).isGreaterThan(once.version()).isGreaterThan(read.version());
    assertThat(twice.data()).isEqualTo(read.data());
  }

  @Test
  void preferences_of_others_survive_a_save() {
    ClientId id = someone();
    gym.execute(
        "update clients set preferences = '{\"locker\": 12, \"language\": \"es\"}' where id = ?",
        id.value());
    Client read = as(staff, () -> members.find(id)).orElseThrow();
    assertThat(read.data().language()).isEqualTo("es");

    as(
        staff,
        () -> members.update(read.with(read.data().preferring(null, ContactChannel.PHONE, false))));

    assertThat(
            gym.value(
                String.class, "select preferences::text from clients where id = ?", id.value()))
        .isEqualTo("{\"locker\": 12, \"contact_channel\": \"phone\"}");
  }

  @Test
  void a_standing_is_saved_once_and_a_stale_one_is_told_what_stands_now() {
    Standing read = profile(someone()).standing();
    StandingData ours =
        StandingData.active("Unlimited", LocalDate.of(2030, 3, 14), LocalDate.of(2026, 1, 2));
    Standing saved = as(staff, () -> members.update(read.with(ours)));
    assertThat(saved.data().memberNumber()).isEqualTo(read.data().memberNumber());

    assertThatThrownBy(() -> as(admin, () -> members.update(read.with(StandingData.prospect()))))
        .isInstanceOfSatisfying(
            StandingChangedException.class,
            changed -> assertThat(changed.theirs()).isEqualTo(saved));
  }

  @Test
  void a_member_of_another_gym_answers_like_one_that_never_was() {
    ClientId foreign = someone();
    for (ClientId id : List.of(foreign, new ClientId(UUID.randomUUID()))) {
      assertThat(as(rival, () -> members.find(id))).isEmpty();
      assertThat(as(rival, () -> members.profile(id))).isEmpty();
      assertThat(as(rival, () -> members.standings(id))).isEmpty();
      Client client = new Client(id, 0, ClientData.named("Mine", "Now"));
      assertThatThrownBy(() -> as(rival, () -> members.update(client)))
          .isInstanceOf(NoSuchMemberException.class)
          .hasMessage("There is no member " + id);
      Standing standing = new Standing(id, 0, StandingData.prospect());
      assertThatThrownBy(() -> as(rival, () -> members.update(standing)))
          .isInstanceOf(NoSuchMemberException.class)
          .hasMessage("There is no member " + id);
    }
    assertThat(profile(foreign).fullName()).isEqualTo("Joanna Smith");
  }

  @Test
  void another_gym_of_the_chain_sees_a_visitor_s_name_and_standing_but_not_the_record() {
    ClientId id = someone();
    as(sister, () -> members.profile(id)).ifPresent(p -> assertThat(p).isNull());
    chain.execute(
        "insert into client_organizations (organization_id, client_id, home_organization_id, status)"
            + " values (?, ?, ?, 'active')",
        sister.organization().value(),
        id.value(),
        gym.id().value());

    MemberProfile seen = as(sister, () -> members.profile(id)).orElseThrow();

    assertThat(seen.fullName()).isEqualTo("Joanna Smith");
    assertThat(seen.home()).isEqualTo(gym.id());
    assertThat(seen.record()).isEmpty();
    assertThat(as(sister, () -> members.standings(id)))
        .extracting(GymStanding::organizationName, GymStanding::home)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Riverside", true),
            org.assertj.core.groups.Tuple.tuple("Harbour", false));
  }

  @Test
  void trainers_and_members_neither_see_nor_add_members() {
    ClientId id = someone();
    for (Tier tier : List.of(Tier.TRAINER, Tier.MEMBER)) {
      Binding low = bound(gym, "Low " + tier.key(), tier);
      assertThat(as(low, () -> members.find(id))).isEmpty();
      assertThat(as(low, () -> members.profile(id))).isEmpty();
      assertThatThrownBy(
              () -> as(low, () -> members.add(NewMember.of(EVERYTHING, StandingData.prospect()))))
          .isInstanceOf(NotAllowedException.class);
    }
  }

  @Test
  void the_region_of_telephone_numbers_is_the_gym_s() {
    assertThat(as(staff, members::phoneRegion)).isEqualTo("DE");
  }

  private ClientId someone() {
    return as(
        staff,
        () ->
            members.add(
                NewMember.of(ClientData.named("Joanna", "Smith"), StandingData.prospect())));
  }

  private MemberProfile profile(ClientId id) {
    return as(staff, () -> members.profile(id)).orElseThrow();
  }

  private Binding bound(TestGym place, String name, Tier tier) {
    return gate.open(place.person(name, tier).id(), place.slug(), Instant.now());
  }

  private <T> T as(Binding binding, Supplier<T> work) {
    return bindings.callAs(binding, work::get);
  }
}
