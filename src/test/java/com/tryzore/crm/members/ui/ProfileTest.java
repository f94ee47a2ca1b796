package com.tryzore.crm.members.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import com.tryzore.crm.members.ClientData;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.NewMember;
import com.tryzore.crm.members.NoteKind;
import com.tryzore.crm.members.StandingData;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.upload.Upload;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The profile, with several people at several gyms at once. */
class ProfileTest extends ProfileTabs {

  // What is shown

  @Test
  void the_profile_says_who_it_is_how_they_stand_and_how_they_are_reached() {
    BrowserlessUIContext tab = profile(sam, gym);
    assertThat(text(tab))
        .contains("Joanna Smith", "000001", "Active", "Unlimited", "No end date")
        .contains("0421 7204476", "jo@example.com", "3 May 1988")
        .contains("There are medical notes")
        .doesNotContain("Asthma");
    assertThat(links(tab)).contains("tel:+494217204476", "mailto:jo@example.com");
  }

  @Test
  void a_member_of_another_gym_and_one_that_never_was_get_the_same_page() {
    TestGym rival = TestGym.open(TestDatabase.shared(), "Rival");
    BrowserlessUIContext tab = tabs.signedIn(rival.person("Rita Rival", Tier.OWNER));
    String foreign = pageOf(tab, rival, joanna);
    String unknown = pageOf(tab, rival, new ClientId(UUID.randomUUID()));
    assertThat(foreign).isEqualTo(unknown).doesNotContain("Joanna");
  }

  @Test
  void a_visitor_from_the_chain_shows_what_travels_and_nothing_else() {
    gym.execute(
        "insert into client_organizations (organization_id, client_id, home_organization_id, status)"
            + " values (?, ?, ?, 'active')",
        sister.id().value(),
        joanna.value(),
        gym.id().value());
    BrowserlessUIContext tab = profile(sister.person("Sara Sister", Tier.STAFF), sister);
    assertThat(text(tab))
        .contains("Joanna Smith", "Visits from another gym", "Riverside", "Keeps the record")
        .doesNotContain("jo@example.com", "7204476", "1988", "medical");
    assertThat(tab.find(Button.class).withCondition(b -> b.getText().equals("Edit")).all())
        .isEmpty();
    assertThat(tab.find(Upload.class).all()).isEmpty();
  }

  @Test
  void what_another_desk_changes_appears_by_itself() throws InterruptedException {
    BrowserlessUIContext tab = profile(sam, gym);
    as(() -> notes.write(joanna, NoteKind.DESK, "Locker 12"));
    eventually(tab, () -> assertThat(text(tab)).contains("Locker 12", "Shown at check-in"));
  }

  // Health

  @Test
  void medical_notes_appear_on_demand_and_disappear_after_a_minute_and_on_leaving() {
    BrowserlessUIContext tab = profile(sam, gym);
    assertThat(reads()).isZero();
    click(tab, "Show");
    assertThat(text(tab)).contains("Asthma", "no sprints");
    assertThat(reads()).isEqualTo(1);

    over(tab);
    assertThat(text(tab)).doesNotContain("Asthma").contains("There are medical notes");

    click(tab, "Show");
    ClientId other =
        as(
            () ->
                members.add(NewMember.of(ClientData.named("No", "Body"), StandingData.prospect())));
    open(tab, gym, other);
    assertThat(text(tab)).doesNotContain("Asthma");
    open(tab, gym, joanna);
    assertThat(text(tab)).doesNotContain("Asthma");
    assertThat(reads()).isEqualTo(2);
  }

  @Test
  void without_the_right_nothing_tells_that_there_are_medical_notes() {
    gym.execute(
        "update user_organizations set permissions = '{\"members.medical\": false}' where user_id = ?",
        sam.id().value());
    BrowserlessUIContext tab = profile(sam, gym);
    assertThat(text(tab)).contains("Joanna Smith");
    assertThat(tab.find(MedicalCard.class).all()).isEmpty();
    assertThat(text(tab)).doesNotContain("medical");
  }

  @Test
  void medical_notes_are_changed_and_a_second_change_is_asked_about() {
    BrowserlessUIContext tab = profile(sam, gym);
    click(tab, "Show");
    MedicalCard card = tab.find(MedicalCard.class).single();
    tab.test(tab.find(Button.class, card).withCondition(b -> b.getText().equals("Edit")).single())
        .click();
    MedicalDialog form = tab.find(MedicalDialog.class).single();
    gym.execute("update clients set medical_notes = 'Diabetes' where id = ?", joanna.value());
    area(tab, "Medical notes").setValue("Asthma, inhaler in the bag");
    form.save();
    RadioButtonGroup<?> asked = choices(tab).getFirst();
    choose(asked, 1);
    click(tab, "Save the choice");
    assertThat(form.isOpened()).isFalse();
    assertThat(
            gym.value(
                String.class, "select medical_notes from clients where id = ?", joanna.value()))
        .isEqualTo("Diabetes");
  }

  // Notes, tags, photo, standing

  @Test
  void a_note_is_written_put_away_and_brought_back() {
    BrowserlessUIContext tab = profile(sam, gym);
    click(tab, "Add a note");
    NoteDialog form = tab.find(NoteDialog.class).single();
    form.save();
    assertThat(area(tab, "Note").isInvalid()).isTrue();
    area(tab, "Note").setValue("Locker 12\nsecond line");
    form.save();
    assertThat(text(tab)).contains("Locker 12", "Sam Staff", "just now");

    clickIcon(tab, "Archive the note");
    assertThat(text(tab)).doesNotContain("Locker 12").contains("Show one archived note");
    click(tab, "Undo");
    assertThat(text(tab)).contains("Locker 12");
  }

  @Test
  void a_tag_is_put_on_by_typing_and_taken_off() {
    BrowserlessUIContext tab = profile(sam, gym);
    ComboBox<?> more = tab.find(ComboBox.class).withPlaceholder("Add a tag").single();
    ComponentUtil.fireEvent(more, new CustomValueSetEvent<>(more, true, " early  bird "));
    assertThat(chips(tab)).containsExactly("early bird");
    ComponentUtil.fireEvent(more, new CustomValueSetEvent<>(more, true, "EARLY BIRD"));
    assertThat(chips(tab)).containsExactly("early bird");
    clickIcon(tab, "Take the tag early bird off");
    assertThat(chips(tab)).isEmpty();
    click(tab, "Undo");
    assertThat(chips(tab)).containsExactly("early bird");
  }

  @Test
  void a_photo_is_uploaded_refused_in_words_and_removed() throws IOException {
    BrowserlessUIContext tab = profile(sam, gym);
    Upload upload = tab.find(Upload.class).single();
    upload(tab, upload, "face.txt", png());
    tab.roundTrip();
    assertThat(toast(tab)).isEqualTo("The photo is kept");
    assertThat(as(() -> photos.photo(joanna, true))).isPresent();
    upload(tab, upload, "face.png", new byte[] {1, 2, 3});
    tab.roundTrip();
    assertThat(toast(tab)).contains("not a picture");
    clickIcon(tab, "Remove the photo");
    click(tab, "Remove the photo");
    assertThat(as(() -> photos.photo(joanna, true))).isEmpty();
  }

  @Test
  void the_standing_is_changed_and_its_rules_are_explained() {
    BrowserlessUIContext tab = profile(sam, gym);
    click(tab, "Change");
    StandingDialog form = tab.find(StandingDialog.class).single();
    tab.find(com.tryzore.crm.ui.DayField.class)
        .withLabel("Valid until")
        .single()
        .setValue(LocalDate.of(2024, 1, 1));
    form.save();
    assertThat(form.isOpened()).isTrue();
    assertThat(
            tab.find(com.tryzore.crm.ui.DayField.class)
                .withLabel("Valid until")
                .single()
                .getErrorMessage())
        .contains("before the day they joined");
    tab.find(com.tryzore.crm.ui.DayField.class)
        .withLabel("Valid until")
        .single()
        .setValue(LocalDate.of(2025, 2, 1));
    form.save();
    assertThat(form.isOpened()).isFalse();
    assertThat(text(tab)).contains("Expired", "Ended 1 Feb 2025");
  }
}
