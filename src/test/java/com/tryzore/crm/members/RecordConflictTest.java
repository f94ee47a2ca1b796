package com.tryzore.crm.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordConflictTest {

  private static final ClientData READ = ClientData.named("Jo", "Smith").reachedAt("a@x.de", null);
  private static final ClientData MINE =
      ClientData.named("Jo", "Miller").reachedAt("mine@x.de", "+4917012345");
  private static final ClientData THEIRS =
      ClientData.named("Joanna", "Smith").reachedAt("theirs@x.de", "+4917012345");

  private final RecordConflict<ClientData> conflict = new RecordConflict<>(READ, MINE, THEIRS);

  @Test
  void only_the_fields_in_which_the_two_differ_are_asked_about() {
    assertThat(conflict.fields())
        .extracting(RecordConflict.Field::name)
        .containsExactly("givenName", "familyName", "email");
  }

  @Test
  void it_is_known_who_changed_a_field() {
    assertThat(conflict.fields())
        .extracting(
            field -> field.changedByBoth() ? "both" : field.changedByThemOnly() ? "they" : "I")
        .containsExactly("they", "I", "both");
  }

  @Test
  void what_is_taken_from_them_joins_what_is_kept_of_mine() {
    assertThat(conflict.taking(Set.of("givenName", "email")))
        .isEqualTo(ClientData.named("Joanna", "Miller").reachedAt("theirs@x.de", "+4917012345"));
    assertThat(conflict.taking(Set.of())).isEqualTo(MINE);
  }
}
