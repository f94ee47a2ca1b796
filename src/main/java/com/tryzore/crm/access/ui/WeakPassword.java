package com.tryzore.crm.access.ui;

import com.tryzore.crm.access.PasswordRules;
import com.tryzore.crm.access.PasswordRules.Weakness;
import com.vaadin.flow.component.Component;

/** What is wrong with a password, and how to mend it. */
final class WeakPassword {

  private WeakPassword() {}

  static String words(Component reader, Weakness weakness) {
    return switch (weakness) {
      case TOO_SHORT -> reader.getTranslation("access.password.too-short", PasswordRules.SHORTEST);
      case TOO_LONG -> reader.getTranslation("access.password.too-long", PasswordRules.LONGEST);
      case COMMON -> reader.getTranslation("access.password.common");
      case PERSONAL -> reader.getTranslation("access.password.personal");
    };
  }
}
