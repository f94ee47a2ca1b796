package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.ClientNote;
import com.tryzore.crm.members.ClientNotes;
import com.tryzore.crm.members.NoSuchNoteException;
import com.tryzore.crm.members.NoteKind;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.StatusBadge;
import com.tryzore.crm.ui.Toasts;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;

/** What the gym's people wrote about a member: added, changed, put away and brought back. */
@SpringComponent
@Scope("prototype")
class NotesCard extends ProfileCard {
  private final transient ClientNotes notes;
  private final transient Bindings bindings;
  private final Button add;
  private @Nullable ClientId client;
  private boolean archivedToo;

  NotesCard(ClientNotes notes, Bindings bindings) {
    super("members.notes.title");
    this.notes = notes;
    this.bindings = bindings;
    add = action(Icon.PLUS, getTranslation("members.notes.add"), this::add);
  }

  void show(ClientId id) {
    if (!id.equals(client)) {
      archivedToo = false;
      forget();
    }
    client = id;
    refresh();
  }

  private void refresh() {
    ClientId of = client;
    if (of == null) {
      return;
    }
    List<ClientNote> all = notes.of(of);
    if (!isNews(List.of(all, archivedToo))) {
      return;
    }
    Formats formats = Formats.of(getLocale(), bindings.required().zone());
    List<ClientNote> shown = all.stream().filter(note -> archivedToo || !note.archived()).toList();
    UnorderedList list = new UnorderedList();
    list.addClassName("profile-notes");
    shown.forEach(note -> list.add(row(note, formats)));
    Paragraph none = new Paragraph(getTranslation("members.notes.none"));
    none.addClassName("zore-muted");
    body(shown.isEmpty() ? none : list);
    long archived = all.stream().filter(ClientNote::archived).count();
    if (archived > 0) {
      Button toggle =
          new Button(
              archivedToo
                  ? getTranslation("members.notes.archived.hide")
                  : getTranslation("members.notes.archived.show", archived),
              click -> {
                archivedToo = !archivedToo;
                refresh();
                add.focus();
              });
      toggle.addClassName("zore-quiet");
      body(shown.isEmpty() ? none : list, toggle);
    }
  }

  private ListItem row(ClientNote note, Formats formats) {
    Paragraph body = new Paragraph(note.body());
    body.addClassName("profile-note-body");
    String author =
        note.author() == null ? getTranslation("members.notes.formerAuthor") : note.author();
    Span meta =
        new Span(
            note.changedAt() == null || note.archived()
                ? getTranslation("members.notes.meta", author, formats.ago(note.writtenAt()))
                : getTranslation(
                    "members.notes.meta.changed",
                    author,
                    formats.ago(note.writtenAt()),
                    formats.ago(note.changedAt())));
    meta.addClassName("zore-muted");
    Div foot = new Div(meta);
    foot.addClassName("profile-note-foot");
    if (note.own() && !note.archived()) {
      foot.add(iconButton(Icon.EDIT, getTranslation("members.notes.edit"), () -> edit(note)));
    }
    if (note.own() || bindings.required().tier().atLeast(Tier.ADMIN)) {
      foot.add(
          iconButton(
              note.archived() ? Icon.UNDO : Icon.TRASH,
              getTranslation(note.archived() ? "members.notes.restore" : "members.notes.archive"),
              () -> archive(note)));
    }
    ListItem row = new ListItem(badge(note), body, foot);
    row.addClassName("profile-note");
    if (note.archived()) {
      row.addClassName("profile-note-archived");
    }
    return row;
  }

  private StatusBadge badge(ClientNote note) {
    if (note.archived()) {
      return new StatusBadge(Tone.QUIET, Icon.TRASH, getTranslation("members.notes.archived.word"));
    }
    boolean desk = note.kind() == NoteKind.DESK;
    return new StatusBadge(
        desk ? Tone.CAUTION : Tone.QUIET,
        desk ? Icon.BELL : Icon.NOTE,
        getTranslation("members.note.kind." + note.kind().word()));
  }

  private void add() {
    ClientId about = client;
    if (about != null) {
      NoteDialog.write(notes, about, this::changed).open();
    }
  }

  private void edit(ClientNote note) {
    NoteDialog.edit(notes, note, bindings.required(), this::changed).open();
  }

  private void archive(ClientNote note) {
    boolean away = !note.archived();
    try {
      notes.archive(note.id(), away);
      Toasts.undoable(
          getTranslation(away ? "members.notes.archived" : "members.notes.restored"),
          () -> {
            notes.archive(note.id(), !away);
            changed();
          });
    } catch (NoSuchNoteException gone) {
      Toasts.trouble(getTranslation("members.notes.gone"));
    }
    changed();
  }

  /** The button that was pressed may be gone with its note: the focus goes to one that stays. */
  private void changed() {
    refresh();
    add.focus();
  }
}
