package com.tryzore.crm.frontdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberHit;
import com.tryzore.crm.members.MemberStatus;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Enter names one member only when no other can be meant. */
class EnterTest {

  private static MemberHit hit(String number, String given, String family) {
    return new MemberHit(
        new ClientId(UUID.randomUUID()),
        number,
        given,
        family,
        null,
        MemberStatus.ACTIVE,
        null,
        null,
        null,
        0,
        0);
  }

  private final MemberHit joanna = hit("R100001", "Joanna", "Smith");
  private final MemberHit john = hit("R100012", "John", "Smith");

  @Test
  void the_only_answer_is_the_one_that_is_meant() {
    assertThat(Enter.on("smi jo", List.of(joanna))).isEqualTo(new Enter.One(joanna));
  }

  @Test
  void of_several_nobody_is_guessed() {
    assertThat(Enter.on("smi", List.of(joanna, john)))
        .isEqualTo(new Enter.Several(List.of(joanna, john)));
    assertThat(Enter.on("", List.of(joanna, john))).isInstanceOf(Enter.Several.class);
  }

  @Test
  void a_single_whole_word_is_not_enough_to_tell() {
    assertThat(Enter.on("smith", List.of(joanna, hit("1", "Al", "Smithers"))))
        .isInstanceOf(Enter.Several.class);
  }

  @Test
  void the_only_whole_name_is_meant_whatever_its_accents() {
    MemberHit zoe = hit("1", "Zoë", "O'Neill");
    assertThat(Enter.on("oneill zoe", List.of(zoe, hit("2", "Zoey", "Oneillson"))))
        .isEqualTo(new Enter.One(zoe));
  }

  @Test
  void two_of_the_same_name_are_told_apart_by_a_person() {
    assertThat(Enter.on("joanna smith", List.of(joanna, hit("2", "Joanna", "Smith"))))
        .isInstanceOf(Enter.Several.class);
  }

  @Test
  void a_whole_number_is_meant_although_longer_ones_begin_alike() {
    MemberHit longer = hit("R1000012", "Jo", "Short");
    MemberHit shorter = hit("R10000", "Jo", "Long");
    assertThat(Enter.on(" r10000 ", List.of(longer, shorter))).isEqualTo(new Enter.One(shorter));
  }

  @Test
  void nobody_is_nobody() {
    assertThat(Enter.on("xyz", List.of())).isEqualTo(new Enter.Nobody());
  }
}
