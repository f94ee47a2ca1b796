package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberHit;
import com.tryzore.crm.members.MemberSearch;
import com.tryzore.crm.members.Members;
import com.tryzore.crm.members.ui.MemberForms;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who an event is for, found by name or number. Who has never been here is added by the same form
 * as any member, as a lead.
 */
final class PersonField extends Composite<Div> {

  private final MemberBox field;
  private final Button add = new Button(getTranslation("schedule.form.person.new"));
  private final transient MemberSearch search;

  PersonField(
      MemberSearch search, Members members, MemberForms forms, Function<LocalDate, String> born) {
    this.search = search;
    field = new MemberBox(search, born);
    field.setPlaceholder(getTranslation("schedule.form.person.placeholder"));
    field.setClearButtonVisible(true);
    add.setIcon(Icon.PLUS.create());
    add.addClickListener(
        click ->
            forms.add(
                id ->
                    members
                        .profile(id)
                        .ifPresent(profile -> added(profile.standing().data().memberNumber()))));
    getContent().addClassName("event-person");
    getContent().add(field, add);
  }

  private void added(@Nullable String number) {
    if (number != null) {
      search.byNumber(number).ifPresent(field::setValue);
    }
    field.focus();
  }

  /** What the person is here. */
  void label(String words, boolean mayBeNew) {
    field.setLabel(words);
    add.setVisible(mayBeNew);
  }

  @Nullable ClientId value() {
    MemberHit chosen = isVisible() ? field.getValue() : null;
    return chosen == null ? null : chosen.id();
  }

  void clear() {
    field.clear();
  }
}
