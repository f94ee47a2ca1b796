package com.tryzore.crm.access.ui;

import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.SignedIn;
import com.tryzore.crm.ui.Languages;
import com.tryzore.crm.ui.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Brings the language of an account to the browser it signs in from. Who has just chosen one on the
 * way in keeps that one, and the account remembers it.
 */
@Component
class LanguageOfAccount implements VaadinServiceInitListener {
  private final transient Gate gate;

  LanguageOfAccount(Gate gate) {
    this.gate = gate;
  }

  /** Notes that somebody on the way in chose a language. */
  static void chosen(VaadinSession session, Locale language) {
    session.setAttribute(Chosen.class, new Chosen(language));
  }

  @Override
  public void serviceInit(ServiceInitEvent service) {
    service
        .getSource()
        .addUIInitListener(init -> CurrentSignIn.get().ifPresent(who -> bring(init.getUI(), who)));
  }

  private void bring(UI ui, SignedIn who) {
    VaadinSession session = ui.getSession();
    Brought brought = session.getAttribute(Brought.class);
    if (brought != null && brought.to().equals(who)) {
      return;
    }
    session.setAttribute(Brought.class, new Brought(who));
    Chosen chosen = session.getAttribute(Chosen.class);
    if (chosen != null) {
      gate.rememberLocale(who.user(), chosen.language());
    } else {
      Locale present = Texts.language(ui.getLocale());
      who.locale()
          .map(Texts::language)
          .filter(language -> !language.equals(present))
          .ifPresent(language -> Languages.choose(ui, language));
    }
  }

  private record Chosen(Locale language) {}

  private record Brought(SignedIn to) {}
}
