package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.ClientNote;
import com.tryzore.crm.members.ClientNotes;
import com.tryzore.crm.members.NoSuchNoteException;
import com.tryzore.crm.members.NoteChangedException;
import com.tryzore.crm.members.NoteKind;
import com.tryzore.crm.members.RecordConflict;
import com.tryzore.crm.ui.FormDialog;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;

/** The form of a note. */
final class NoteDialog extends FormDialog {

  /** What is typed of a note. */
  record NoteText(NoteKind kind, String body) {}

  private final TextArea body = new TextArea(getTranslation("members.form.body"));
  private final RadioButtonGroup<NoteKind> kind = new RadioButtonGroup<>();
  private final SaveTrouble trouble = new SaveTrouble();
  private final transient Runnable saved;

  private NoteDialog(Runnable saved) {
    super("");
    this.saved = saved;
    body.setMaxLength(ClientNote.LONGEST);
    body.setMinRows(4);
    body.setRequiredIndicatorVisible(true);
    body.setManualValidation(true);
    kind.setLabel(getTranslation("members.form.kind"));
    kind.setItems(NoteKind.INTERNAL, NoteKind.DESK);
    kind.setItemLabelGenerator(one -> getTranslation("members.note.kind." + one.word()));
    wide(trouble, body, kind);
  }

  /** A note that is new. */
  static NoteDialog write(ClientNotes notes, ClientId about, Runnable saved) {
    NoteDialog dialog = new NoteDialog(saved);
    dialog.setHeaderTitle(dialog.getTranslation("members.notes.add"));
    dialog.kind.setValue(NoteKind.INTERNAL);
    dialog.onSave(
        () ->
            dialog.isComplete()
                && dialog.tried(
                    () -> {
                      NoteText typed = dialog.typed();
                      notes.write(about, typed.kind(), typed.body());
                    }));
    return dialog;
  }

  /** A note that is there. */
  static NoteDialog edit(ClientNotes notes, ClientNote note, Binding binding, Runnable saved) {
    NoteDialog dialog = new NoteDialog(saved);
    dialog.setHeaderTitle(dialog.getTranslation("members.notes.edit"));
    dialog.fill(new NoteText(note.kind(), note.body()));
    FieldWords words =
        new FieldWords(dialog.getLocale(), Formats.of(dialog.getLocale(), binding.zone()), "");
    dialog.onSave(() -> dialog.isComplete() && dialog.update(notes, note, words));
    return dialog;
  }

  private boolean update(ClientNotes notes, ClientNote read, FieldWords words) {
    NoteText mine = typed();
    try {
      return tried(() -> notes.change(read.with(mine.kind(), mine.body())));
    } catch (NoteChangedException changed) {
      ClientNote theirs = changed.theirs();
      ConflictDialog.ask(
          new RecordConflict<>(
              new NoteText(read.kind(), read.body()),
              mine,
              new NoteText(theirs.kind(), theirs.body())),
          words,
          decided -> {
            fill(decided);
            onSave(() -> isComplete() && update(notes, theirs, words));
            save();
          });
      return false;
    }
  }

  private boolean tried(Runnable save) {
    try {
      return trouble.around(
          () -> {
            save.run();
            saved.run();
          });
    } catch (NoSuchNoteException gone) {
      Toasts.trouble(getTranslation("members.notes.gone"));
      return false;
    }
  }

  private void fill(NoteText text) {
    kind.setValue(text.kind());
    body.setValue(text.body());
  }

  private NoteText typed() {
    return new NoteText(kind.getValue(), body.getValue().strip());
  }

  private boolean isComplete() {
    boolean complete = !body.getValue().isBlank();
    body.setErrorMessage(getTranslation("members.notes.missing"));
    body.setInvalid(!complete);
    if (!complete) {
      body.focus();
    }
    return complete;
  }
}
