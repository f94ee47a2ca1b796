package com.tryzore.crm.members.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.database.TestDatabase;
import com.tryzore.crm.members.ClientData;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The forms of a member's profile, with several people at once. */
class MemberFormsTest extends ProfileTabs {

  @Test
  void what_is_wrong_is_said_beside_the_field_and_nothing_is_saved() {
    BrowserlessUIContext tab = profile(sam, gym);
    MemberDialog form = edit(tab);
    field(tab, "Family name").setValue("  ");
    field(tab, "E-mail").setValue("jo at example");
    field(tab, "Phone").setValue("12");
    tab.find(com.tryzore.crm.ui.DayField.class)
        .withLabel("Birth date")
        .single()
        .setValue(LocalDate.now(desk.zone()).plusDays(1));
    form.save();
    assertThat(form.isOpened()).isTrue();
    assertThat(field(tab, "Family name").getErrorMessage()).contains("Enter the family name");
    assertThat(field(tab, "E-mail").getErrorMessage()).contains("name@example.com");
    assertThat(field(tab, "Phone").getErrorMessage()).contains("country code");
    assertThat(saved().data().familyName()).isEqualTo("Smith");
  }

  @Test
  void a_saved_change_is_shown_and_telephones_are_stored_with_their_country() {
    BrowserlessUIContext tab = profile(sam, gym);
    MemberDialog form = edit(tab);
    field(tab, "Phone").setValue("0170 1234567");
    field(tab, "Town").setValue("Bremen");
    form.save();
    assertThat(form.isOpened()).isFalse();
    assertThat(saved().data().phone()).isEqualTo("+491701234567");
    assertThat(text(tab)).contains("Bremen", "0170 1234567");
  }

  @Test
  void of_two_forms_saved_at_once_the_second_asks_field_by_field() {
    BrowserlessUIContext first = profile(sam, gym);
    BrowserlessUIContext second = profile(adam, gym);
    first.activate();
    MemberDialog sams = edit(first);
    second.activate();
    MemberDialog adams = edit(second);
    first.activate();
    field(first, "E-mail").setValue("sam@example.com");
    field(first, "Town").setValue("Bremen");
    sams.save();
    second.activate();
    field(second, "E-mail").setValue("adam@example.com");
    field(second, "Street and number").setValue("Am Wall 1");
    adams.save();

    assertThat(adams.isOpened()).isTrue();
    assertThat(saved().data().email()).isEqualTo("sam@example.com");
    List<RadioButtonGroup<?>> asked = choices(second);
    assertThat(asked)
        .extracting(RadioButtonGroup::getLabel)
        .containsExactly("E-mail", "Street and number", "Town");
    assertThat(asked).extracting(RadioButtonGroup::isEmpty).containsExactly(true, false, false);
    click(second, "Save the choice");
    assertThat(asked.getFirst().isInvalid()).isTrue();
    choose(asked.getFirst(), 0);
    click(second, "Save the choice");

    assertThat(adams.isOpened()).isFalse();
    assertThat(saved().data())
        .extracting(ClientData::email, ClientData::street, ClientData::city)
        .containsExactly("adam@example.com", "Am Wall 1", "Bremen");
  }

  @Test
  void two_who_change_different_things_of_health_and_address_do_not_disturb_each_other() {
    BrowserlessUIContext tab = profile(sam, gym);
    MemberDialog form = edit(tab);
    gym.execute("update clients set medical_notes = 'Better' where id = ?", joanna.value());
    field(tab, "Town").setValue("Bremen");
    form.save();
    assertThat(form.isOpened()).isFalse();
    assertThat(saved().data().city()).isEqualTo("Bremen");
  }

  @Test
  void when_the_database_does_not_answer_everything_typed_stays_and_saving_again_works()
      throws SQLException {
    BrowserlessUIContext tab = profile(sam, gym);
    MemberDialog form = edit(tab);
    field(tab, "Town").setValue("Bremen");
    try (Connection other = TestDatabase.shared().superuser()) {
      other.setAutoCommit(false);
      try (var lock = other.prepareStatement("select from clients where id = ? for update")) {
        lock.setObject(1, joanna.value());
        lock.execute();
      }
      form.save(); // gives up after the login's lock_timeout
      other.rollback();
    }
    assertThat(form.isOpened()).isTrue();
    assertThat(tab.find(SaveTrouble.class).single().getElement().getTextRecursively())
        .contains("nothing was saved");
    assertThat(field(tab, "Town").getValue()).isEqualTo("Bremen");
    form.save();
    assertThat(form.isOpened()).isFalse();
    assertThat(saved().data().city()).isEqualTo("Bremen");
  }

  @Test
  void leaving_a_form_asks_before_anything_typed_is_lost() {
    BrowserlessUIContext tab = profile(sam, gym);
    MemberDialog form = edit(tab);
    form.cancel();
    assertThat(form.isOpened()).isFalse();
    MemberDialog again = edit(tab);
    field(tab, "Town").setValue("Bremen");
    again.cancel();
    assertThat(again.isOpened()).isTrue();
    click(tab, "Discard");
    assertThat(again.isOpened()).isFalse();
    assertThat(saved().data().city()).isNull();
  }

  @Test
  void a_new_member_who_may_be_here_already_is_named_while_being_typed() {
    BrowserlessUIContext tab = profile(sam, gym);
    click(tab, "Add a member");
    MemberDialog form = tab.find(MemberDialog.class).single();
    DuplicateWarning warning = tab.find(DuplicateWarning.class).single();
    field(tab, "Given name").setValue("joanna");
    field(tab, "Family name").setValue("SMITH");
    assertThat(warning.getElement().getTextRecursively()).isEmpty();
    tab.find(com.tryzore.crm.ui.DayField.class)
        .withLabel("Birth date")
        .single()
        .setValue(LocalDate.of(1988, 5, 3));
    assertThat(warning.getElement().getTextRecursively())
        .contains("Joanna Smith", "000001", "same name and birth date")
        .doesNotContain("same e-mail");
    field(tab, "E-mail").setValue("JO@example.com");
    assertThat(warning.getElement().getTextRecursively()).contains("same e-mail");
    assertThat(links(tab)).contains("o/%s/members/%s".formatted(gym.slug(), joanna));

    field(tab, "Member number").setValue("000001");
    form.save();
    assertThat(field(tab, "Member number").getErrorMessage()).contains("Another member");
    field(tab, "Member number").setValue("");
    form.save();
    assertThat(form.isOpened()).isFalse();
    assertThat(text(tab)).contains("joanna SMITH", "000002");
  }
}
