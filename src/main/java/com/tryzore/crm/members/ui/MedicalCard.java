package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Permissions;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MedicalNotes;
import com.tryzore.crm.members.MedicalRecords;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;

/**
 * Medical notes, shown on demand only. Each look is in the audit trail; what was shown disappears
 * after a minute, and when the member is left.
 */
@SpringComponent
@Scope("prototype")
class MedicalCard extends ProfileCard {
  static final Duration SHOWN_FOR = Duration.ofSeconds(60);
  private static final String OVER = "zore-over";
  private static final String WITHIN = "event.detail";

  private final transient MedicalRecords records;
  private final transient Permissions permissions;
  private final transient Bindings bindings;
  private final Button reveal;
  private final Button edit;
  private final Button hide;
  private @Nullable ClientId client;
  private boolean revealed;

  MedicalCard(MedicalRecords records, Permissions permissions, Bindings bindings) {
    super("members.medical.title");
    this.records = records;
    this.permissions = permissions;
    this.bindings = bindings;
    reveal = action(Icon.EYE, getTranslation("members.medical.show"), this::reveal);
    hide = action(Icon.EYE_OFF, getTranslation("members.medical.hide"), this::hide);
    edit = action(Icon.EDIT, getTranslation("members.medical.edit"), this::edit);
    addClassName("profile-medical");
  }

  /** Shows whether there is something to know about this client; nothing without the right. */
  void show(ClientId id) {
    boolean sameShown = revealed && id.equals(client);
    client = id;
    setVisible(permissions.has(Permission.MEMBERS_MEDICAL));
    if (!sameShown && isVisible()) {
      hide();
    }
  }

  private void hide() {
    revealed = false;
    ClientId id = client;
    if (id == null) {
      return;
    }
    boolean something = records.exist(id);
    Paragraph state =
        new Paragraph(
            getTranslation(something ? "members.medical.onFile" : "members.medical.none"));
    state.addClassName("zore-muted");
    body(state);
    buttons(something);
  }

  private void reveal() {
    ClientId id = client;
    if (id == null) {
      return;
    }
    records.reveal(id, "profile").ifPresentOrElse(this::showNotes, this::hide);
    focusFirst();
  }

  private void showNotes(MedicalNotes notes) {
    revealed = true;
    Div shown = new Div();
    shown.addClassName("profile-medical-notes");
    Facts facts = new Facts();
    facts.add(getTranslation("members.form.notes"), notes.notes());
    facts.add(getTranslation("members.form.carePoints"), notes.carePoints());
    Span until = new Span(getTranslation("members.medical.until", SHOWN_FOR.toSeconds()));
    until.addClassName("zore-muted");
    shown.add(facts, until);
    shown
        .getElement()
        .addEventListener(
            OVER,
            over -> {
              hide();
              if (over.getEventData().path(WITHIN).asBoolean()) {
                focusFirst();
              }
            })
        .addEventData(WITHIN);
    // The browser hides it by itself as well: the connection may be gone by then.
    shown
        .getElement()
        .executeJs(
            """
            setTimeout(() => {
              const within = !!this.closest('section')?.contains(document.activeElement);
              this.style.display = 'none';
              this.dispatchEvent(new CustomEvent($1, { detail: within }));
            }, $0)""",
            SHOWN_FOR.toMillis(),
            OVER);
    body(shown);
    buttons(true);
  }

  private void focusFirst() {
    Stream.of(reveal, hide, edit).filter(Button::isVisible).findFirst().ifPresent(Button::focus);
  }

  private void buttons(boolean something) {
    reveal.setVisible(something && !revealed);
    hide.setVisible(revealed);
    edit.setText(getTranslation(something ? "members.medical.edit" : "members.medical.add"));
    edit.setIcon((something ? Icon.EDIT : Icon.PLUS).create());
    edit.setVisible(revealed || !something);
  }

  /** Reads again, logged, so that the form begins with what is there now. */
  private void edit() {
    ClientId id = client;
    if (id == null) {
      return;
    }
    MedicalNotes now =
        records.exist(id)
            ? records.reveal(id, "edit").orElse(MedicalNotes.NONE)
            : MedicalNotes.NONE;
    Binding binding = bindings.required();
    MedicalDialog dialog = new MedicalDialog(records, binding, id, now, this::hide);
    // The button that opened it may be gone by now; the focus goes to the one in its place.
    dialog.addOpenedChangeListener(
        change -> {
          if (!change.isOpened()) {
            focusFirst();
          }
        });
    dialog.open();
  }

  @Override
  protected void onDetach(DetachEvent detached) {
    super.onDetach(detached);
    revealed = false;
    body();
  }
}
