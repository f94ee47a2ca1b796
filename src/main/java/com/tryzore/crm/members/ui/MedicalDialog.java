package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MedicalNotes;
import com.tryzore.crm.members.MedicalNotesChangedException;
import com.tryzore.crm.members.MedicalRecords;
import com.tryzore.crm.members.RecordConflict;
import com.tryzore.crm.ui.FormDialog;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Objects;

/** The form of a member's medical notes. */
final class MedicalDialog extends FormDialog {
  private final transient MedicalRecords records;
  private final transient ClientId client;
  private final transient Runnable saved;
  private final transient FieldWords words;
  private final TextArea notes = new TextArea(getTranslation("members.form.notes"));
  private final TextArea carePoints = new TextArea(getTranslation("members.form.carePoints"));
  private final SaveTrouble trouble = new SaveTrouble();
  private transient MedicalNotes read;

  MedicalDialog(
      MedicalRecords records, Binding binding, ClientId client, MedicalNotes read, Runnable saved) {
    super("");
    setHeaderTitle(getTranslation("members.medical.title"));
    this.records = records;
    this.client = client;
    this.read = read;
    this.saved = saved;
    words = new FieldWords(getLocale(), Formats.of(getLocale(), binding.zone()), "");
    notes.setMaxLength(4000);
    notes.setMinRows(4);
    notes.setHelperText(getTranslation("members.medical.notes.help"));
    carePoints.setMaxLength(300);
    carePoints.setHelperText(getTranslation("members.medical.carePoints.help"));
    fill(read);
    wide(trouble, notes, carePoints);
    onSave(() -> update(new MedicalNotes(notes.getValue(), carePoints.getValue())));
  }

  private void fill(MedicalNotes content) {
    notes.setValue(Objects.requireNonNullElse(content.notes(), ""));
    carePoints.setValue(Objects.requireNonNullElse(content.carePoints(), ""));
  }

  private boolean update(MedicalNotes typed) {
    if (typed.equals(read)) {
      return true;
    }
    try {
      return trouble.around(
          () -> {
            records.save(client, read, typed);
            Toasts.done(getTranslation("members.medical.saved"));
            saved.run();
          });
    } catch (MedicalNotesChangedException changed) {
      MedicalNotes theirs = changed.theirs();
      ConflictDialog.ask(
          new RecordConflict<>(read, typed, theirs),
          words,
          decided -> {
            read = theirs;
            fill(decided);
            if (update(decided)) {
              close();
            }
          });
      return false;
    }
  }
}
