package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberNumberTakenException;
import com.tryzore.crm.members.Members;
import com.tryzore.crm.members.RecordConflict;
import com.tryzore.crm.members.Standing;
import com.tryzore.crm.members.StandingChangedException;
import com.tryzore.crm.members.StandingData;
import com.tryzore.crm.ui.FormDialog;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Toasts;
import java.util.function.Consumer;

/** The form of a member's standing at this gym. */
final class StandingDialog extends FormDialog {
  private final transient Members members;
  private final transient Consumer<ClientId> saved;
  private final transient FieldWords words;
  private final transient StandingFields fields;
  private final SaveTrouble trouble = new SaveTrouble();
  private transient Standing read;

  StandingDialog(
      Members members, Binding binding, String name, Standing read, Consumer<ClientId> saved) {
    super("");
    setHeaderTitle(getTranslation("members.standing.edit", name));
    this.members = members;
    this.saved = saved;
    this.read = read;
    Formats formats = Formats.of(getLocale(), binding.zone());
    words = new FieldWords(getLocale(), formats, members.phoneRegion());
    fields = new StandingFields(false, number -> members.isNumberFree(number, this.read.client()));
    fields.read(read.data());
    wide(trouble);
    fields.addTo(this);
    onSave(() -> fields.write().filter(this::update).isPresent());
  }

  private boolean update(StandingData typed) {
    if (typed.equals(read.data())) {
      return true;
    }
    try {
      return trouble.around(
          () -> {
            members.update(read.with(typed));
            Toasts.done(getTranslation("members.standing.saved"));
            saved.accept(read.client());
          });
    } catch (MemberNumberTakenException taken) {
      fields.numberTaken();
      return false;
    } catch (StandingChangedException changed) {
      Standing theirs = changed.theirs();
      ConflictDialog.ask(
          new RecordConflict<>(read.data(), typed, theirs.data()),
          words,
          decided -> settle(theirs, decided));
      return false;
    }
  }

  private void settle(Standing theirs, StandingData decided) {
    read = theirs;
    fields.read(decided);
    if (update(decided)) {
      if (decided.equals(theirs.data())) {
        saved.accept(theirs.client());
      }
      close();
    }
  }
}
