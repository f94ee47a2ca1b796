package com.tryzore.crm.organizations;

import java.util.Locale;

/** Whether an account can act in an organization. */
public enum AccountStatus {
  /** Has a one-time link, or had one that ran out, and has not used it. */
  INVITED,
  ACTIVE,
  DISABLED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static AccountStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
