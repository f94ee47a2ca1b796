package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.members.PhoneNumbers;
import com.tryzore.crm.schedule.EmergencyContact;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom to call for somebody, behind a tap: each look is in the audit trail, and what was shown
 * disappears after a minute.
 */
final class ContactReveal extends Composite<Div> {

  static final Duration SHOWN_FOR = Duration.ofSeconds(60);

  /** No country's: numbers are shown as one dials them from anywhere. */
  private static final String ANYWHERE = "ZZ";

  private static final String OVER = "zore-over";

  private final transient Supplier<EmergencyContact> look;
  private final Button reveal;
  private final Div shown = new Div();

  /**
   * @param name whose contact it is
   * @param look reads it, logged
   */
  ContactReveal(String name, Supplier<EmergencyContact> look) {
    this.look = look;
    reveal =
        new Button(
            getTranslation("schedule.taught.contact"),
            Icon.PHONE.create(),
            click -> {
              if (shown.isVisible()) {
                hide();
              } else {
                show();
              }
            });
    reveal.setAriaLabel(getTranslation("schedule.taught.contactFor", name));
    reveal.addClassNames("zore-quiet", "class-contact-tap");
    reveal.getElement().setAttribute("aria-expanded", "false");
    shown.addClassName("class-contact");
    shown.getElement().setAttribute("role", "status");
    shown.setVisible(false);
    getContent().addClassName("class-contact-box");
    getContent().add(reveal, shown);
    shown.getElement().addEventListener(OVER, over -> hide());
  }

  private void show() {
    EmergencyContact contact = look.get();
    shown.removeAll();
    switch (contact) {
      case EmergencyContact.Known known -> known(known);
      case EmergencyContact.Nobody nobody -> say("schedule.taught.contact.nobody");
      case EmergencyContact.KeptElsewhere(String gym) ->
          say("schedule.taught.contact.elsewhere", gym);
      case EmergencyContact.NotNow notNow -> say("schedule.taught.contact.notNow");
      case EmergencyContact.Unknown unknown -> say("schedule.roster.gone");
    }
    shown.setVisible(true);
    reveal.getElement().setAttribute("aria-expanded", "true");
    // The browser hides it by itself as well: the connection may be gone by then.
    shown
        .getElement()
        .executeJs(
            """
            clearTimeout(this.zoreOver);
            this.style.display = '';
            this.zoreOver = setTimeout(() => {
              this.style.display = 'none';
              this.dispatchEvent(new CustomEvent($1));
            }, $0)""",
            SHOWN_FOR.toMillis(),
            OVER);
  }

  private void known(EmergencyContact.Known known) {
    String who =
        Stream.of(known.name(), known.relation())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    if (!who.isEmpty()) {
      Span name = new Span(who);
      name.addClassName("zore-strong");
      shown.add(name);
    }
    String phone = known.phone();
    if (phone != null) {
      Anchor call = new Anchor("tel:" + phone, PhoneNumbers.shown(phone, ANYWHERE));
      call.getElement().setAttribute("router-ignore", true);
      call.addClassName("class-contact-call");
      shown.add(call);
    }
    Span kept = new Span(getTranslation("schedule.taught.contact.kept", SHOWN_FOR.toSeconds()));
    kept.addClassNames("zore-small", "zore-muted");
    shown.add(kept);
  }

  private void say(String key, Object... parameters) {
    shown.add(new Span(getTranslation(key, parameters)));
  }

  private void hide() {
    shown.removeAll();
    shown.setVisible(false);
    reveal.getElement().setAttribute("aria-expanded", "false");
  }

  @Override
  protected void onDetach(DetachEvent detached) {
    super.onDetach(detached);
    hide();
  }
}
