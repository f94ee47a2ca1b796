package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.members.Client;
import com.tryzore.crm.members.ClientChangedException;
import com.tryzore.crm.members.ClientData;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.Duplicates;
import com.tryzore.crm.members.MemberNumberTakenException;
import com.tryzore.crm.members.Members;
import com.tryzore.crm.members.NewMember;
import com.tryzore.crm.members.RecordConflict;
import com.tryzore.crm.members.StandingData;
import com.tryzore.crm.ui.Confirm;
import com.tryzore.crm.ui.FormDialog;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Toasts;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The form of a member, new or there already. Whatever goes wrong with a save, what was typed
 * stays.
 */
final class MemberDialog extends FormDialog {
  private final transient Members members;
  private final transient Duplicates duplicates;
  private final transient Consumer<ClientId> saved;
  private final transient FieldWords words;
  private final transient ClientFields fields;
  private final transient @Nullable StandingFields standing;
  private final SaveTrouble trouble = new SaveTrouble();
  private final DuplicateWarning warning;
  private transient @Nullable Client read;
  private boolean decidedNotSaved;

  /**
   * A form.
   *
   * @param read the member to change; none for a new one
   * @param saved hears who was saved
   */
  MemberDialog(
      Members members,
      Duplicates duplicates,
      Binding binding,
      @Nullable Client read,
      Consumer<ClientId> saved) {
    super("");
    this.members = members;
    this.duplicates = duplicates;
    this.saved = saved;
    this.read = read;
    Formats formats = Formats.of(getLocale(), binding.zone());
    String region = members.phoneRegion();
    words = new FieldWords(getLocale(), formats, region);
    fields = new ClientFields(formats.today(), region, words);
    warning = new DuplicateWarning(binding, formats);
    addClassName("member-dialog");
    setWidth("44rem");
    wide(trouble);
    fields.addPersonTo(this);
    wide(warning);
    if (read == null) {
      setHeaderTitle(getTranslation("members.form.new"));
      saveWords(getTranslation("members.form.add"));
      standing = new StandingFields(true, number -> members.isNumberFree(number, null));
      standing.read(
          new StandingData(null, StandingData.prospect().status(), null, null, formats.today()));
      wide(ClientFields.heading("standing"));
      standing.addTo(this);
      fields.read(ClientData.named("", ""));
    } else {
      setHeaderTitle(getTranslation("members.form.edit", read.data().fullName()));
      standing = null;
      fields.read(read.data());
    }
    fields.addDetailsTo(this);
    fields.onIdentity(this::lookForDuplicates);
    onSave(this::saveTyped);
  }

  private void lookForDuplicates() {
    ClientId self = read == null ? null : read.id();
    warning.show(duplicates.of(fields.soFar(), self));
  }

  private boolean saveTyped() {
    Optional<ClientData> typed = fields.write();
    StandingFields here = standing;
    if (here == null) {
      return typed.filter(this::update).isPresent();
    }
    Optional<StandingData> stands = here.write();
    return typed.isPresent() && stands.isPresent() && add(typed.get(), stands.get(), here);
  }

  private boolean add(ClientData typed, StandingData stands, StandingFields here) {
    try {
      return trouble.around(
          () -> {
            ClientId id = members.add(NewMember.of(typed, stands));
            Toasts.done(getTranslation("members.form.added", typed.fullName()));
            saved.accept(id);
          });
    } catch (MemberNumberTakenException taken) {
      here.numberTaken();
      return false;
    }
  }

  private boolean update(ClientData typed) {
    Client before = read;
    if (before == null || typed.equals(before.data())) {
      return true;
    }
    try {
      return trouble.around(
          () -> {
            members.update(before.with(typed));
            Toasts.done(getTranslation("members.form.saved", typed.fullName()));
            saved.accept(before.id());
          });
    } catch (ClientChangedException changed) {
      Client theirs = changed.theirs();
      ConflictDialog.ask(
          new RecordConflict<>(before.data(), typed, theirs.data()),
          words,
          decided -> settle(theirs, decided));
      return false;
    }
  }

  /** From here on theirs is what was read; a third who saves meanwhile is asked about again. */
  private void settle(Client theirs, ClientData decided) {
    read = theirs;
    fields.read(decided);
    decidedNotSaved = true;
    if (update(decided)) {
      if (decided.equals(theirs.data())) {
        saved.accept(theirs.id());
      }
      close();
    }
  }

  @Override
  public void cancel() {
    StandingFields here = standing;
    if (decidedNotSaved || fields.changed() || (here != null && here.changed())) {
      Confirm.danger(
          getTranslation("members.form.discard.title"),
          getTranslation("members.form.discard.text"),
          getTranslation("members.form.discard"),
          super::cancel);
    } else {
      super.cancel();
    }
  }
}
