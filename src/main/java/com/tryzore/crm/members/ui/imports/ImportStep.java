package com.tryzore.crm.members.ui.imports;

import java.util.Locale;

/** The steps of an import, as the person who does it sees them. */
enum ImportStep {
  FILE,
  READ,
  CHECK,
  RUN;

  String messageKey() {
    return "members.import.step." + name().toLowerCase(Locale.ROOT);
  }
}
