package com.tryzore.crm.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Finding members while typing, under Row Level Security. */
@SpringBootTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MemberSearchTest {
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

  @Autowired private MemberSearch search;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private TestGym gym;
  private TestGym sister;
  private Binding staff;
  private Binding sisterStaff;
  private Binding trainer;
  private Binding member;
  private ClientId joanna;

  @BeforeAll
  void a_chain_with_two_gyms_and_a_rival() {
    TestGym chain = TestGym.open(TestDatabase.shared(), "Chain");
    gym = chain.below("Harbour");
    sister = chain.below("Hill");
    TestGym rival = TestGym.open(TestDatabase.shared(), "Rival");
    staff = bound(gym, Tier.STAFF);
    sisterStaff = bound(sister, Tier.STAFF);
    trainer = bound(gym, Tier.TRAINER);
    member = bound(gym, Tier.MEMBER);
    joanna =
        TestMembers.of(gym)
            .named("Joanna", "Smith")
            .number("M-00012")
            .email("jo.bluebird@example.com")
            .phone("+494217204476")
            .born(LocalDate.of(1988, 5, 3))
            .plan("Unlimited")
            .status(MemberStatus.ACTIVE, today.plusDays(20))
            .add();
    TestMembers.of(gym).named("John", "Smithers").number("M-00120").add();
    TestMembers.of(gym).named("Sarah", "Smith").number("M-00013").add();
    TestMembers.of(gym).named("Zoë", "Gonçalves").add();
    TestMembers.of(gym).named("Jürgen", "Müller").add();
    TestMembers.of(gym).named("Petra", "Mueller").add();
    TestMembers.of(gym).named("Siobhán", "O'Brien").add();
    TestMembers.of(gym)
        .named("Wei", "Zhang")
        .number("000777")
        .status(MemberStatus.ACTIVE, today.minusDays(1))
        .add();
    TestMembers.of(rival).named("Joanna", "Smith").number("M-00012").phone("+494217204476").add();
    TestMembers.of(sister).number("H-1").visiting(gym, joanna);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "smi jo          | Joanna Smith, John Smithers",
        "jo smith        | Joanna Smith, John Smithers",
        "SMITH           | Joanna Smith, Sarah Smith, John Smithers",
        "smith s         | Sarah Smith",
        "joanna sarah    | ",
        "zoe gon         | Zoë Gonçalves",
        "ZOË             | Zoë Gonçalves",
        "müller          | Petra Mueller, Jürgen Müller",
        "mueller         | Petra Mueller, Jürgen Müller",
        "muller          | Petra Mueller, Jürgen Müller",
        "o'brien         | Siobhán O'Brien",
        "obrien          | Siobhán O'Brien",
        "brien           | Siobhán O'Brien",
        "siobhan         | Siobhán O'Brien",
        "M-00012         | Joanna Smith",
        "00013           | Sarah Smith",
        "777             | Wei Zhang",
        "bluebird        | ",
        "jo.bluebird@ex  | Joanna Smith",
        "4476            | Joanna Smith",
        "7204476         | Joanna Smith",
        "0421 72         | Joanna Smith",
        "+49 421 7204476 | Joanna Smith",
        "smith 4476      | Joanna Smith",
        "!?              | ",
      })
  void whatever_word_is_typed(String typed, String names) {
    assertThat(found(staff, typed))
        .containsExactlyInAnyOrder(names == null ? new String[0] : names.split(", "));
  }

  @Test
  void exact_words_come_first() {
    assertThat(found(staff, "smith"))
        .containsExactly("Joanna Smith", "Sarah Smith", "John Smithers");
  }

  @Test
  void nobody_is_found_twice_and_no_more_than_wanted() {
    assertThat(found(staff, "jo")).containsExactlyInAnyOrder("Joanna Smith", "John Smithers");
    assertThat(bindings.callAs(staff, () -> search.find("s", 2))).hasSize(2);
  }

  @Test
  void the_answer_says_how_they_stand_here_today() {
    MemberHit hit = bindings.callAs(staff, () -> search.find("joanna", 5)).getFirst();
    assertThat(hit)
        .isEqualTo(
            new MemberHit(
                joanna,
                "M-00012",
                "Joanna",
                "Smith",
                LocalDate.of(1988, 5, 3),
                MemberStatus.ACTIVE,
                "Unlimited",
                today.plusDays(20),
                null,
                0,
                0));
    assertThat(bindings.callAs(staff, () -> search.find("zhang", 5)).getFirst().status())
        .isEqualTo(MemberStatus.EXPIRED);
  }

  @Test
  void a_visiting_member_is_found_by_name_and_number_but_not_by_what_only_home_knows() {
    assertThat(found(sisterStaff, "joanna")).containsExactly("Joanna Smith");
    assertThat(found(sisterStaff, "h-1")).containsExactly("Joanna Smith");
    assertThat(found(sisterStaff, "jo.bluebird@example.com")).isEmpty();
    assertThat(found(sisterStaff, "7204476")).isEmpty();
    assertThat(bindings.callAs(sisterStaff, () -> search.find("joanna", 1)).getFirst().birthDate())
        .isNull();
  }

  @Test
  void a_card_is_read_exactly() {
    assertThat(bindings.callAs(staff, () -> search.byNumber(" M-00012 ")))
        .map(MemberHit::id)
        .contains(joanna);
    assertThat(bindings.callAs(staff, () -> search.byNumber("M-0001"))).isEmpty();
    assertThat(bindings.callAs(staff, () -> search.byNumber("H-1"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"joanna", "smith", "4476", "M-00012"})
  void trainers_and_members_find_nobody(String typed) {
    assertThat(bindings.callAs(trainer, () -> search.byNumber(typed))).isEmpty();
    assertThat(bindings.callAs(member, () -> search.byNumber(typed))).isEmpty();
  }

  private List<String> found(Binding binding, String typed) {
    return bindings.callAs(binding, () -> search.find(typed, 50)).stream()
        .map(MemberHit::name)
        .toList();
  }

  private Binding bound(TestGym place, Tier tier) {
    return gate.open(place.person("Some " + tier, tier).id(), place.slug(), Instant.now());
  }
}
