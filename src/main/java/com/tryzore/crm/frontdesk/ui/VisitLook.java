package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.VisitVerdict;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.StatusBadge;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.i18n.I18NProvider;

/** How a visit's verdict looks and reads in a list. */
final class VisitLook {

  private VisitLook() {}

  static StatusBadge badge(VisitVerdict verdict) {
    String words = I18NProvider.translate("frontdesk.visit." + verdict.word());
    return switch (verdict) {
      case WELCOME -> new StatusBadge(Tone.GOOD, Icon.CHECK, words);
      case CAUTION -> new StatusBadge(Tone.CAUTION, Icon.WARNING, words);
      case ALLOWED -> new StatusBadge(Tone.BAD, Icon.UNLOCK, words);
    };
  }

  static StatusBadge undone() {
    return new StatusBadge(Tone.QUIET, Icon.UNDO, I18NProvider.translate("frontdesk.visit.undone"));
  }
}
