package com.tryzore.crm.access;

import java.util.Locale;

/** How an attempt to sign in ended, as the audit records it. */
enum SignInOutcome {
  SUCCEEDED,
  FAILED,
  THROTTLED,
  SIGNED_OUT;

  /** As the database writes it, e.g. {@code signed-out}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
