package com.tryzore.crm.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.PossibleDuplicate.Sign;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Photos, notes, health, visits and duplicates of members, under Row Level Security. */
@SpringBootTest
class AboutMembersTest {

  @Autowired private Members members;
  @Autowired private Photos photos;
  @Autowired private PhotoReader photoReader;
  @Autowired private ClientNotes notes;
  @Autowired private MedicalRecords medical;
  @Autowired private VisitHistory visits;
  @Autowired private Duplicates duplicates;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private Desks desks;
  private ClientId joanna;

  @BeforeEach
  void a_member() {
    desks = Desks.open(gate);
    joanna = add(ClientData.named("Joanna", "Smith"), MedicalNotes.NONE);
  }

  // Photos

  @Test
  void a_photo_is_kept_replaced_and_removed() throws IOException {
    PhotoReading.Photo first = photo(100);
    PhotoReading.Photo second = photo(200);
    run(desks.staff(), () -> photos.put(joanna, first));
    int version = profile().photoVersion();
    run(desks.staff(), () -> photos.put(joanna, second));
    assertThat(as(desks.staff(), () -> photos.photo(joanna, false))).hasValue(second.image());
    assertThat(as(desks.staff(), () -> photos.photo(joanna, true))).hasValue(second.thumbnail());
    assertThat(profile().photoVersion()).isNotEqualTo(version).isPositive();
    run(desks.staff(), () -> photos.remove(joanna));
    run(desks.staff(), () -> photos.remove(joanna));
    assertThat(as(desks.staff(), () -> photos.photo(joanna, true))).isEmpty();
    assertThat(profile().photoVersion()).isZero();
  }

  @Test
  void of_many_photos_put_at_once_one_stays() throws Exception {
    List<Callable<Void>> puts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      PhotoReading.Photo photo = photo(100 + i);
      puts.add(
          () -> {
            run(desks.staff(), () -> photos.put(joanna, photo));
            return null;
          });
    }
    try (ExecutorService hands = Executors.newFixedThreadPool(4)) {
      for (Future<Void> put : hands.invokeAll(puts)) {
        put.get();
      }
    }
    assertThat(as(desks.staff(), () -> photos.photo(joanna, false))).isPresent();
  }

  @Test
  void the_chain_sees_a_visitor_s_photo_and_a_rival_does_not() throws IOException {
    PhotoReading.Photo photo = photo(100);
    run(desks.staff(), () -> photos.put(joanna, photo));
    assertThat(as(desks.sister(), () -> photos.photo(joanna, true))).isEmpty();
    desks.visiting(joanna);
    assertThat(as(desks.sister(), () -> photos.photo(joanna, true))).isPresent();
    assertThat(as(desks.rival(), () -> photos.photo(joanna, true))).isEmpty();
    for (Binding stranger : List.of(desks.rival(), desks.sister())) {
      assertThatThrownBy(() -> run(stranger, () -> photos.put(joanna, photo)))
          .isInstanceOf(NoSuchMemberException.class);
    }
    Binding trainer = Desks.bound(gate, desks.gym(), "Tia Trainer", Tier.TRAINER);
    assertThat(as(trainer, () -> photos.photo(joanna, true))).isEmpty();
    assertThatThrownBy(() -> run(trainer, () -> photos.put(joanna, photo)))
        .isInstanceOf(NotAllowedException.class);
  }

  // Notes

  @Test
  void notes_tell_who_wrote_them_and_whether_they_were_changed() {
    NoteId id = as(desks.staff(), () -> notes.write(joanna, NoteKind.DESK, " Locker 12 \n"));
    ClientNote written = note(id);
    assertThat(written.body()).isEqualTo("Locker 12");
    assertThat(written.author()).isEqualTo("Sam Staff");
    assertThat(written.changedAt()).isNull();

    run(desks.staff(), () -> notes.change(written.with(NoteKind.INTERNAL, "Locker 13")));

    assertThat(note(id).body()).isEqualTo("Locker 13");
    assertThat(note(id).author()).isEqualTo("Sam Staff");
    assertThat(note(id).changedAt()).isNotNull();
    assertThatThrownBy(
            () -> run(desks.staff(), () -> notes.change(written.with(NoteKind.DESK, "Mine"))))
        .isInstanceOfSatisfying(
            NoteChangedException.class,
            stale -> assertThat(stale.theirs().body()).isEqualTo("Locker 13"));
  }

  @Test
  void only_the_author_changes_the_words_and_an_admin_may_put_them_away() {
    NoteId id = as(desks.staff(), () -> notes.write(joanna, NoteKind.DESK, "Locker 12"));
    Binding colleague = Desks.bound(gate, desks.gym(), "Cleo Colleague", Tier.STAFF);
    for (Binding other : List.of(colleague, desks.admin())) {
      ClientNote seen = as(other, () -> notes.of(joanna)).getFirst();
      assertThat(seen.own()).isFalse();
      assertThatThrownBy(() -> run(other, () -> notes.change(seen.with(NoteKind.DESK, "Mine"))))
          .isInstanceOf(NotAllowedException.class);
    }
    assertThat(note(id).own()).isTrue();
    assertThat(note(id).body()).isEqualTo("Locker 12");
    assertThatThrownBy(() -> run(colleague, () -> notes.archive(id, true)))
        .isInstanceOf(NotAllowedException.class);
    run(desks.admin(), () -> notes.archive(id, true));
    assertThat(note(id).archived()).isTrue();
    run(colleague, () -> notes.archive(id, true));
  }

  @Test
  void a_note_is_put_away_and_brought_back() {
    NoteId id = as(desks.staff(), () -> notes.write(joanna, NoteKind.DESK, "Locker 12"));
    run(desks.staff(), () -> notes.archive(id, true));
    run(desks.staff(), () -> notes.archive(id, true));
    assertThat(note(id).archived()).isTrue();
    run(desks.staff(), () -> notes.archive(id, false));
    assertThat(note(id).archived()).isFalse();
  }

  @Test
  void notes_stay_at_the_gym_where_they_were_written() {
    NoteId id = as(desks.staff(), () -> notes.write(joanna, NoteKind.DESK, "Locker 12"));
    ClientNote note = note(id);
    desks.visiting(joanna);
    assertThat(as(desks.sister(), () -> notes.of(joanna))).isEmpty();
    assertThat(as(desks.rival(), () -> notes.of(joanna))).isEmpty();
    assertThatThrownBy(() -> run(desks.rival(), () -> notes.change(note)))
        .isInstanceOf(NoSuchNoteException.class);
    assertThatThrownBy(() -> run(desks.rival(), () -> notes.archive(id, true)))
        .isInstanceOf(NoSuchNoteException.class);
    for (ClientId stranger : List.of(joanna, new ClientId(UUID.randomUUID()))) {
      assertThatThrownBy(
              () -> as(desks.rival(), () -> notes.write(stranger, NoteKind.DESK, "Mine")))
          .isInstanceOf(NoSuchMemberException.class)
          .hasMessage("There is no member " + stranger);
    }
    Binding trainer = Desks.bound(gate, desks.gym(), "Tia Trainer", Tier.TRAINER);
    assertThatThrownBy(() -> as(trainer, () -> notes.of(joanna)))
        .isInstanceOf(NotAllowedException.class);
  }

  // Health

  @Test
  void reading_medical_notes_is_written_into_the_audit_trail_and_asking_for_them_is_not() {
    ClientId ann = add(ClientData.named("Ann", "Ill"), new MedicalNotes("Asthma", "no sprints"));
    assertThat(as(desks.staff(), () -> medical.exist(ann))).isTrue();
    assertThat(as(desks.staff(), () -> medical.exist(joanna))).isFalse();
    assertThat(reads(ann)).isZero();

    assertThat(as(desks.staff(), () -> medical.reveal(ann, "profile")))
        .hasValue(new MedicalNotes("Asthma", "no sprints"));

    assertThat(reads(ann)).isEqualTo(1);
    assertThat(
            desks
                .gym()
                .value(
                    String.class,
                    "select reason from audit_logs where action = 'read' and subject_client_id = ?",
                    ann.value()))
        .isEqualTo("profile");
  }

  @Test
  void medical_notes_are_saved_over_what_was_read_and_over_nothing_else() {
    MedicalNotes asthma = new MedicalNotes("Asthma", null);
    run(desks.staff(), () -> medical.save(joanna, MedicalNotes.NONE, asthma));
    Client contact = as(desks.staff(), () -> members.find(joanna)).orElseThrow();
    run(
        desks.admin(),
        () -> members.update(contact.with(contact.data().reachedAt("j@x.de", null))));
    MedicalNotes better = new MedicalNotes("Asthma, inhaler in the bag", "no sprints");
    run(desks.staff(), () -> medical.save(joanna, asthma, better));
    assertThatThrownBy(
            () -> run(desks.admin(), () -> medical.save(joanna, asthma, MedicalNotes.NONE)))
        .isInstanceOfSatisfying(
            MedicalNotesChangedException.class,
            stale -> assertThat(stale.theirs()).isEqualTo(better));
    assertThat(as(desks.staff(), () -> medical.reveal(joanna, "test"))).hasValue(better);
  }

  @Test
  void without_the_right_medical_notes_are_neither_seen_nor_changed() {
    ClientId ann = add(ClientData.named("Ann", "Ill"), new MedicalNotes("Asthma", "no sprints"));
    desks
        .gym()
        .execute(
            "update user_organizations set permissions = '{\"members.medical\": false}'"
                + " where user_id = ?",
            desks.staff().user().value());
    assertThat(as(desks.staff(), () -> medical.exist(ann))).isFalse();
    assertThatThrownBy(() -> as(desks.staff(), () -> medical.reveal(ann, "profile")))
        .isInstanceOf(NotAllowedException.class);
    assertThatThrownBy(
            () ->
                run(
                    desks.staff(),
                    () ->
                        medical.save(
                            ann, new MedicalNotes("Asthma", "no sprints"), MedicalNotes.NONE)))
        .isInstanceOf(NotAllowedException.class);
    assertThat(reads(ann)).isZero();
  }

  @Test
  void medical_notes_never_travel() {
    ClientId ann = add(ClientData.named("Ann", "Ill"), new MedicalNotes("Asthma", null));
    desks.visiting(ann);
    for (Binding stranger : List.of(desks.sister(), desks.rival())) {
      assertThat(as(stranger, () -> medical.exist(ann))).isFalse();
      assertThat(as(stranger, () -> medical.reveal(ann, "profile"))).isEmpty();
      assertThatThrownBy(
              () ->
                  run(
                      stranger,
                      () -> medical.save(ann, new MedicalNotes("Asthma", null), MedicalNotes.NONE)))
          .isInstanceOf(NoSuchMemberException.class);
    }
  }

  // Visits

  @Test
  void the_last_visits_come_first_and_undone_ones_say_by_whom() {
    for (int hour = 3; hour >= 1; hour--) {
      desks
          .gym()
          .execute(
              "insert into visits (organization_id, client_id, checked_in_at, checked_in_by, source,"
                  + " verdict) values (?, ?, now() - make_interval(hours => ?), ?, 'search',"
                  + " 'welcome')",
              desks.gym().id().value(),
              joanna.value(),
              hour,
              desks.staff().user().value());
    }
    desks
        .gym()
        .execute(
            "update visits set undone_at = now(), undone_by = ? where client_id = ?"
                + " and checked_in_at > now() - interval '90 minutes'",
            desks.admin().user().value(),
            joanna.value());
    List<PastVisit> two = as(desks.staff(), () -> visits.of(joanna, 2));
    assertThat(two)
        .extracting(PastVisit::undone, PastVisit::checkedInBy, PastVisit::undoneBy)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(true, "Sam Staff", "Adam Admin"),
            org.assertj.core.groups.Tuple.tuple(false, "Sam Staff", null));
    assertThat(two.getFirst().at()).isAfter(two.getLast().at());
    assertThat(as(desks.rival(), () -> visits.of(joanna, 2))).isEmpty();
    assertThat(profile().visits().count()).isEqualTo(2);
  }

  // Duplicates

  @Test
  void somebody_who_is_here_already_is_recognised_by_each_sign() {
    LocalDate born = LocalDate.of(1990, 5, 1);
    ClientId zoe =
        add(
            ClientData.named("Zoë", "Gonçalves")
                .born(born, null)
                .reachedAt("zoe@example.com", "+494217204476"),
            MedicalNotes.NONE);
    ClientData nobody = ClientData.named("No", "Body");
    assertThat(signs(nobody.reachedAt("ZOE@example.com", null))).containsExactly(Sign.EMAIL);
    assertThat(signs(nobody.reachedAt(null, "+494217204476"))).containsExactly(Sign.PHONE);
    assertThat(signs(ClientData.named("zoe", "GONCALVES").born(born, null)))
        .containsExactly(Sign.NAME_AND_BIRTH_DATE);
    assertThat(
            signs(
                ClientData.named("zoe", "GONCALVES")
                    .born(born, null)
                    .reachedAt("zoe@example.com", "+494217204476")))
        .containsExactlyInAnyOrder(Sign.values());
    assertThat(signs(ClientData.named("Zoë", "Gonçalves"))).isEmpty();
    assertThat(signs(ClientData.named("Zoë", "Gonçalves").born(born.plusDays(1), null))).isEmpty();
    ClientData same = nobody.reachedAt("zoe@example.com", null);
    assertThat(as(desks.staff(), () -> duplicates.of(same, zoe))).isEmpty();
    assertThat(as(desks.rival(), () -> duplicates.of(same, null))).isEmpty();
  }

  @Test
  void of_a_large_family_with_one_address_the_five_who_have_most_in_common_are_named() {
    ClientData family = ClientData.named("A", "B").reachedAt("family@example.com", null);
    for (int i = 0; i < 7; i++) {
      add(family, MedicalNotes.NONE);
    }
    ClientId closest =
        add(family.reachedAt("family@example.com", "+494217204476"), MedicalNotes.NONE);
    List<PossibleDuplicate> found =
        as(
            desks.staff(),
            () -> duplicates.of(family.reachedAt("family@example.com", "+494217204476"), null));
    assertThat(found).hasSize(5);
    assertThat(found.getFirst().member().id()).isEqualTo(closest);
  }

  private List<Sign> signs(ClientData typed) {
    return as(desks.staff(), () -> duplicates.of(typed, null)).stream()
        .flatMap(found -> found.signs().stream())
        .toList();
  }

  private Long reads(ClientId client) {
    return java.util.Objects.requireNonNull(
        desks
            .gym()
            .value(
                Long.class,
                "select count(*) from audit_logs where action = 'read' and subject_client_id = ?",
                client.value()));
  }

  private ClientNote note(NoteId id) {
    return as(desks.staff(), () -> notes.of(joanna)).stream()
        .filter(note -> note.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private PhotoReading.Photo photo(int width) throws IOException {
    return (PhotoReading.Photo)
        photoReader.read(PhotoReaderTest.encoded(PhotoReaderTest.redAndBlue(width, 100), "png"));
  }

  private MemberProfile profile() {
    return as(desks.staff(), () -> members.profile(joanna)).orElseThrow();
  }

  private ClientId add(ClientData data, MedicalNotes health) {
    return as(
        desks.staff(), () -> members.add(new NewMember(data, StandingData.prospect(), health)));
  }

  private void run(Binding binding, Runnable work) {
    bindings.runAs(binding, work);
  }

  private <T> T as(Binding binding, Supplier<T> work) {
    return bindings.callAs(binding, work::get);
  }
}
