package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.Client;
import com.tryzore.crm.members.MemberProfile;
import com.tryzore.crm.members.StandingData;
import com.tryzore.crm.tags.SubjectType;
import com.tryzore.crm.tags.ui.SubjectTags;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;

/** Who it is and how they stand, in the sizes one reads at arm's length; tags; what can be done. */
@SpringComponent
@Scope("prototype")
class ProfileHead extends Header {
  private static final int SOON = 30;

  private final transient Bindings bindings;
  private final transient MemberForms forms;
  private final PhotoFrame photo;
  private final SubjectTags tags;
  private final H2 name = new H2();
  private final Div state = new Div();
  private final Div end = new Div();
  private final Div actions = new Div();
  private final Button edit;
  private @Nullable Client record;
  private transient Runnable changed = () -> {};

  ProfileHead(Bindings bindings, MemberForms forms, PhotoFrame photo, SubjectTags tags) {
    this.bindings = bindings;
    this.forms = forms;
    this.photo = photo;
    this.tags = tags;
    addClassName("profile-head");
    name.getElement().setAttribute("tabindex", "-1");
    state.addClassName("profile-state");
    end.addClassName("profile-end");
    actions.addClassName("profile-actions");
    edit = new Button(getTranslation("members.profile.edit"), Icon.EDIT.create(), click -> edit());
    actions.add(edit);
    Div words = new Div(name, state, end);
    words.addClassName("profile-who");
    add(photo, words, actions, tags);
    tags.addClassName("profile-tags");
  }

  /** Hears that the record or the photo was changed. */
  void onChange(Runnable listener) {
    changed = listener;
    photo.onChange(listener);
  }

  /** Something else that can be done, before what is there. */
  void action(Component component) {
    actions.addComponentAsFirst(component);
  }

  void show(MemberProfile profile) {
    Formats formats = Formats.of(getLocale(), bindings.required().zone());
    StandingData standing = profile.standing().data();
    record = profile.record().orElse(null);
    edit.setVisible(record != null);
    photo.show(profile);
    tags.show(SubjectType.CLIENTS, profile.id().value());
    name.setText(profile.fullName());
    Span number = new Span(standing.memberNumber());
    number.addClassNames("zore-muted", "zore-number");
    state.removeAll();
    state.add(StatusLook.badge(standing.statusOn(formats.today())), number);
    if (standing.planName() != null) {
      state.add(new Span(standing.planName()));
    }
    end.setText(endOf(standing, formats));
    if (record == null) {
      state.add(elsewhere());
    }
  }

  /** Puts the focus on the name. */
  void focus() {
    name.getElement().callJsFunction("focus");
  }

  /** Reads the tags again. */
  void refreshTags() {
    tags.refresh();
  }

  private Span elsewhere() {
    Span visitor =
        new Span(Icon.BUILDING.create(), new Span(getTranslation("members.profile.visitor")));
    visitor.addClassNames("zore-badge", "zore-tone-quiet");
    return visitor;
  }

  private String endOf(StandingData standing, Formats formats) {
    LocalDate last = standing.validUntil();
    return switch (standing.status()) {
      case PROSPECT -> getTranslation("members.profile.end.prospect");
      case ACTIVE, FROZEN, EXPIRED, CANCELLED -> {
        if (last == null) {
          yield getTranslation("members.profile.end.none");
        }
        if (last.isBefore(formats.today())) {
          yield getTranslation("members.profile.end.past", formats.date(last));
        }
        yield last.isAfter(formats.today().plusDays(SOON))
            ? getTranslation("members.profile.end.future", formats.date(last))
            : getTranslation("members.profile.end.soon", formats.date(last), formats.day(last));
      }
    };
  }

  private void edit() {
    Client of = record;
    if (of != null) {
      forms.edit(of, saved -> changed.run());
    }
  }
}
