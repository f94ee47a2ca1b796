package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.BindingLostException;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberChanged;
import com.tryzore.crm.members.MemberProfile;
import com.tryzore.crm.members.Members;
import com.tryzore.crm.tags.SubjectsTagged;
import com.tryzore.crm.tags.TagsChanged;
import com.tryzore.crm.tags.ui.TagNews;
import com.tryzore.crm.ui.Drawing;
import com.tryzore.crm.ui.EmptyState;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.KeyHint;
import com.tryzore.crm.ui.LiveUpdates;
import com.tryzore.crm.ui.LoadFailed;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Everything the gym knows about one member, beside the roster or alone. Follows what other desks
 * do; what is being typed in a form is not disturbed.
 *
 * <pre>{@code
 * MemberProfilePanel panel = panels.getObject();     // ObjectProvider<MemberProfilePanel>
 * panel.onClose(() -> navigateToRoster());
 * panel.show(client);
 * }</pre>
 */
@SpringComponent
@Scope("prototype")
@StyleSheet("context://styles/members.css")
class MemberProfilePanel extends Composite<Article> {
  private final transient Members members;
  private final transient Bindings bindings;
  private final ProfileHead head;
  private final ContactCard contact = new ContactCard();
  private final MedicalCard medical;
  private final NotesCard notes;
  private final StandingCard standing;
  private final VisitsCard visits;
  private final Div cards = new Div();
  private final Div instead = new Div();
  private @Nullable ClientId client;

  MemberProfilePanel(
      Members members,
      Bindings bindings,
      LiveUpdates live,
      MemberDeeds deeds,
      ProfileHead head,
      MedicalCard medical,
      NotesCard notes,
      StandingCard standing,
      VisitsCard visits) {
    this.members = members;
    this.bindings = bindings;
    this.head = head;
    this.medical = medical;
    this.notes = notes;
    this.standing = standing;
    this.visits = visits;
    getContent().addClassName("profile");
    cards.addClassName("profile-cards");
    cards.add(notes, contact, medical, standing, visits);
    getContent().add(head, cards, instead);
    deeds.offered().reversed().forEach(deed -> head.action(button(deed)));
    head.onChange(this::refresh);
    standing.onChange(this::refresh);
    UUID here = bindings.required().organization().value();
    live.subscribe(this, here, MemberNews.TOPIC, MemberChanged.class, this::hear);
    live.subscribe(this, here, TagNews.TOPIC, SubjectsTagged.class, this::hear);
    live.subscribe(this, here, TagNews.TOPIC, TagsChanged.class, change -> head.refreshTags());
  }

  /** Shows a member as they are now. The focus stays where it is, for one may be in a list. */
  void show(ClientId id) {
    client = id;
    refresh();
  }

  /** Puts the focus on the member's name, for whoever came here to read. */
  void focusName() {
    head.focus();
  }

  /** Puts a button in the head that closes the profile. */
  void onClose(Runnable close) {
    Button button =
        ProfileCard.iconButton(Icon.CLOSE, getTranslation("members.profile.close"), close);
    button.addClassName("profile-close");
    getContent().addComponentAsFirst(button);
  }

  private Button button(MemberDeed deed) {
    Button button = new Button(deed.words(), deed.icon().create(), click -> begin(deed));
    button.setSuffixComponent(new KeyHint(deed.key()));
    button.getElement().setAttribute("aria-keyshortcuts", deed.key() + " Alt+" + deed.key());
    return button;
  }

  private void begin(MemberDeed deed) {
    if (client != null) {
      deed.begin(client);
    }
  }

  /** Reads the member again. */
  void refresh() {
    ClientId id = client;
    if (id == null) {
      return;
    }
    try {
      Optional<MemberProfile> profile = members.profile(id);
      profile.ifPresent(this::fill);
      if (profile.isEmpty()) {
        insteadOfProfile(
            new EmptyState(
                Drawing.LOST,
                getTranslation("members.profile.gone"),
                getTranslation("members.profile.gone.text")));
      }
    } catch (DataAccessException | TransactionException failed) {
      if (BindingLostException.in(failed).isPresent()) {
        throw failed;
      }
      insteadOfProfile(new LoadFailed(this::refresh));
    }
  }

  private void fill(MemberProfile profile) {
    head.show(profile);
    contact.setVisible(profile.record().isPresent());
    medical.setVisible(profile.record().isPresent());
    profile
        .record()
        .ifPresent(
            record -> {
              Formats formats = Formats.of(getLocale(), bindings.required().zone());
              FieldWords words = new FieldWords(getLocale(), formats, members.phoneRegion());
              contact.show(record, words, formats);
              medical.show(profile.id());
            });
    notes.show(profile.id());
    standing.show(profile);
    visits.show(profile);
    instead.removeAll();
    shown(true);
  }

  private void insteadOfProfile(com.vaadin.flow.component.Component component) {
    instead.removeAll();
    instead.add(component);
    shown(false);
  }

  private void shown(boolean there) {
    head.setVisible(there);
    cards.setVisible(there);
    instead.setVisible(!there);
  }

  private void hear(MemberChanged change) {
    if (change.client().equals(client)) {
      refresh();
    }
  }

  private void hear(SubjectsTagged change) {
    if (client != null && change.subjects().contains(client.value())) {
      head.refreshTags();
    }
  }
}
